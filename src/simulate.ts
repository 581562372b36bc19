// One run, start to end. A scenario's module is compiled, run as a frame of its own, and suspended
// each time it asks for an event loop to be driven; `advance` drives a slice and can be called
// again, so whoever holds the simulation stays in control. Everything is made anew for every run:
// two simulations of the same scenario and options give the same events, byte for byte.

import { Counters, EventLoop } from './asyncio/base-events.ts';
import { PREEMPTED, THREW, YIELDED } from './asyncio/coroutines.ts';
import { BaseException, KeyboardInterrupt, SystemExit } from './asyncio/exceptions.ts';
import { LimitReached, SimulationStop } from './base/stop.ts';
import { VirtualClock } from './kernel/clock.ts';
import type { SchedulingPolicy } from './kernel/policy.ts';
import { Threads } from './kernel/threads.ts';
import type { Ties } from './kernel/timer-heap.ts';
import { LanguageHost } from './lang/host.ts';
import { reportLeftovers } from './lang/leftovers.ts';
import { Machine, type ProgramWatch } from './lang/machine/machine.ts';
import type { ModuleProgram } from './lang/machine/program.ts';
import { Suspension } from './lang/machine/suspension.ts';
import { Observer } from './lang/observer.ts';
import { traceVariables } from './lang/trace-variables.ts';
import { formatTraceback } from './lang/traceback.ts';
import { Judge, type Verdict } from './scenario/judge.ts';
import { DEFAULT_LIMITS, type SimulationLimits } from './scenario/run-limits.ts';
import type { Scenario } from './scenario/scenario.ts';
import type { EndStatus } from './trace/event.ts';
import { Kind, Tracer, type TraceSink } from './trace/tracer.ts';

export { DEFAULT_LIMITS, type SimulationLimits };

/** The limit of operations in one step is counted from slice to slice: not too large a slice. */
const WHOLE: Slice = { handles: Number.POSITIVE_INFINITY, operations: 1_000_000 };

/** What a shell is told of a program that was interrupted: 128 + SIGINT. */
const INTERRUPTED = 130;

export interface SimulationOptions extends ProgramWatch {
  /** Of the program's `random`. Default: the scenario's, else 1. */
  readonly seed?: number | null;
  readonly ties?: Ties;
  readonly policy?: SchedulingPolicy | null;
  /** Virtual seconds at which the run ends normally. */
  readonly until?: number;
  /** `time.time()` at the start. */
  readonly epoch?: number;
  readonly limits?: SimulationLimits;
  /** Whether get_event_loop makes no loop outside of a running one, as in 3.14. Default false. */
  readonly strict314?: boolean;
  /** Threads of a loop's default executor. Default 32. */
  readonly pool?: number;
  /** `sys.argv`. */
  readonly argv?: readonly string[];
  /** The base name of the file, for tracebacks. */
  readonly file?: string;
  /** Its text, for the source lines of tracebacks. */
  readonly source?: string;
  readonly sinks?: readonly TraceSink[];
  /** Debug mode of every loop, as `PYTHONASYNCIODEBUG=1`. Default false. */
  readonly debug?: boolean;
  /** Gets the program's output as it is written. */
  readonly write?: (stream: 'stdout' | 'stderr', text: string) => void;
}

/** How much `advance` does before it returns. */
export interface Slice {
  readonly handles: number;
  /** Elementary operations of the language. */
  readonly operations: number;
}

/** How a run ended. */
export interface Outcome {
  readonly end: EndStatus;
  /** The exception that left the program, null for none. */
  readonly error: unknown;
  /** Its class and message, as the last line of a traceback; null for none. */
  readonly errorText: string | null;
  /** The program's exit code, where it ended by SystemExit or KeyboardInterrupt. */
  readonly exitCode: number | null;
  /** The limit that was reached, null for none. */
  readonly limit: LimitReached | null;
  /** What `asyncio.run` returned last, as Python's repr; null where it did not return. */
  readonly result: string | null;
  readonly verdicts: readonly Verdict[];
  /** Virtual seconds. */
  readonly time: number;
  /** The task that was in the middle of a step when the run was cut short, and its line. */
  readonly running: Running | null;
}

