// Runs a TypeScript program on the simulator itself and keeps its whole trace: real events for
// specs.

import { Deadlock } from '../../src/asyncio/runners.ts';
import * as sim from '../../src/index.ts';
import type { TraceEvent } from '../../src/trace/event.ts';
import { MemoryTrace } from '../../src/trace/memory.ts';
import { Kind, Tracer } from '../../src/trace/tracer.ts';

export type Program = Generator<unknown, unknown, unknown>;

export interface Names {
  /** Names that the program holds objects by. */
  readonly names: Map<object, string>;
  print(text: string): void;
}

/** The events of `main`, to its end, its exception or its deadlock. */
export function eventsOfProgram(main: (names: Names) => sim.Coroutine<unknown>): TraceEvent[] {
  const memory = new MemoryTrace();
  const names = new Map<object, string>();
  const tracer = new Tracer([memory], {
    position: () => null,
    nameOf: (object) => names.get(object) ?? null,
    repr: (value) => (typeof value === 'object' && value !== null ? 'object' : String(value)),
  });
  const print = (text: string) => tracer.emit(Kind.outputWritten, 'stdout', `${text}\n`);
  try {
    sim.run(main({ names, print }), { tracer });
  } catch (error) {
    if (!(error instanceof Deadlock)) throw error;
    tracer.emitFor(0, Kind.loopDeadlocked, error.tasks.length);
  }
  tracer.flush();
  return [...memory];
}

/** `n` workers that sleep a second inside a semaphore of `k`, under gather. */
export function semaphoreProgram(n: number, k: number): TraceEvent[] {
  return eventsOfProgram(({ names, print }) => {
    const worker = sim.coroutine(function* worker(slots: sim.Semaphore, i: number): Program {
      yield* slots.acquire();
      try {
        print(`worker ${i} starts`);
        yield* sim.sleep(1);
      } finally {
        slots.release();
      }
      return i;
    });
    const main = sim.coroutine(function* main(): Program {
      const slots = new sim.Semaphore(k);
      names.set(slots, 'slots');
      const workers = Array.from({ length: n }, (_, i) => worker(slots, i));
      return yield* sim.gather(workers);
    });
    return main();
  });
}
