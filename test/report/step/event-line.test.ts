import { describe, expect, test } from 'vitest';
import { plainPage } from '../../../src/report/page.ts';
import { eventWords, fitted, renderEvents } from '../../../src/report/step/event-line.ts';
import type { Names } from '../../../src/report/step/names.ts';
import {
  EVENT_FIELDS,
  EVENT_KINDS,
  type EventFields,
  type EventKind,
} from '../../../src/trace/event.ts';
import { Script } from '../../trace/script.ts';

const names: Names = {
  task: (task) => (task === 2 ? { name: 'b', coroutine: 'work' } : null),
  object: (object) => (object === 'lock#1' ? 'door' : object),
};

function words<K extends EventKind>(kind: K, fields: EventFields[K]): string {
  return eventWords(new Script().emit(3, kind, fields).events()[0], names);
}

describe('an event in a line', () => {
  test('has words of its own where a step has none', () => {
    expect(words('handle.executed', { handle: 'wakeup' })).toBe('handle wakeup runs');
    expect(words('timer.scheduled', { timer: 4, when: 2 })).toBe('timer 4 is set for 2 s');
    expect(words('timer.fired', { timer: 4, when: 2 })).toBe('timer 4 is due');
    expect(words('timer.cancelled', { timer: 4, when: 2 })).toBe('timer 4 is cancelled');
    expect(words('loop.idle', { until: 2.5 })).toBe('nothing is ready until 2.5 s');
    expect(words('coroutine.called', { coroutine: 'f', depth: 2 })).toBe('awaits f');
    expect(words('coroutine.returned', { coroutine: 'f', depth: 2 })).toBe('f ends');
    expect(words('lock.waited', { object: 'lock#1' })).toBe('begins to wait for door');
    expect(words('future.settled', { object: 'future#1', outcome: 'result' })).toBe(
      'future#1 is settled: result',
    );
    expect(words('group.entered', { object: 'group#1' })).toBe('group.entered group#1');
    expect(words('task.suspended', { on: 'task#2', until: null })).toBe('waits on b (work)');
  });

  test('has words for every kind', () => {
    for (const kind of EVENT_KINDS) {
      const names = EVENT_FIELDS[EVENT_KINDS.indexOf(kind)];
      const fields = Object.fromEntries(names.map((name) => [name, name === 'when' ? 1 : 'x']));
      expect(words(kind, { ...fields, until: 1, seconds: 1 } as never)).not.toBe('');
    }
  });

  test('is cut where the page ends', () => {
    expect(fitted('abcdef', 4, plainPage)).toBe('abc…');
    expect(fitted('abcdef', 4, { ...plainPage, unicode: false })).toBe('abc~');
    expect(fitted('abc', 4, plainPage)).toBe('abc');
  });
});

test('events stand one a line, with place and task', () => {
  const script = new Script().at(1).line(7).emit(2, 'lock.acquired', { object: 'lock#1' });
  script.line(0).emit(0, 'loop.stopped', {});
  expect(renderEvents(script.events(), names, plainPage)).toEqual([
    '  event  time  task      place   what',
    '  1      1 s   b (work)  line 7  acquires door',
    '  2      1 s                     loop.stopped',
  ]);
});
