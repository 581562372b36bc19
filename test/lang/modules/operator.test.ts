// Module operator as a whole: a recorded program, and the names of CPython's module.
import { expect, test } from 'vitest';
import { operatorModule } from '../../../src/lang/modules/operator.ts';
import { expectSnippet } from './functional-snippets.ts';

test('programs print what they print on CPython', () => {
  expectSnippet('operator');
});

test('it holds every name of CPython’s __all__', () => {
  const names =
    'abs add and_ attrgetter call concat contains countOf delitem eq floordiv ge getitem gt iadd ' +
    'iand iconcat ifloordiv ilshift imatmul imod imul index indexOf inv invert ior ipow irshift ' +
    'is_ is_none is_not is_not_none isub itemgetter itruediv ixor le length_hint lshift lt ' +
    'matmul methodcaller mod mul ne neg not_ or_ pos pow rshift setitem sub truediv truth xor';
  const plain = [...operatorModule.attributes.keys()].filter((name) => !name.startsWith('__'));
  expect(plain.sort()).toEqual(names.split(' '));
});
