// The spec of parse-type-parameters.ts. Messages are CPython's.

import { expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-text.ts';
import { parseModule } from '../../src/lang/parse.ts';
import { printModule } from '../../src/lang/print.ts';
import { mistakesOf } from './shape.ts';

test.each([
  'class C[T: int, *Ts, **P](Base[T], key=1):\n    pass\n',
  'async def f[T: (int, str) = int](x: T) -> T:\n    return x\n',
  'type X = int | str\n',
  'type Pair[A, B = A] = tuple[A, B]\n',
  'def f[T = int, U = str, **P = [int]]():\n    pass\n',
  'type X[*Ts = *a | b] = 3\n',
])('%j is printed as it was read', (text) => {
  expect(printModule(parseModule(new SourceFile(text), () => {}))).toBe(text);
});

test.each([
  ['def f[](x): pass', 'Type parameter list cannot be empty'],
  ['class C[T, T]: pass', "duplicate type parameter 'T'"],
  ['def f[*T: int](): pass', 'cannot use bound with TypeVarTuple'],
  ['def f[**P: int](): pass', 'cannot use bound with ParamSpec'],
  ['type X[T = int, U] = 3', "non-default type parameter 'U' follows default type parameter"],
  ['type X[*T = 1, int] = 3', "non-default type parameter 'int' follows default type parameter"],
])('%j is refused in the words of CPython', (text, message) => {
  expect(mistakesOf(text).map((each) => each.replace(/^\S+ /, ''))).toContain(message);
});

test('type is a name where no name follows', () => {
  expect(mistakesOf('type = 1\nprint(type)\ntype(3)\n')).toEqual([]);
});
