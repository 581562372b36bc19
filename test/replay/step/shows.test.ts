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

  test('at causes, as sim why tells them: of a step, an event and a task', () => {
    const to = debuggerOf();
    expect(said(to, 's 4', 'why')).toBe(
      lines(
        'Event 25, at 1 s: the loop runs a sleep',
        'Why it happened, the latest cause first:',
        '  time  task             line  what                         source',
        '  1 s                          the timer for 1 s is due',
        '  0 s   second (worker)  7     goes to sleep until 1 s      await asyncio.sleep(1)',
        `  0 s   second (worker)  20    is created by Task-1 (main)  second = asyncio.${"create_task(worker('b'…"}`,
        '  0 s   Task-1 (main)          is created',
      ),
    );
    expect(said(to, 'why 11').split('\n')[0]).toBe(
      'Event 11, at 0 s: the loop runs a step of second (worker)',
    );
    expect(said(to, 'why second').split('\n')[0]).toBe(
      'second (worker) has not ended: it sleeps since 0 s (line 7) until 1 s',
    );
    expect(said(to, 'why 999')).toBe("why: expected an event, 1 to 25, found '999'\n");
    expect(said(to, 's', 'why').split('\n')[0]).toMatch(/^second \(worker\) has not ended: it /);
  });

  test('at who holds what a task waits for, and at who cancelled it', () => {
    const to = debuggerOf();
    expect(said(to, 's 4', 'why 3').split('\n')[0]).toMatch(/^Event 3, /);
    expect(said(to, 'why Task-2').split('\n')[0]).toMatch(/^Task-2 \(worker\) has not ended: it /);
    expect(said(to, 'goto 7', 'why second').split('\n')[0]).toMatch(/held by Task-2 \(worker\)/);
    expect(said(to, 'why cancelled second')).toBe('nobody asked second (worker) to cancel\n');
    expect(said(to, 'why cancelled')).toMatch(/^why: expected a task's number or name/);
    expect(said(to, 'goto end', 'why cancelled Task-2').split('\n')[0]).toMatch(/^Task-2/);
    expect(said(to, 'goto 0', 'why')).toBe('why: nothing has happened yet\n');
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
