import { expect, test } from 'vitest';
import { objectProtocol } from '../../../src/lang/objects/protocol.ts';
import { Instance } from '../../../src/lang/values.ts';
import { plainInterpreter, programClass } from './plain-interpreter.ts';

const run = plainInterpreter();

test('the protocols behave as the functions of the same name', () => {
  const { binary, getItem, index, length, lessThan, newDict, repr, str, typeName } = objectProtocol;
  expect(typeName([])).toBe('list');
  expect(index(run, true)).toBe(1);
  expect(binary(run, '*', 'ab', 2)).toBe('abab');
  expect(getItem(run, [1, 2], -1)).toBe(2);
  expect(length(run, 'a𝄞')).toBe(2);
  expect(lessThan(run, 'a', 'b')).toBe(true);
  expect(repr(run, newDict(run, [['a', 1]]))).toBe("{'a': 1}");
  expect(str(run, 'x')).toBe('x');
});

test('what can be iterated and indexed is known without trying', () => {
  const both = new Instance(programClass('A', { __getitem__: () => 1 }));
  expect([[], 'a', 5, both].map(objectProtocol.isIterable)).toEqual([true, true, false, true]);
  expect([[], 5, both].map(objectProtocol.isSubscriptable)).toEqual([true, false, true]);
  expect(objectProtocol.truth(run, [])).toBe(false);
});
