import { describe, expect, test } from 'vitest';
import { codeOf } from '../../src/trace/event.ts';
import { MemoryTrace } from '../../src/trace/memory.ts';
import { Tracer } from '../../src/trace/tracer.ts';
import { Script } from './script.ts';

const context = { position: () => null, nameOf: () => null, repr: String };

describe('a trace in memory', () => {
  test('gives back every event over several batches, in order', () => {
    const script = new Script();
    for (let i = 0; i < 10_000; i++) script.at(i, i).emit(i, 'loop.stopped', {});
    const events = script.events();
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 10_000 }, (_, i) => i + 1));
    expect(script.memory.count).toBe(10_000);
    expect(script.memory.batches.length).toBe(3);
  });

  test('finds an event by its seq', () => {
    const script = new Script();
    for (let i = 0; i < 9000; i++) script.at(i, i).emit(i, 'loop.stopped', {});
    script.events();
    for (const seq of [1, 4096, 4097, 8192, 8193, 9000]) {
      expect(script.memory.event(seq)).toMatchObject({ seq, time: seq - 1 });
    }
    expect([script.memory.event(0), script.memory.event(9001)]).toEqual([null, null]);
  });

  test('records only the kinds that it is made for', () => {
    const memory = new MemoryTrace(new Set(['task.resumed']));
    const tracer = new Tracer([memory], context);
    tracer.emit(codeOf('task.started'));
    tracer.emit(codeOf('task.resumed'));
    tracer.flush();
    expect([...memory].map(({ seq, kind }) => [seq, kind])).toEqual([[1, 'task.resumed']]);
  });

  test('takes events one by one, and gives back the same', () => {
    const script = new Script();
    for (let i = 0; i < 5000; i++) {
      script
        .at(i / 3, i)
        .line(i % 7, 2)
        .emit(i % 5, 'timer.scheduled', { timer: i, when: i });
    }
    const kept = new MemoryTrace();
    for (const event of script.events()) kept.keep(event);
    expect([...kept]).toEqual(script.events());
    expect([kept.count, kept.batches.length]).toEqual([5000, 2]);
  });

  test('gives the events of one task', () => {
    const script = new Script();
    for (let i = 0; i < 9; i++) script.emit(i % 3, 'loop.stopped', {});
    script.events();
    expect([...script.memory.eventsOf(2)].map(({ seq }) => seq)).toEqual([3, 6, 9]);
  });

  test('gives frozen events', () => {
    const script = new Script();
    script.create('main');
    expect(Object.isFrozen(script.events()[0])).toBe(true);
  });

  test('puts short batches together, so that a run in small slices takes no more room', () => {
    const memory = new MemoryTrace();
    const tracer = new Tracer([memory], context);
    for (let i = 1; i <= 5000; i++) {
      tracer.time = i;
      tracer.emitFor(i, codeOf('timer.fired'), i, i / 2);
      if (i % 3 === 0) tracer.flush();
    }
    tracer.flush();
    expect([memory.count, memory.batches.length]).toEqual([5000, 2]);
    for (const seq of [1, 64, 4096, 4097, 5000]) {
      expect(memory.event(seq)).toMatchObject({
        seq,
        task: seq,
        time: seq,
        timer: seq,
        when: seq / 2,
      });
    }
  });

  test('leaves the batches of other readers as they are', () => {
    const [one, other] = [new MemoryTrace(), new MemoryTrace()];
    const tracer = new Tracer([one, other], context);
    for (let i = 0; i < 10; i++) {
      tracer.emit(codeOf('loop.stopped'));
      tracer.flush();
    }
    expect([one.count, [...one].length, [...other].length]).toEqual([10, 10, 10]);
  });
});
