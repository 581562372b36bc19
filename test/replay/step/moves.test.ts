import { describe, expect, test } from 'vitest';
import { debuggerOf, said } from './spoken.ts';

const titleOf = (text: string): string => text.split('\n').find((line) => /^step/.test(line)) ?? '';

describe('moving', () => {
  test('goes by steps, and back by the same', () => {
    const to = debuggerOf();
    const fifth = said(to, 's 5');
    expect(titleOf(fifth)).toBe('step 5 at 1 s, iteration 4: wakeup of second (worker)');
    expect(titleOf(said(to, 's 3'))).toMatch(/^step 8 /);
    expect(said(to, 'rs 3')).toBe(fifth);
    expect(titleOf(said(to, 'rs 99'))).toBe('step 0: nothing has run yet');
  });

  test('goes by iterations, tasks and times, and back', () => {
    const to = debuggerOf();
    expect(titleOf(said(to, 'i'))).toMatch(/^step 1 at 0 s, iteration 1:/);
    expect(titleOf(said(to, 'i 3'))).toMatch(/^step 5 at 1 s, iteration 4:/);
    expect(titleOf(said(to, 'ri'))).toMatch(/^step 4 at 1 s, iteration 3:/);
    expect(titleOf(said(to, 't second'))).toMatch(/^step 5 .* of second/);
    expect(titleOf(said(to, 't 3'))).toMatch(/^step 6 .* of Task-2/);
    expect(titleOf(said(to, 'rt second'))).toMatch(/^step 5 /);
    expect(titleOf(said(to, 'u'))).toMatch(/^step 7 at 2 s/);
    expect(titleOf(said(to, 'u +0.5'))).toMatch(/ at 3 s/);
    expect(titleOf(said(to, 'ru 1'))).toMatch(/^step 6 at 1 s/);
    expect(titleOf(said(to, 'ru'))).toMatch(/^step 4 at 1 s/);
    expect(said(to, 'u 0.5')).toBe("u: expected a time from 1 s, found '0.5'; ru goes back\n");
    expect(said(to, 'ru 2')).toBe("ru: expected a time up to 1 s, found '2'; u goes on\n");
  });

  test('goes to a step, to the start and to the end', () => {
    const to = debuggerOf();
    expect(titleOf(said(to, 'g 3'))).toMatch(/^step 3 /);
    expect(said(to, 'g end')).toContain('\nthe run is over: failed at 3 s\n');
    expect(titleOf(said(to, 'g start'))).toMatch(/^step 0:/);
    expect(said(to, 'g x')).toBe("g: expected a step: its number, start or end, found 'x'\n");
  });

  test('shows what was written on the way', () => {
    expect(said(debuggerOf(), 's 8').split('\n').slice(0, 2)).toEqual([
      '| 0 makes 0',
      'step 8 at 2 s, iteration 7: wakeup of Task-2 (worker)',
    ]);
  });

  test('ends at a breakpoint on the way, and says which', () => {
    const to = debuggerOf();
    said(to, 'b line 9');
    expect(said(to, 's 50')).toMatch(/^breakpoint 1: line 9\nstep 5 /);
    expect(said(to, 'c')).toMatch(/^breakpoint 1: line 9\nstep 8 /);
    expect(said(to, 'rc')).toMatch(/^breakpoint 1: line 9\nstep 5 /);
    expect(said(to, 'rc')).toBe('step 0: nothing has run yet\n');
  });

  test('ends with the run, and starts with it', () => {
    const to = debuggerOf();
    expect(said(to, 'c')).toMatch(/\nthe run is over: failed at 3 s\n$/);
    expect(said(to, 's')).toBe('s: the run is over: rs goes back a step, goto to any\n');
    expect(said(to, 'g 0', 'rs')).toBe('rs: this is the start of the run: s goes on\n');
  });
});
