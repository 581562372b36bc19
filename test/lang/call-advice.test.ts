import { expect, test } from 'vitest';
import { adviseCall } from '../../src/lang/call-advice.ts';

const span = { line: 1, column: 1, endLine: 1, endColumn: 2 };
const hintOf = (name: string, message: string) => adviseCall(name, { message, span })?.hint;

test('a call without a mistake has no advice', () => {
  expect(adviseCall('sleep', null)).toBe(null);
});

test.each([
  ['sleep', "sleep() missing 1 required positional argument: 'delay'", 'write sleep(seconds)'],
  ['wait', 'wait() takes 1 positional argument but 2 were given', 'wait takes one collection'],
  ['Queue', "Queue() got an unexpected keyword argument 'size'", 'the size of a queue is maxsize='],
  ['Lock', "Lock() got an unexpected keyword argument 'loop'", 'leave loop out'],
])('%s: %s', (name, message, start) => {
  expect(hintOf(name, message)?.startsWith(start)).toBe(true);
});

test('a function of the program is left to its author', () => {
  expect(hintOf('work', "work() got an unexpected keyword argument 'loop'")).toBe(undefined);
});

test('a better hint stays', () => {
  const mistake = { message: "Queue() got an unexpected keyword argument 'size'", span, hint: 'x' };
  expect(adviseCall('Queue', mistake)).toBe(mistake);
});
