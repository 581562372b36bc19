import { expect, test } from 'vitest';
import { coroutine, createTask, run, sleep } from '../../src/index.ts';
import type { TraceEvent } from '../../src/trace/event.ts';
import { MemoryTrace } from '../../src/trace/memory.ts';
import { Tracer } from '../../src/trace/tracer.ts';

const context = { position: () => null, nameOf: () => null, repr: (value: unknown) => `${value}` };

test('a task tells who made it, what it waits for and who asked it to end', () => {
  const memory = new MemoryTrace();
  const tracer = new Tracer([memory], context);
  const child = coroutine(function* child() {
    yield* sleep(9);
  });
  const main = coroutine(function* main() {
    const task = createTask(child(), { name: 'late' });
    yield* sleep(1);
    task.cancel('enough');
  });
  run(main(), { tracer });
  tracer.flush();
  const events: TraceEvent[] = [...memory.events()];
  const created = events.find((event) => event.kind === 'task.created' && event.task === 2);
  expect(created).toMatchObject({ parent: 1, name: 'late', coroutine: 'child', eager: false });
  const suspended = events.find((event) => event.kind === 'task.suspended' && event.task === 2);
  expect(suspended).toMatchObject({ on: 'sleep', until: 9 });
  const asked = events.find((event) => event.kind === 'task.cancel-requested');
  expect(asked).toMatchObject({ task: 2, by: 1, message: 'enough', count: 1, time: 1 });
});

test('a first step has the making of its task as its cause', () => {
  const memory = new MemoryTrace();
  const tracer = new Tracer([memory], context);
  run(sleep(0), { tracer });
  tracer.flush();
  const events: TraceEvent[] = [...memory.events()];
  const created = events.find((event) => event.kind === 'task.created');
  const step = events.find((event) => event.kind === 'handle.executed');
  expect(step?.cause).toBe(created?.seq);
});
