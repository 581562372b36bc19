import { describe, expect, test } from 'vitest';
import { debuggerOf, said } from './spoken.ts';

describe('breakpoints', () => {
  test('are set, listed and deleted', () => {
    const to = debuggerOf();
    expect(said(to, 'b')).toBe('no breakpoints\n');
    expect(said(to, 'b 9')).toBe('breakpoint 1: line 9\n');
    expect(said(to, 'b task worker')).toBe('breakpoint 2: task worker (there is none yet)\n');
    expect(said(to, 'b object turn')).toBe('breakpoint 3: object turn (there is none yet)\n');
    expect(said(to, 'b event lock.waited')).toBe('breakpoint 4: event lock.waited\n');
    expect(said(to, 'b exception ValueError')).toBe('breakpoint 5: exception ValueError\n');
    expect(said(to, 'b if total > 0')).toBe('breakpoint 6: if total > 0\n');
    expect(said(to, 'd 2')).toBe(said(to, 'bl'));
    expect(said(to, 'd 2')).toBe(
      "d: expected the number of a breakpoint, found '2'; there is 1, 3, 4, 5, 6\n",
    );
    expect(said(to, 'd')).toBe('no breakpoints\n');
    expect(said(to, 'd 1')).toBe(
      "d: expected the number of a breakpoint, found '1'; there is none\n",
    );
  });

  test.each([
    ['task 3', /^step 3 .* of Task-2/],
    ['task second', /^step 2 .* of second/],
    ['task worker', /^step 2 .* of second/],
    ['object turn', /^step 2 /],
    ['event lock.waited', /^step 3 /],
    ['exception', /ValueError\('b'\)/],
    ['if total > 0', /sets total = 1/],
  ])('stop where they say: %s', (what, wanted) => {
    const to = debuggerOf();
    const [head, ...rest] = said(to, `b ${what}`, 'c')
      .split('\n')
      .filter((line) => line[0] !== '|');
    expect(head).toBe(`breakpoint 1: ${what}`);
    expect(rest.join('\n')).toMatch(wanted);
  });

  test('tell what they could not be', () => {
    const to = debuggerOf();
    expect(said(to, 'b tsk 3')).toBe(
      'b: expected task TASK, line N, object NAME, event KIND, exception [CLASS] or if EXPRESSION, ' +
        "found 'tsk 3'; did you mean 'task'?\n",
    );
    expect(said(to, 'b line 5')).toBe(
      "b: expected a line that has code, found '5'; the next one is 6\n",
    );
    expect(said(to, 'b 99')).toBe("b: expected a line, 1 to 22, found '99'\n");
    expect(said(to, 'b event lock.waite')).toBe(
      'b: expected a kind of event: lock.acquired, or lock for all, ' +
        "found 'lock.waite'; did you mean 'lock.waited'?\n",
    );
    expect(said(to, 'b if totl > 0')).toBe("b: name 'totl' is not defined\n");
    expect(said(to, 'b exception (')).toBe(
      "b: expected the name of a class, or nothing for any, found '('\n",
    );
  });
});
