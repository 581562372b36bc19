import { expect, test } from 'vitest';
import { plainPage } from '../../src/report/page.ts';
import { MAXIMUM_LISTED, renderViolations } from '../../src/report/violations.ts';

const leak = { rule: 'leak', time: 2, tasks: [3], message: 'w (worker) still holds \x07door' };

test('violations read as rule, time and message', () => {
  expect(renderViolations([leak], plainPage)).toBe('leak at 2 s: w (worker) still holds \\x07door');
});

test('long ones are wrapped, the rest of a line indented', () => {
  const text = renderViolations([leak], { ...plainPage, width: 30 });
  expect(text.split('\n')).toEqual(['leak at 2 s: w (worker)', '  still holds \\x07door']);
});

test('many are cut, and counted', () => {
  const many = Array.from({ length: MAXIMUM_LISTED + 3 }, () => leak);
  expect(renderViolations(many, plainPage).split('\n').at(-1)).toBe('and 3 more');
});

test('none are nothing', () => {
  expect(renderViolations([], plainPage)).toBe('');
});
