// The direct parts of expressions and patterns, in the order of evaluation.

import { expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-text.ts';
import {
  defaultsOf,
  parametersOf,
  partsOf,
  patternParts,
} from '../../src/lang/expression-parts.ts';
import { parseExpression, parseModule } from '../../src/lang/parse.ts';
import type { FunctionDef, Match, Name } from '../../src/lang/tree.ts';

const names = (text: string): string[] => {
  const node = parseExpression(new SourceFile(text), () => {});
  return partsOf(node as Parameters<typeof partsOf>[0]).map((part) => (part as Name)?.id ?? '-');
};

test.each([
  ['a + b', ['a', 'b']],
  ['a and b and c', ['a', 'b', 'c']],
  ['-a', ['a']],
  ['b if a else c', ['a', 'b', 'c']],
  ['{a: b, **c}', ['a', 'b', '-', 'c']],
  ['[a, b]', ['a', 'b']],
  ['a < b < c', ['a', 'b', 'c']],
  ['a(b, c=d)', ['a', 'b', 'd']],
  ['a.b', ['a']],
  ['a[b]', ['a', 'b']],
  ['5', []],
])('%s', (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test('a pattern has expressions, patterns inside and a name that it binds', () => {
  const text = 'match x:\n    case {"k": a, **rest}: pass\n    case C(b, d=e) as f: pass\n';
  const module = parseModule(new SourceFile(text), () => {});
  const [first, second] = (module.body[0] as Match).cases.map(({ pattern }) =>
    patternParts(pattern),
  );
  expect([first.expressions.length, first.patterns.length, first.name]).toEqual([1, 1, 'rest']);
  expect([second.patterns.length, second.name]).toEqual([1, 'f']);
  expect(patternParts(second.patterns[0]).patterns.map((each) => patternParts(each).name)).toEqual([
    'b',
    'e',
  ]);
});

test('parameters come by kind, and so do their defaults', () => {
  const text = 'def f(a, /, b=1, *args, c, d=2, **rest): pass';
  const [node] = parseModule(new SourceFile(text), () => {}).body;
  const { parameters } = node as FunctionDef;
  expect(parametersOf(parameters).map(({ name }) => name)).toEqual([
    'a',
    'b',
    'c',
    'd',
    'args',
    'rest',
  ]);
  expect(defaultsOf(parameters).map((each) => (each as { value?: unknown }).value)).toEqual([1, 2]);
});
