import { expect, test } from 'vitest';
import { mistakes } from './environment.ts';

const file = (...expectations: readonly string[]) =>
  ['main: [return 1]', 'expect:', ...expectations.map((each) => `  ${each}`)].join('\n');

test('result and error may stand in finally', () => {
  expect(mistakes('x.yaml', file('finally: [result == 1, "[x for x in [error]]"]'))).toEqual([]);
});

test('elsewhere they are explained', () => {
  const hint = '(move the expectation to expect.finally)';
  expect(mistakes('x.yaml', file('always: [result]', 'eventually: [not error]'))).toEqual([
    `3:12 'result' is known only when main has ended ${hint}`,
    `4:20 'error' is known only when main has ended ${hint}`,
  ]);
});

test('a variable of that name is a variable', () => {
  const text = `state: { result: 0 }\n${file('always: [result >= 0]')}`;
  expect(mistakes('x.yaml', text)).toEqual([]);
});
