// Laws that hold for every program: same options give the same bytes, slices change nothing, and
// time, iterations and tasks are what they ought to be.
import { describe, expect, test } from 'vitest';
import { observe, recorded, traceText } from './observe.ts';
import { type Operation, programOf } from './random-program.ts';

const programs = recorded('corpus')
  .slice(0, 40)
  .map(({ name, program }) => [name, programOf(program as Operation[])] as const);

describe.each(['fifo', 'heapq'] as const)('with ties %s', (ties) => {
  test.each(programs)('%s leaves the same bytes every time', (_name, program) => {
    expect(traceText(program, { ties })).toBe(traceText(program, { ties }));
  });

  test.each(programs)('%s leaves the same bytes in slices of one, two, three', (_name, program) => {
    const whole = traceText(program, { ties });
    for (const slice of [1, 2, 3]) expect(traceText(program, { ties, slice })).toBe(whole);
  });

  test.each(programs)('%s sees time and iterations go forward only', (_name, program) => {
    const { handles } = observe(program, { ties });
    const isOrdered = handles.every(
      ([iteration, time], i) =>
        i === 0 || (handles[i - 1][0] < iteration && handles[i - 1][1] <= time),
    );
    expect(isOrdered).toBe(true);
  });

  test.each(programs)('%s ends with every task done, or as a deadlock', (_name, program) => {
    const { status, tasks } = observe(program, { ties });
    expect(tasks.some((task) => task.endsWith(' pending'))).toBe(status === 'deadlock');
  });
});
