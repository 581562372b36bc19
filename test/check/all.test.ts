import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../src/base/columns.ts';
import { createCheckers, violationsOf } from '../../src/check/all.ts';
import * as sim from '../../src/index.ts';
import { plainPage } from '../../src/report/page.ts';
import { SummaryFold } from '../../src/report/summary.ts';
import { renderTimeline } from '../../src/report/timeline.ts';
import { TimelineFold } from '../../src/report/timeline-fold.ts';
import type { TraceEvent } from '../../src/trace/event.ts';
import { foldEvents } from '../../src/trace/fold.ts';
import { JsonlWriter } from '../../src/trace/jsonl.ts';
import { MemoryTrace } from '../../src/trace/memory.ts';
import { readTrace } from '../../src/trace/read.ts';
import { Kind, Tracer } from '../../src/trace/tracer.ts';
import { type Recorded, recorded, show } from '../asyncio/observe.ts';
import { type Operation, programOf } from '../asyncio/random-program.ts';
import { header, Script, semaphoreRun } from '../trace/script.ts';
import { deadlockRun } from './deadlocked.ts';

function judge(script: Script) {
  const checkers = createCheckers();
  foldEvents(script.events(), ...checkers.all);
  return { violations: violationsOf(checkers), deadlock: checkers.deadlock.deadlock() };
}

describe('all checkers together', () => {
  test('find nothing in a run that keeps the rules', () => {
    expect(judge(semaphoreRun(50, 5))).toEqual({ violations: [], deadlock: null });
  });

  test('report a deadlock once', () => {
    const { violations, deadlock } = judge(deadlockRun());
    expect(violations.map(({ rule }) => rule)).toEqual(['deadlock']);
    expect(deadlock?.cycles).toEqual([[2, 3]]);
  });

  test('report in order of time, whoever found it', () => {
    const script = new Script();
    const task = script.create('main');
    script.at(1).start(task).emit(task, 'lock.released', { object: 'lock#1' });
    script.at(2).emit(0, 'timer.fired', { timer: 1, when: 2 }).at(3).start(task).finish(task);
    expect(judge(script).violations.map(({ rule, time }) => [rule, time])).toEqual([
      ['lock.released-unheld', 1],
      ['timer.unscheduled', 2],
      ['task.started-twice', 3],
    ]);
  });
});

describe('random programs on the simulator', () => {
  const corpus = recorded('corpus');

  /** The whole trace of a program, however it ends. */
  function eventsOf(record: Recorded): TraceEvent[] {
    const memory = new MemoryTrace();
    const context = { position: () => null, nameOf: () => null, repr: show };
    const tracer = new Tracer([memory], context);
    try {
      const main = programOf(record.program as Operation[])(() => {});
      sim.run(main, { ties: 'heapq', tracer });
    } catch (error) {
      if (error instanceof sim.Deadlock) tracer.emitFor(0, Kind.loopDeadlocked, 0);
      else if (!(error instanceof sim.BaseException || error instanceof sim.LimitReached))
        throw error;
    }
    tracer.flush();
    return [...memory];
  }

  test('keep the rules of loop, tasks and locks', () => {
    expect(corpus.length).toBeGreaterThan(50);
    for (const record of corpus) {
      const checkers = createCheckers();
      foldEvents(eventsOf(record), ...checkers.all);
      const broken = violationsOf(checkers).filter(({ rule }) => !OPEN_ENDS.has(rule));
      expect([record.name, broken]).toEqual([record.name, []]);
    }
  });

  test('have traces that are read back as they were written, byte for byte', () => {
    for (const record of corpus) {
      const events = eventsOf(record);
      const text = write(events);
      const trace = readTrace(text);
      expect(trace.events).toEqual(events);
      expect(write(trace.events)).toBe(text);
    }
  });

  test('are drawn and summed up, whatever they do', () => {
    for (const record of corpus) {
      const [timeline, summary] = [new TimelineFold(), new SummaryFold()];
      const events = eventsOf(record);
      foldEvents(events, timeline, summary);
      const created = events.filter(({ kind }) => kind === 'task.created').length;
      const { tasks } = summary.summary();
      const ended = tasks.returned + tasks.raised + tasks.cancelled + tasks.pending;
      expect(ended).toBe(tasks.created);
      expect(timeline.data().total).toBe(tasks.created);
      expect(tasks.created).toBeLessThanOrEqual(created);
      for (const line of renderTimeline(timeline.data(), plainPage).split('\n')) {
        expect(columnsOf(line)).toBeLessThanOrEqual(100);
      }
    }
  });
});

/** What a program may do: end with tasks that wait, or hold on to a lock. */
const OPEN_ENDS = new Set(['task.pending', 'leak', 'deadlock']);

function write(events: Iterable<TraceEvent>): string {
  let text = '';
  const writer = new JsonlWriter(header, (chunk) => {
    text += chunk;
  });
  for (const event of events) writer.event(event);
  writer.finish({ end: 'finished', time: 0, random: [] });
  return text;
}
