import { describe, expect, test } from 'vitest';
import { debuggerOf, said } from './spoken.ts';

const lines = (...text: readonly string[]): string => text.map((line) => `${line}\n`).join('');

describe('looking', () => {
  test('at queues and timers', () => {
    const to = debuggerOf();
    expect(said(to, 's 2', 'r')).toBe(
      lines(
        '     handle  of               scheduled by',
        '  this iteration:',
        '  1  step    Task-2 (worker)  event 8',
      ),
    );
    expect(said(to, 'h')).toBe(
      lines(
        '  due           handle    of',
        '  1 s  timer 2  sleep     second (worker)',
        '  9 s  timer 1  callback  ring',
      ),
    );
  });

  test('at tasks, stacks and locals', () => {
    const to = debuggerOf();
    expect(said(to, 's 3', 'ts')).toBe(
      lines(
        '     task  name             state              since  at',
        '     1     Task-1 (main)    waits on gather#1  0 s    21:5',
        '     2     second (worker)  sleeps until 1 s   0 s    7:9',
        '  >  3     Task-2 (worker)  waits on turn      0 s    6:16',
      ),
    );
    expect(said(to, 'w second')).toBe(
      lines(
        'second (worker): sleeps until 1 s',
        '  #0 worker, spec.py:13',
        '       await add(i)',
        '  #1 add, spec.py:7',
        '       await asyncio.sleep(1)',
        '  #2 sleep, asyncio',
      ),
    );
    expect(said(to, 'lo')).toBe(
      lines('  #0 worker', "     name = 'a'", '     i = 0', '  #1 add', '     n = 0'),
    );
    expect(said(to, 'p n')).toBe('n = 0\n');
    expect(said(to, 'p total')).toBe('total = 0\n');
    expect(said(to, 'p totl')).toBe(
      "p: expected a variable of the current task or of the module, found 'totl'; " +
        "did you mean 'total'?\n",
    );
  });

  test('at objects and variables', () => {
    const to = debuggerOf();
    expect(said(to, 's 3', 'o')).toBe(
      lines(
        '  object    class   state   held by          waited for by',
        '  gather#1  Gather',
        '  turn      Lock    locked  second (worker)  Task-2 (worker)',
      ),
    );
    expect(said(to, 'v').split('\n')[0]).toBe('  total = 0');
  });

  test('at the source, the output, the events and the numbers', () => {
    const to = debuggerOf();
    expect(said(to, 's 2', 'l').split('\n').slice(4, 7)).toEqual([
      '   6      async with turn:',
      '>  7          await asyncio.sleep(1)',
      '   8          total += n',
    ]);
    expect(said(to, 'l 22').split('\n').at(-2)).toBe('  22  asyncio.run(main())');
    expect(said(to, 'l 99')).toBe("l: expected a line, 1 to 22, found '99'\n");
    expect(said(to, 'out')).toBe('nothing was written yet\n');
    expect(said(to, 's 3', 'out')).toBe('| 0 makes 0\n');
    expect(said(to, 'e').split('\n').length).toBeGreaterThan(5);
    expect(said(to, 'e 2').split('\n').length).toBe(4);
    expect(said(to, 'st')).toContain('  step = 5\n  time = 1 s\n  iteration = 4\n');
  });

  test('at causes, of a step, an event and the last of a task', () => {
    const to = debuggerOf();
    expect(said(to, 's 4', 'why')).toBe(
      lines(
        '  25, 1 s: the loop: handle sleep runs',
        '  because 24, 1 s: the loop: timer 2 is due',
        '  because 16, 0 s: second (worker): timer 2 is set for 1 s (line 7)',
        '  because 11, 0 s: second (worker): handle step runs',
        '  because 7, 0 s: second (worker): is created by task 1 (line 20)',
        '  because 4, 0 s: Task-1 (main): handle step runs',
        '  because 3, 0 s: Task-1 (main): is created by the loop',
      ),
    );
    expect(said(to, 'why 11').split('\n')[0]).toBe('  11, 0 s: second (worker): handle step runs');
    expect(said(to, 'why second').split('\n').slice(0, 2)).toEqual([
      'the last of second (worker):',
      '  17, 0 s: second (worker): sleeps until 1 s (line 7)',
    ]);
    expect(said(to, 'why 999')).toMatch(/^why: expected an event, 1 to \d+, found '999'\n$/);
  });

  test('at nothing, before the first step and after the last', () => {
    const to = debuggerOf();
    const all = (): string[] =>
      ['r', 'h', 'ts', 'o', 'v', 'e', 'w', 'lo', '.'].map((each) => said(to, each).split('\n')[0]);
    expect(all()).toEqual([
      ...['nothing is ready', 'no timer is set', 'no task is alive', 'no object was used yet'],
      ...['no variable is bound', 'no events', 'w: no task is alive', 'lo: no task is alive'],
      'step 0: nothing has run yet',
    ]);
    expect(said(to, 'g end', 'ts')).toBe('no task is alive\n');
    expect(said(to, 'w second')).toBe('w: second (worker) is done\n');
    expect(said(to, 'ts now')).toBe("ts: expected nothing behind it, found 'now'\n");
  });
});
