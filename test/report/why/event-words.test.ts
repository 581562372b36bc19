import { describe, expect, test } from 'vitest';
import { CONTEXT_KINDS, eventWords } from '../../../src/report/why/event-words.ts';
import type { EventFields, EventKind } from '../../../src/trace/event.ts';
import { EVENT_KINDS } from '../../../src/trace/event.ts';
import { Script } from '../../trace/script.ts';

const names = {
  who: (task: number) => `T${task}`,
  nameOf: (on: string) => on.replace('lock#1', 'gate'),
};

function words<K extends EventKind>(kind: K, fields: EventFields[K]): string {
  return eventWords(new Script().emit(1, kind, fields).events()[0], names);
}

describe('an event in words', () => {
  test('names tasks and objects as the program does', () => {
    const created = { parent: 2, name: 'x', coroutine: 'x', eager: false };
    expect(words('task.created', created)).toBe('is created by T2');
    expect(words('task.created', { ...created, parent: 0 })).toBe('is created');
    expect(words('lock.waited', { object: 'lock#1' })).toBe('begins to wait for gate');
    expect(words('lock.released', { object: 'lock#1' })).toBe('releases gate');
    const request = { by: 3, message: "'stop'", count: 1 };
    expect(words('task.cancel-requested', request)).toBe("is asked to cancel by T3: 'stop'");
    expect(words('task.cancelled', { message: null })).toBe('gets CancelledError');
    expect(words('task.uncancelled', { count: 0 })).toBe('takes a request to cancel back');
  });

  test('tells what the loop and its threads do', () => {
    expect(words('timer.scheduled', { timer: 1, when: 2 })).toBe('sets a timer for 2 s');
    expect(words('timer.fired', { timer: 1, when: 2 })).toBe('the timer for 2 s is due');
    expect(words('handle.executed', { handle: 'callback' })).toBe('the loop runs a callback');
    expect(words('job.submitted', { object: 'job#1', function: 'f' })).toBe('hands f to a thread');
    expect(words('job.started', { object: 'job#1' })).toBe('a thread begins job#1');
    const finished = { object: 'job#1', outcome: 'returned', value: '5' } as const;
    expect(words('job.finished', finished)).toBe("the thread's job#1 returned 5");
  });

  test('tells calls, draws, expectations and the state of the loop', () => {
    const frame = { coroutine: 'fetch', depth: 2 };
    expect(words('coroutine.called', frame)).toBe('awaits fetch');
    expect(words('coroutine.returned', frame)).toBe('is back from fetch');
    expect(words('random.drawn', { stream: 'random', value: '0.5' })).toBe('draws 0.5');
    expect(words('expect.held', { rule: 'always', index: 0, text: 'x' })).toBe('always: x holds');
    expect(words('expect.failed', { rule: 'finally', index: 0, text: 'x', reason: '' })).toBe(
      'finally: x fails',
    );
    expect(words('loop.idle', { until: 2 })).toBe('the loop waits until 2 s');
    expect(words('loop.deadlocked', { waiting: 1 })).toBe('nothing can happen any more');
    expect(words('loop.stopped', {})).toBe('the loop stops');
  });

  test('tells how a future and a time-out end', () => {
    const settled = (outcome: 'result' | 'exception' | 'cancelled') =>
      words('future.settled', { object: 'future#1', outcome });
    expect(settled('result')).toBe('future#1 is settled with a result');
    expect(settled('exception')).toBe('future#1 is settled with an exception');
    expect(settled('cancelled')).toBe('future#1 is settled with a cancellation');
    expect(words('timeout.expired', { object: 'timeout#1' })).toBe('timeout#1 runs out');
    expect(words('timeout.outlived', { object: 'timeout#1' })).toBe(
      'ends as if timeout#1 had not run out',
    );
  });

  test('the place of what the loop does is nobody’s', () => {
    expect([...CONTEXT_KINDS].every((kind) => EVENT_KINDS.includes(kind))).toBe(true);
  });
});
