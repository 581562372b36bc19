import { describe, expect, test } from 'vitest';
import { STEP_KINDS, stepText } from '../../src/report/step-text.ts';
import {
  EVENT_FIELDS,
  EVENT_KINDS,
  type EventFields,
  type EventKind,
} from '../../src/trace/event.ts';
import { Script } from '../trace/script.ts';

const nameOf = (object: string) => (object === 'lock#1' ? 'door' : object);

function words<K extends EventKind>(kind: K, fields: EventFields[K]): string {
  return stepText(new Script().emit(3, kind, fields).events()[0], nameOf);
}

describe('an event in words', () => {
  test('tells the steps of a task', () => {
    const created = { parent: 1, name: 'x', coroutine: 'x', eager: false };
    expect(words('task.created', created)).toBe('is created by task 1');
    expect(words('task.suspended', { on: 'sleep', until: 2.5 })).toBe('sleeps until 2.5 s');
    expect(words('task.suspended', { on: 'lock#1', until: null })).toBe('waits on door');
    expect(words('task.suspended', { on: 'yield', until: null })).toBe('yields');
    expect(words('task.finished', { outcome: 'returned', value: '42' })).toBe('returns 42');
    expect(words('task.finished', { outcome: 'raised', value: 'E()' })).toBe('raises E()');
    expect(words('task.finished', { outcome: 'cancelled', value: '' })).toBe('ends cancelled');
    expect(words('task.cancelled', { message: null })).toBe('gets CancelledError');
  });

  test('tells what happens to objects by their names in the program', () => {
    expect(words('lock.acquired', { object: 'lock#1' })).toBe('acquires door');
    expect(words('semaphore.released', { object: 'semaphore#1', value: 2 })).toBe(
      'releases semaphore#1 (2 left)',
    );
    expect(words('queue.put', { object: 'queue#1', size: 3 })).toBe('puts into queue#1 (3 in it)');
  });

  test('tells what the program writes', () => {
    expect(words('variable.written', { name: 'running', value: '6' })).toBe('sets running = 6');
    expect(words('output.written', { stream: 'stdout', text: 'a\x1b\n' })).toBe(
      'prints "a\\u001b\\n"',
    );
    expect(words('clock.blocked', { seconds: 2 })).toBe('blocks the loop for 2 s');
  });

  test('there are words of their own for every kind of step', () => {
    for (const kind of STEP_KINDS) {
      const names = EVENT_FIELDS[EVENT_KINDS.indexOf(kind)];
      const fields = Object.fromEntries(names.map((name) => [name, 'x']));
      expect(words(kind, fields as never)).not.toContain(kind);
    }
  });

  test('hides control characters of values', () => {
    expect(words('variable.written', { name: 'x', value: "'\u202e'" })).toBe("sets x = '\\u202e'");
  });
});
