// The spec of nesting.ts and of the limits on nesting: n - 1, n, n + 1, and far beyond.

import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-text.ts';
import { isTooDeep } from '../../src/lang/nesting.ts';
import { parseModule } from '../../src/lang/parse.ts';
import { mistakesOf } from './shape.ts';

const deep = 'expression nested too deeply (the limit is 200)';

describe('an expression nests 200 deep', () => {
  const shapes: [string, (count: number) => string, string][] = [
    ['brackets', (n) => `${'['.repeat(n)}1${']'.repeat(n)}`, 'too many nested parentheses'],
    ['signs', (n) => `${'-'.repeat(n)}x`, deep],
    ['words', (n) => `${'not '.repeat(n)}x`, deep],
    ['powers', (n) => `x${'**x'.repeat(n)}`, deep],
    ['conditions', (n) => `${'x if x else '.repeat(n)}x`, deep],
    ['lambdas', (n) => `${'lambda: '.repeat(n)}x`, deep],
    ['sums', (n) => `x${' + x'.repeat(n)}`, deep],
    ['attributes', (n) => `x${'.x'.repeat(n)}`, deep],
    ['calls', (n) => `x${'()'.repeat(n)}`, deep],
  ];
  test.each(shapes)('%s', (_, make, message) => {
    expect(mistakesOf(make(199))).toEqual([]);
    expect(mistakesOf(make(200))).toEqual([]);
    for (const count of [201, 100_000]) {
      const mistakes = mistakesOf(make(count));
      expect(mistakes.length).toBe(1);
      expect(mistakes[0]).toMatch(new RegExp(`^1:\\d+ ${message.replace(/[()]/g, '\\$&')}$`));
    }
  });

  test('what is long but flat is no nesting', () => {
    expect(mistakesOf(`x = [${'1, '.repeat(5000)}]`)).toEqual([]);
    expect(mistakesOf(`${'x or '.repeat(5000)}x`)).toEqual([]);
    expect(mistakesOf(`${'"a" '.repeat(5000)}`)).toEqual([]);
  });

  test('each of many levels may hold a chain only while the whole stays in the limit', () => {
    let text = 'x';
    for (let level = 0; level < 10; level++) text = `(${text}${' + x'.repeat(30)})`;
    expect(mistakesOf(text)).toEqual([`1:1 ${deep}`]);
  });
});

describe('blocks nest 64 deep', () => {
  const blocks = (count: number): string => {
    const lines = Array.from({ length: count }, (_, level) => `${' '.repeat(level)}if x:`);
    return [...lines, `${' '.repeat(count)}pass`, 'y = 1'].join('\n');
  };
  test.each([63, 64])('%i levels', (count) => {
    expect(mistakesOf(blocks(count))).toEqual([]);
  });
  test.each([65, 2000])('%i levels', (count) => {
    expect(mistakesOf(blocks(count))).toEqual([
      '66:1 too many levels of indentation (the limit is 64)',
    ]);
  });
});

test('an if has at most 500 elifs', () => {
  const text = (count: number): string => `if x: pass\n${'elif x: pass\n'.repeat(count)}`;
  expect(mistakesOf(text(500))).toEqual([]);
  expect(mistakesOf(text(501))).toEqual(["502:1 too many 'elif' clauses (the limit is 500)"]);
});

test('isTooDeep measures the longest way down', () => {
  const tree = (text: string) => parseModule(new SourceFile(text), () => undefined).body[0];
  expect(isTooDeep(tree('x'))).toBe(false);
  expect(isTooDeep(tree(`f(${'[1], '.repeat(300)})`))).toBe(false);
  let node: object = { kind: 'Name' };
  for (let level = 0; level < 202; level++) node = { kind: 'Await', value: node };
  expect(isTooDeep(node)).toBe(true);
});
