import { describe, expect, test } from 'vitest';
import { causesOf, chainOf, MAXIMUM_ENDS } from '../../../src/report/why/cause-chain.ts';
import type { TraceEvent } from '../../../src/trace/event.ts';
import { inquired, rows } from './inquired.ts';
import { BLOCKED, CONTENDED } from './programs.ts';

/** The last event of a kind. */
function last(text: string, kind: TraceEvent['kind'], task: number) {
  const { history } = inquired(text);
  const events = [...history.trace.eventsOf(task)].filter((event) => event.kind === kind);
  return { history, event: events[events.length - 1] };
}

describe('a chain of causes', () => {
  test('goes back through the tasks that let one another go on', () => {
    const { history, event } = last(CONTENDED, 'lock.acquired', 3);
    expect(rows(chainOf(history, event).steps)).toEqual([
      [1, 3, 6, 'acquires lock'],
      [1, 2, 6, 'releases lock'],
      [1, 0, 0, 'the sleep until 1 s is over'],
      [0, 2, 7, 'goes to sleep until 1 s'],
      [0, 2, 9, 'is created by Task-1 (main)'],
      [0, 1, 0, 'is created'],
    ]);
  });

  test('tells how late a sleep ended', () => {
    const { history, event } = last(BLOCKED, 'task.resumed', 2);
    expect(rows(chainOf(history, event).steps)[1]).toEqual([
      ...[3, 0, 0],
      'the sleep until 2 s is over, 1 s late',
    ]);
  });

  test('ends at an event without a cause, each earlier than the one before', () => {
    const { history, event } = last(CONTENDED, 'task.finished', 1);
    const seqs = [...causesOf(history, event)].map(({ seq }) => seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => b - a));
    expect(history.event(seqs[seqs.length - 1])?.cause).toBe(0);
  });

  test('keeps both ends of a long one and counts the rest', () => {
    const text = `import asyncio
async def main():
    for i in range(2000):
        await asyncio.sleep(1)
asyncio.run(main())
`;
    const { history, event } = last(text, 'task.finished', 1);
    const { steps, omitted } = chainOf(history, event);
    expect(steps.length).toBe(2 * MAXIMUM_ENDS);
    // Each second has a timer that is set and one that is due; the rest is main's start and end.
    expect(steps.length + omitted).toBe(2 * 2000 + 2);
    expect([steps[0].time, steps[steps.length - 1].time]).toEqual([2000, 0]);
  });
});
