import { expect, test } from 'vitest';
import { TimeoutScopes } from '../../src/check/timeout-scopes.ts';
import { foldEvents } from '../../src/trace/fold.ts';
import { Script } from '../trace/script.ts';

const scopes = (script: Script): TimeoutScopes =>
  foldEvents(script.events(), new TimeoutScopes())[0];

test('time-outs are around a task from entering to leaving, outermost first', () => {
  const script = new Script();
  const task = script.create('work');
  for (const [object, when] of [
    ['timeout#1', 5],
    ['timeout#2', null],
    ['timeout#3', 7],
  ] as const) {
    script.emit(task, 'timeout.entered', { object, when });
  }
  expect(scopes(script).around(task)).toEqual(['timeout#1', 'timeout#3']);
  script.emit(task, 'timeout.exited', { object: 'timeout#1' });
  script.emit(task, 'timeout.rescheduled', { object: 'timeout#2', when: 9 });
  expect(scopes(script).around(task)).toEqual(['timeout#3', 'timeout#2']);
  expect(scopes(script).around(task + 1)).toEqual([]);
});

test('whom a time-out cancels is known, and whom those wait for', () => {
  const script = new Script();
  const [outer, inner, other] = ['outer', 'inner', 'other'].map((name) => script.create(name));
  const request = { by: 0, message: null, count: 1 };
  script.emit(outer, 'timeout.expired', { object: 'timeout#1' });
  script.tracer.cause = script.tracer.count;
  script.emit(outer, 'task.cancel-requested', request);
  script.tracer.cause = script.tracer.count;
  script.emit(inner, 'task.cancel-requested', request);
  script.tracer.cause = 0;
  script.emit(other, 'task.cancel-requested', request);
  const fold = scopes(script);
  expect([outer, inner, other].map((task) => fold.hasCancelled(task))).toEqual([true, true, false]);
});
