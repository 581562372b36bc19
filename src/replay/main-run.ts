// One run of a main that is written in TypeScript, start to end: what simulate.ts is for a
// scenario. The loop, its clock and the counters are made anew; two runs of a main that depends on
// nothing else give the same events, byte for byte.

import { Counters, EventLoop } from '../asyncio/base-events.ts';
import type { Coroutine } from '../asyncio/coroutines.ts';
import { asCoroutine } from '../asyncio/ensure-future.ts';
import { DefaultHost } from '../asyncio/host.ts';
import { Deadlock, type LoopSteps, runMain } from '../asyncio/runners.ts';
import { LimitReached, SimulationStop } from '../base/stop.ts';
import { VirtualClock } from '../kernel/clock.ts';
import { Threads } from '../kernel/threads.ts';
import { DEFAULT_LIMITS, type Slice } from '../simulate.ts';
import type { EndStatus } from '../trace/event.ts';
import { Kind, Tracer, type TraceSink } from '../trace/tracer.ts';
import type { RunSettings } from './settings.ts';

/** Makes the coroutine that is run. It is called once for each run. */
export type Main<T = unknown> = () => Coroutine<T> | Generator<unknown, T, unknown>;

/** How the run of a main ended. */
export interface MainOutcome<T> {
  readonly end: EndStatus;
  /** What it returned; undefined where it did not. */
  readonly value: T | undefined;
  /** What it raised: an exception of asyncio's, a Deadlock, or anything that was thrown. */
  readonly error: unknown;
  /** The limit that was reached, null for none. */
  readonly limit: LimitReached | null;
  /** Virtual seconds. */
  readonly time: number;
}

export class MainRun<T> {
  readonly clock = new VirtualClock();
  readonly #tracer: Tracer;
  readonly #steps: LoopSteps<T>;
  #loop: EventLoop | null = null;
  #outcome: MainOutcome<T> | null = null;

  /** `settings`: of these a main has ties, policy, limits, until, pool and debug. */
  constructor(main: Main<T>, settings: RunSettings = {}, sinks: readonly TraceSink[] = []) {
    const { ties = 'fifo', policy = null, limits = DEFAULT_LIMITS, until, pool } = settings;
    const { clock } = this;
    const host = new DefaultHost();
    const repr = (value: unknown): string => host.repr(value);
    this.#tracer = new Tracer(sinks, { position: () => null, nameOf: () => null, repr });
    const tracer = sinks.length === 0 ? null : this.#tracer;
    const { steps: handles, instantSteps: handlesAtInstant, time } = limits;
    const threads = new Threads(clock, { handles, handlesAtInstant, time }, tracer);
    const loopFactory = (): EventLoop =>
      new EventLoop({
        ...{ clock, counters: new Counters(), host, tracer, ties, policy, threads },
        limits: threads.limits,
        maxTasks: limits.tasks,
        recursionLimit: limits.recursion,
        ...(until === undefined ? {} : { until }),
        ...(pool === undefined ? {} : { pool }),
      });
    const debug = settings.debug ?? null;
    this.#steps = runMain({ loopFactory, debug }, () => asCoroutine(main()));
  }

  /** Null until the run is over. */
  get outcome(): MainOutcome<T> | null {
    return this.#outcome;
  }

  /** For whoever looks on: what the run is made of. */
  get insides() {
    const loop = this.#loop;
    const repr = (value: unknown): string => loop?.host.repr(value) ?? '';
    return { machine: null, observer: { repr }, loop };
  }

  /** A main draws from no stream that the loop knows. */
  get randomStates(): readonly (readonly [string, string])[] {
    return [];
  }

  /** Runs on for a slice; true when the run is over. Throws what a sink throws. */
  advance(slice: Slice): boolean {
    try {
      this.#advance(slice);
      this.#tracer.flush();
    } catch (error) {
      if (!(error instanceof LimitReached)) throw error;
      this.#finish('limit', { limit: error });
    }
    // V8 keeps what the program's own generator functions reach until it collects the whole heap.
    if (this.#outcome !== null) this.#tracer.close();
    return this.#outcome !== null;
  }

  /** Ends it from outside. */
  interrupt(): void {
    if (this.#outcome === null) this.#finish('interrupted', {});
  }

  #advance(slice: Slice): void {
    if (this.#loop === null) this.#take(() => this.#steps.next());
    const last = this.clock.handles + slice.handles;
    while (this.#loop !== null && this.#outcome === null && this.clock.handles < last) {
      const loop: EventLoop = this.#loop;
      let failure: { readonly error: unknown } | null = null;
      try {
        const status = loop.run(slice.handles);
        if (status !== 'stopped') {
          if (status === 'deadlocked') this.#deadlocked(loop);
          if (status === 'until') this.#finish('finished', {});
          return;
        }
      } catch (error) {
        if (error instanceof SimulationStop) throw error;
        failure = { error };
      }
      this.#take(() => (failure === null ? this.#steps.next() : this.#steps.throw(failure.error)));
    }
  }

  #take(next: () => IteratorResult<EventLoop, T>): void {
    let step: IteratorResult<EventLoop, T>;
    try {
      step = next();
    } catch (error) {
      if (error instanceof SimulationStop) throw error;
      this.#finish('failed', { error });
      return;
    }
    if (step.done === true) this.#finish('finished', { value: step.value });
    else this.#loop = step.value;
  }

  #deadlocked(loop: EventLoop): void {
    const tasks = loop.allTasks();
    this.#tracer.emitFor(0, Kind.loopDeadlocked, tasks.length);
    this.#finish('deadlocked', { error: new Deadlock(tasks) });
  }

  #finish(end: EndStatus, how: Partial<MainOutcome<T>>): void {
    this.#tracer.runEnded();
    const nothing = { value: undefined, error: null, limit: null };
    this.#outcome = { end, ...nothing, ...how, time: this.clock.now };
  }
}
