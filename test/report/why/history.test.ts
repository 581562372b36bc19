import { describe, expect, test } from 'vitest';
import { History } from '../../../src/report/why/history.ts';
import type { TraceEvent } from '../../../src/trace/event.ts';
import { Script } from '../../trace/script.ts';
import { inquired } from './inquired.ts';
import { BLOCKED, CONTENDED, THREADED } from './programs.ts';

describe('a history', () => {
  test('knows tasks, their ends and the names of objects', () => {
    const { history } = inquired(CONTENDED);
    expect(history.tasks().map(({ task, name, coroutine }) => [task, name, coroutine])).toEqual([
      [1, 'Task-1', 'main'],
      [2, 'Task-2', 'work'],
      [3, 'Task-3', 'work'],
      [4, 'Task-4', 'work'],
    ]);
    expect(history.event(history.task(2)!.finished)).toMatchObject({
      kind: 'task.finished',
      time: 1,
    });
    expect([history.who(2), history.who(0), history.who(99)]).toEqual([
      ...['Task-2 (work)', 'the loop', 'task 99'],
    ]);
    expect([
      history.nameOf('lock#1'),
      history.nameOf('task#3'),
      history.nameOf('queue#7 get'),
    ]).toEqual([...['lock', 'Task-3 (work)', 'queue#7 get']]);
    expect([history.status, history.endTime, history.file]).toEqual(['finished', 3, 'spec.py']);
  });

  test('knows which suspension a step ended', () => {
    const { history } = inquired(CONTENDED);
    const steps = [...history.trace.eventsOf(3)].filter(({ kind }) => kind === 'task.resumed');
    const ended = steps.map(({ seq }) => history.suspensionOf(seq));
    expect(ended.map((event) => [event?.on, event?.time])).toEqual([
      ['lock#1', 0],
      ['sleep', 1],
    ]);
    expect(history.suspensionOf(1)).toBe(null);
  });

  test('knows blocking calls and where jobs come from', () => {
    expect(inquired(BLOCKED).history.blocks.map(({ seconds }) => seconds)).toEqual([2]);
    const { history } = inquired(THREADED);
    expect(history.submissionOf('job#1')).toMatchObject({ task: 1, at: [7, 5], function: 'slow' });
    expect(history.submissionOf('job#2')).toBe(null);
  });

  test('shows lines of the source without indentation and the dash of a list', () => {
    const { history } = inquired('main:\n  - await sleep(1)\n', 'spec.yaml');
    expect(history.lineAt([2, 5])).toBe('await sleep(1)');
    expect([history.lineAt([99, 1]), history.lineAt(null)]).toEqual([null, null]);
  });

  test('drops long texts that no answer shows', () => {
    const history = new History();
    const script = new Script();
    script.emit(0, 'output.written', { stream: 'stdout', text: 'x'.repeat(1000) });
    script.emit(0, 'variable.written', { name: 'n', value: 'y'.repeat(1000) });
    for (const event of script.events()) history.see(event);
    expect(history.event(1)).toMatchObject({ kind: 'output.written', text: '' });
    expect(history.event(2)).toMatchObject({ name: 'n', value: '' });
  });

  test('ends a chain of causes in a trace where one follows its effect', () => {
    const history = new History();
    const script = new Script();
    script.emit(0, 'loop.stopped', {});
    const [event] = script.events();
    const forged = { ...event, cause: 5 } as TraceEvent;
    history.see(forged);
    expect(history.causeOf(forged)).toBe(null);
  });

  test('is cut off where it has no end line', () => {
    const history = new History();
    history.finish(null, null);
    expect([history.status, history.endTime, history.file]).toEqual([null, 0, '']);
  });
});
