// The kernel's loop with nothing on it: handles are JavaScript functions.
import type { Handle, Runnable, TimerHandle } from '../../src/kernel/handle.ts';
import { Loop, type LoopOptions } from '../../src/kernel/loop.ts';
import { MemoryTrace } from '../../src/trace/memory.ts';
import { Tracer } from '../../src/trace/tracer.ts';

export class Call implements Runnable {
  readonly #act: () => void;

  constructor(act: () => void) {
    this.#act = act;
  }

  run(): void {
    this.#act();
  }
}

export class BareLoop extends Loop {
  readonly failures: unknown[] = [];
  /** What leaves the loop instead of being noted as a failure. */
  passes: (error: unknown) => boolean = () => false;
  continued = 0;

  soon(act: () => void): Handle {
    return this.scheduleHandle(new Call(act), 0, undefined);
  }

  at(when: number, act: () => void): TimerHandle {
    return this.scheduleAt(when, new Call(act), 0, undefined);
  }

  protected override handleName(operation: number): string {
    return `operation ${operation}`;
  }

  protected override runningTask(): number {
    return 0;
  }

  protected override taskOf(): number {
    return 0;
  }

  protected override handleFailed(_target: Runnable, error: unknown): void {
    if (this.passes(error)) throw error;
    this.failures.push(error);
  }

  protected override continuePreempted(target: Runnable): void {
    this.continued++;
    target.run(1, undefined);
  }
}

/** A loop with a tracer, and what it traced so far as one line an event. */
export function tracedLoop(options: LoopOptions = {}): [BareLoop, () => string[]] {
  const memory = new MemoryTrace();
  const context = { position: () => null, nameOf: () => null, repr: String };
  const tracer = new Tracer([memory], context);
  const lines = (): string[] => {
    tracer.flush();
    return [...memory].map((event) => JSON.stringify(event));
  };
  return [new BareLoop({ ...options, tracer }), lines];
}
