// Writes synthetic runs for specs: events through the real Tracer, with the clock set by hand.

import {
  codeOf,
  EVENT_FIELDS,
  type EventFields,
  type EventKind,
  type TraceEvent,
} from '../../src/trace/event.ts';
import type { TraceHeader } from '../../src/trace/header.ts';
import { MemoryTrace } from '../../src/trace/memory.ts';
import { Tracer } from '../../src/trace/tracer.ts';

export class Script {
  readonly memory = new MemoryTrace();
  #position: { line: number; column: number } | null = null;
  readonly tracer = new Tracer([this.memory], {
    position: () => this.#position,
    nameOf: () => null,
    repr: (value) => String(value),
  });
  #created = 0;

  /** Sets the clock, and the iteration (one further where it is not given). */
  at(time: number, iteration = this.tracer.iteration + 1): this {
    this.tracer.time = time;
    this.tracer.iteration = iteration;
    return this;
  }

  /** The place in the source of the events that follow; line 0 for none. */
  line(line: number, column = 1): this {
    this.#position = line === 0 ? null : { line, column };
    return this;
  }

  emit<K extends EventKind>(task: number, kind: K, fields: EventFields[K]): this {
    const values = new Map<string, unknown>(Object.entries(fields));
    const [a, b, c, d] = EVENT_FIELDS[codeOf(kind)].map((name) => values.get(name));
    this.tracer.emitFor(task, codeOf(kind), a, b, c, d);
    return this;
  }

  /** Creates the next task, as asked for by `parent`; returns its number. */
  create(coroutine: string, name = `Task-${this.#created + 1}`, parent = 0): number {
    this.#created++;
    this.emit(this.#created, 'task.created', { parent, name, coroutine, eager: false });
    return this.#created;
  }

  start(task: number): this {
    return this.emit(task, 'task.started', {});
  }

  resume(task: number): this {
    return this.emit(task, 'task.resumed', {});
  }

  suspend(task: number, on: string, until: number | null = null): this {
    return this.emit(task, 'task.suspended', { on, until });
  }

  finish(
    task: number,
    outcome: 'returned' | 'raised' | 'cancelled' = 'returned',
    value = 'None',
  ): this {
    return this.emit(task, 'task.finished', { outcome, value });
  }

  object(className: string, capacity: number | null, name: string | null = null): string {
    const object = `${className.toLowerCase()}#1`;
    this.emit(0, 'object.created', { object, class: className, name, capacity });
    return object;
  }

  events(): TraceEvent[] {
    this.tracer.flush();
    return [...this.memory];
  }
}

/**
 * `n` workers that hold one of `k` permits of a semaphore for a second each, awaited by main
 * through
 * gather, in the handles that asyncio takes.
 */
export function semaphoreRun(n: number, k: number): Script {
  const script = new Script();
  const main = script.line(30).create('main');
  script.at(0).start(main).line(31).object('Semaphore', k, 'slots');
  for (let i = 0; i < n; i++) script.create('worker', `Task-${i + 2}`, main);
  script.line(33).suspend(main, 'future#1');
  script.at(0).line(10);
  const slots = 'semaphore#1';
  for (let i = 0; i < n; i++) {
    const task = i + 2;
    script.start(task);
    if (i < k) {
      script.emit(task, 'semaphore.acquired', { object: slots, value: k - i - 1 });
      script.suspend(task, 'sleep', 1);
    } else {
      script.emit(task, 'semaphore.waited', { object: slots }).suspend(task, slots);
    }
  }
  for (let batch = 0; batch * k < n; batch++) {
    script.at(batch + 1);
    const held = Math.min(k, n - batch * k);
    for (let i = 0; i < held; i++) {
      const task = batch * k + i + 2;
      script.resume(task).emit(task, 'semaphore.released', { object: slots, value: 1 });
      script.emit(task, 'output.written', { stream: 'stdout', text: `worker ${task - 2}\n` });
      script.finish(task, 'returned', String(task - 2));
    }
    script.at(batch + 1);
    for (let i = 0; i < Math.min(k, n - (batch + 1) * k); i++) {
      const task = (batch + 1) * k + i + 2;
      script.resume(task).emit(task, 'semaphore.acquired', { object: slots, value: 0 });
      script.suspend(task, 'sleep', batch + 2);
    }
  }
  script.at(script.tracer.time).line(33).resume(main).finish(main, 'returned', '[]');
  return script;
}

export const header: TraceHeader = {
  trace: 1,
  sim: '0.1.0',
  source: { name: 'demo.yaml', sha256: '0'.repeat(64), text: 'main:\n  - pass\n' },
  params: [
    ['n', '50'],
    ['__proto__', "'x'"],
  ],
  seed: 1,
  ties: 'fifo',
  policy: 'fifo',
  limits: [['handles', 100_000_000]],
  epoch: 1_700_000_000,
  until: null,
  pool: 32,
  debug: false,
  strict314: false,
  argv: ['x.py'],
};