/** A step that was cut short. `task` is null for the module itself. */
export interface Running {
  readonly task: string | null;
  readonly line: number;
}

export class Simulation {
  readonly clock = new VirtualClock();
  readonly tracer: Tracer | null;
  readonly #threads: Threads;
  readonly #machine: Machine;
  readonly #program: ModuleProgram;
  readonly #observer: Observer;
  readonly #judge: Judge;
  readonly #options: SimulationOptions;
  readonly #limits: SimulationLimits;
  readonly #counters = new Counters();
  readonly #host: LanguageHost;
  readonly #loops: EventLoop[] = [];
  /** What the module waits for, and the loop that it asks to be driven. */
  #suspension: Suspension | null = null;
  #loop: EventLoop | null = null;
  /** How the run ends, once the module is over. */
  #ending: (() => boolean) | null = null;
  #written = 0;
  #result: unknown;
  #outcome: Outcome | null = null;

  /** The scenario was loaded without an error. */
  constructor(scenario: Scenario, options: SimulationOptions = {}) {
    this.#options = options;
    this.#limits = options.limits ?? DEFAULT_LIMITS;
    const sinks = options.sinks ?? [];
    const { steps: handles, instantSteps: handlesAtInstant, time } = this.#limits;
    this.#threads = new Threads(this.clock, { handles, handlesAtInstant, time });
    this.#machine = new Machine({
      clock: this.clock,
      threads: this.#threads,
      seed: options.seed ?? scenario.seed ?? 1,
      epoch: options.epoch ?? 1_700_000_000,
      argv: options.argv ?? [],
      file: options.file ?? scenario.name,
      source: options.source ?? '',
      limits: this.#limits,
      newLoop: () => this.#newLoop(),
      duration: (seconds) => this.#loops.at(-1)?.duration(seconds) ?? seconds,
      contexts: this.#counters.contexts,
      strict314: options.strict314 ?? false,
      write: (stream, text) => this.#write(stream, text),
      onLine: options.onLine,
      onRaise: options.onRaise,
      onAccess: options.onAccess,
      onIgnored: (message, exception) => this.#host.report({ message, exception }),
    });
    const observer = new Observer(this.#machine);
    this.#observer = observer;
    const { traceContext } = this.#machine;
    const context = { ...traceContext, repr: (value: unknown) => observer.repr(value) };
    this.tracer = sinks.length === 0 ? null : new Tracer(sinks, context);
    this.#threads.tracer = this.tracer;
    this.#machine.pushesAwaits = this.tracer === null;
    this.#host = new LanguageHost(this.#machine, (error) => this.traceback(error), {
      source: options.source ?? '',
      warn: ({ code, text, position, task }) =>
        this.tracer?.emitAt(position, task, Kind.warningRaised, code, text),
    });
    if (this.tracer !== null) traceVariables(this.#machine, this.tracer);
    this.#program = this.#machine.program(scenario.module, scenario.sharedNames);
    const compile = this.#machine.expectation.bind(this.#machine);
    this.#judge = new Judge(scenario.expect, compile, this.tracer, () => this.clock.now);
  }

  /** Null until the run is over. */
  get outcome(): Outcome | null {
    return this.#outcome;
  }

  /** An exception as CPython prints it. */
  traceback(error: unknown): string {
    return formatTraceback(error, this.#machine, this.#options.source ?? '');
  }

  /**
   * Runs on for a slice and hands its events to the sinks; true when the run is over. Throws
   * InternalError for a bug of ours, and what a sink throws, which may be a LimitReached to end the
   * run.
   */
  advance(slice: Slice): boolean {
    this.#machine.refuel(slice.operations);
    const last = this.clock.handles + slice.handles;
    this.#withinLimits(() => {
      while (this.#outcome === null && this.#goOn(slice) && this.clock.handles < last);
      this.tracer?.flush();
    });
    return this.#outcome !== null;
  }

  /** Ends it from outside, as Ctrl-C does. */
  interrupt(): void {
    if (this.#outcome === null) this.#withinLimits(() => this.#finish('interrupted', {}));
  }

  /** Runs to the end. */
  run(): Outcome {
    while (!this.advance(WHOLE));
    return this.#outcome as Outcome;
  }

  #withinLimits(act: () => void): void {
    try {
      act();
    } catch (error) {
      if (!(error instanceof LimitReached)) throw error;
      this.#finish('limit', { limit: error });
    }
  }

  /** One turn of the module or of the loop that it waits for; false where the slice is used up. */
  #goOn(slice: Slice): boolean {
    if (this.#ending !== null) return this.#join(slice, this.#ending);
    if (this.#loop !== null) return this.#driveLoop(this.#loop, slice);
    return this.#resumeModule(() => this.#program.send(undefined));
  }

  /** One slice of the loop; false where there is more to do. */
  #driveLoop(loop: EventLoop, slice: Slice): boolean {
    let next: () => IteratorResult<EventLoop, unknown>;
    const { steps } = this.#suspension as Suspension;
    try {
      const status = loop.run(slice.handles);
      if (status === 'sliced') return false;
      if (status === 'deadlocked') return this.#deadlocked(null, loop.allTasks().length);
      if (status === 'until') return this.#finish('finished', {}, false);
      next = () => steps.next();
    } catch (error) {
      if (error instanceof SimulationStop) throw error;
      next = () => steps.throw(error);
    }
    return this.#takeStep(next);
  }

  /** Goes on with what the module waits for. */
  #takeStep(next: () => IteratorResult<EventLoop, unknown>): boolean {
    let step: IteratorResult<EventLoop, unknown>;
    try {
      step = next();
    } catch (error) {
      if (error instanceof SimulationStop) throw error;
      return this.#resumeModule(() => this.#program.throw(error));
    }
    const { handled, givesResult } = this.#suspension as Suspension;
    if (step.done !== true) {
      this.#loop = step.value;
      this.#loop.handled ??= handled;
      return true;
    }
    this.#loop = null;
    if (givesResult) this.#result = step.value;
    return this.#resumeModule(() => this.#program.send(step.value));
  }

  /** Runs the module until it ends or asks for a loop; false where its slice is used up. */
  #resumeModule(resume: () => number): boolean {
    this.#loop = null;
    const signal = resume();
    const { payload } = this.#program;
    if (signal === PREEMPTED) return false;
    if (signal === YIELDED && payload instanceof Suspension) {
      this.#judge.step();
      this.#suspension = payload;
      return this.#takeStep(() => payload.steps.next());
    }
    if (signal !== THREW) return this.#exits(() => this.#finish('finished', {}));
    if (payload instanceof SystemExit) return this.#exit(payload);
    this.#write('stderr', this.traceback(payload));
    const exitCode = payload instanceof KeyboardInterrupt ? INTERRUPTED : null;
    return this.#exits(() => this.#finish('failed', { error: payload, exitCode }));
  }

  /** The module is over: `end` ends the run when its threads are done. */
  #exits(end: () => boolean): boolean {
    this.#ending = end;
    return true;
  }

  /** One slice of what threads still have to do. Source: concurrent/futures/thread.py. */
  #join(slice: Slice, end: () => boolean): boolean {
    const threads = this.#threads;
    for (let left = slice.handles; threads.unfinished > 0 && left > 0; left--) {
      if (threads.length === 0) return this.#deadlocked(threads.endless);
      threads.runNext();
      if (threads.isPreempted) return false;
    }
    return threads.unfinished === 0 && end();
  }

  /** Source: Python/pythonrun.c (_Py_HandleSystemExit). */
  #exit(request: SystemExit): boolean {
    const { code } = request;
    const end = (exitCode: number): boolean =>
      this.#exits(() => this.#finish('finished', { exitCode, error: request }));
    if (code === null) return end(0);
    if (typeof code === 'number' || typeof code === 'bigint' || typeof code === 'boolean') {
      return end(Number(BigInt.asUintN(8, BigInt(code))));
    }
    this.#write('stderr', `${this.#shown(() => this.#machine.str(code))}\n`);
    return end(1);
  }

  #deadlocked(message: string | null, tasks = 0): boolean {
    if (message !== null) this.#write('stderr', message);
    this.tracer?.emitFor(0, Kind.loopDeadlocked, tasks);
    return this.#finish('deadlocked', {});
  }

  /** Ends the run; `reached` is false where the program did not come to its own end. */
  #finish(
    end: EndStatus,
    how: Partial<Outcome>,
    reached = end === 'finished' || end === 'failed',
  ): boolean {
    const { exitCode = null, limit = null } = how;
    const left = how.error ?? null;
    const error = end === 'failed' ? left : null;
    const running = reached ? null : this.#running();
    this.#machine.endNames({ result: this.#result, error });
    if (reached) reportLeftovers(this.#machine, this.#host, this.#loops, left);
    this.#judge.finish(reached);
    this.tracer?.runEnded();
    const { verdicts } = this.#judge;
    const failed = end === 'finished' && verdicts.some((each) => each.held === false);
    this.#outcome = {
      end: failed ? 'failed' : end,
      error,
      errorText: error === null ? null : this.#errorText(error),
      exitCode,
      limit,
      result: this.#result === undefined ? null : this.#observer.repr(this.#result),
      verdicts,
      time: this.clock.now,
      running,
    };
    return true;
  }

  /** For whoever looks on: what the run is made of. */
  get insides() {
    const [machine, observer] = [this.#machine, this.#observer];
    return { machine, observer, loop: this.#loop ?? this.#loops.at(-1) ?? null };
  }

  /** Name and state of the program's streams of random numbers. */
  get randomStates(): readonly (readonly [string, string])[] {
    return [['random', this.#machine.random.state]];
  }

  #errorText(error: unknown): string {
    const name = error instanceof BaseException ? error.typeName : 'Exception';
    const message = this.#shown(() => this.#machine.str(error));
    return message === '' ? name : `${name}: ${message}`;
  }

  /** A text that the program's own methods make: they may fail. */
  #shown(show: () => string): string {
    try {
      return show();
    } catch (error) {
      if (!(error instanceof BaseException)) throw error;
      return `<${error.typeName} while it was shown>`;
    }
  }

  #running(): Running | null {
    const task = this.#loops.map((loop) => loop.preemptedTask()).find((each) => each !== null);
    const module = this.#loop === null ? this.#program.position : null;
    const position = task?.position ?? module;
    return position === null ? null : { task: task?.getName() ?? null, line: position.line };
  }

  #newLoop(): EventLoop {
    const { ties = 'fifo', policy = null, pool, until } = this.#options;
    const limits = this.#limits;
    const loop = new EventLoop({
      clock: this.clock,
      counters: this.#counters,
      host: this.#host,
      tracer: this.tracer,
      ties,
      policy,
      maxTasks: limits.tasks,
      recursionLimit: limits.recursion,
      threads: this.#threads,
      limits: this.#threads.limits,
      ...(pool === undefined ? {} : { pool }),
      ...(until === undefined ? {} : { until }),
    });
    loop.afterHandle = this.#judge.watch;
    if (this.#options.debug === true) loop.setDebug(true);
    this.#loops.push(loop);
    return loop;
  }

  #write(stream: 'stdout' | 'stderr', text: string): void {
    this.#written += text.length;
    if (this.#written > this.#limits.output) {
      throw new LimitReached('characters of output', this.#limits.output, '--max-output');
    }
    this.tracer?.emit(Kind.outputWritten, stream, text);
    this.#options.write?.(stream, text);
  }
}
