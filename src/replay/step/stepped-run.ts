// A run of a trace, one step at a time: a handle of the loop, with what the module does before and
// after it. Kept are the events so far, in columns, and what they tell of tasks and objects. A run
// only goes forward; whoever wants to be earlier runs anew, which comes to the same state.

import type { BaseException } from '../../asyncio/exceptions.ts';
import { typeOf } from '../../lang/objects/type-of.ts';
import { Observer } from '../../lang/observer.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { TraceEvent } from '../../trace/event.ts';
import { type EventFold, FoldSink } from '../../trace/fold.ts';
import type { TraceHeader } from '../../trace/header.ts';
import { Holdings } from '../../trace/holdings.ts';
import { MemoryTrace } from '../../trace/memory.ts';
import { ObjectStates } from '../../trace/object-states.ts';
import type { StepView } from '../../trace/run-view.ts';
import { TaskStates } from '../../trace/task-states.ts';
import {
  Replay,
  type ReplayOptions,
  type ReplayResult,
  type RunInsides,
  type TraceSource,
} from '../replay.ts';

/** A step of a task that takes longer than this is stepped through in parts. */
const STEP = { handles: 1, operations: 1_000_000 };

/** Where the addresses begin that nobody has seen but who looks on. */
const UNSEEN = 0x7d0000000010;

export class SteppedRun {
  /** Every event so far. */
  readonly log = new MemoryTrace();
  readonly tasks = new TaskStates();
  readonly holdings = new Holdings();
  readonly objects = new ObjectStates();
  readonly #names = new TaskNames();
  readonly #replay: Replay;
  readonly #lines = new Set<number>();
  readonly #errors = new Set<BaseException>();
  #line: number | null = null;
  /** Shows values until the next step. */
  #observer: { repr(value: unknown): string } | null = null;
  #position = 0;
  /** Events before the last step. */
  #before = 0;
  /** Nothing that runs now is a step of the program: an expression is looked at. */
  #isLooking = false;

  /** Throws TraceError as Replay does. */
  constructor(source: TraceSource, options: ReplayOptions) {
    const { log, tasks, holdings, objects } = this;
    const folds = new FoldSink([tasks, holdings, objects, this.#names]);
    this.#replay = new Replay(source, {
      ...options,
      sinks: [...(options.sinks ?? []), log, folds],
      onLine: (line) => this.#ran(line),
      onRaise: (error) => this.#raise(error),
    });
  }

  get header(): TraceHeader {
    return this.#replay.header;
  }

  /** Null for a main that is written in TypeScript. */
  get scenario(): Scenario | null {
    return this.#replay.scenario;
  }

  /** Steps since the start. */
  get position(): number {
    return this.#position;
  }

  get isOver(): boolean {
    return this.result !== null;
  }

  /** How the comparison with the trace ended; null until the run is over. */
  get result(): ReplayResult | null {
    return this.#replay.result;
  }

  get insides(): RunInsides {
    return this.#replay.insides;
  }

  /**
   * A value as a repr. The addresses that the trace has not shown are numbered anew after every
   * step, so that what is seen does not depend on what was looked at before.
   */
  repr(value: unknown): string {
    const { observer } = this.insides;
    this.#observer ??= observer instanceof Observer ? new Observer(observer, UNSEEN) : observer;
    return this.#observer.repr(value);
  }

  /** The lines of the program that ran in the last step. */
  get lines(): ReadonlySet<number> {
    return this.#lines;
  }

  /**
   * The exceptions that the program saw in the last step, caught or not: of each the name of its
   * class, and those of the classes that it derives from.
   */
  get raised(): readonly (readonly string[])[] {
    return [...this.#errors].map((error) => typeOf(error).mro.map(({ name }) => name));
  }

  /** Runs a step; false where the run is over. Throws TraceError as Replay does. */
  step(): boolean {
    if (this.isOver) return false;
    this.#lines.clear();
    this.#errors.clear();
    this.#line = null;
    this.#observer = null;
    this.#before = this.log.count;
    this.#replay.advance(STEP);
    this.#position++;
    return true;
  }

  /** The events of the last step. */
  events(): TraceEvent[] {
    const events: TraceEvent[] = [];
    for (let seq = this.#before + 1; seq <= this.log.count; seq++) {
      events.push(this.log.event(seq) as TraceEvent);
    }
    return events;
  }

  /** Evaluates something in the run without counting it as a step's doing. */
  look<T>(evaluate: () => T): T {
    this.#isLooking = true;
    try {
      return evaluate();
    } finally {
      this.#isLooking = false;
    }
  }

  /** The name and coroutine of a task that there is or was; null for none. */
  named(task: number): { readonly name: string; readonly coroutine: string } | null {
    return this.#names.get(task);
  }

  /** The names of all tasks so far. */
  taskNames(): readonly string[] {
    return this.#names.all();
  }

  coroutineNames(): readonly string[] {
    return this.#names.coroutines();
  }

  /** The numbers of the tasks of a name, in order of creation. */
  tasksNamed(name: string): readonly number[] {
    return this.#names.find(name);
  }

  view(): StepView {
    const events = this.events();
    const last = this.log.count === 0 ? null : this.log.event(this.log.count);
    const handle = events.findLast((event) => event.kind === 'handle.executed');
    return {
      position: this.#position,
      time: last?.time ?? 0,
      iteration: last?.iteration ?? 0,
      events: [this.#before + 1, this.log.count],
      task: handle?.task ?? 0,
      handle: handle?.kind === 'handle.executed' ? handle.handle : '',
      line: this.#line,
    };
  }

  /** An exception passes through many frames and is one. */
  #raise(error: BaseException): void {
    if (!this.#isLooking) this.#errors.add(error);
  }

  #ran(line: number): void {
    if (this.#isLooking) return;
    this.#lines.add(line);
    this.#line = line;
  }
}

/** What every task was made as, also when it is done. */
class TaskNames implements EventFold {
  readonly wants = new Set(['task.created'] as const);
  readonly #tasks = new Map<number, { readonly name: string; readonly coroutine: string }>();

  see(event: TraceEvent): void {
    if (event.kind !== 'task.created') return;
    this.#tasks.set(event.task, { name: event.name, coroutine: event.coroutine });
  }

  get(task: number): { readonly name: string; readonly coroutine: string } | null {
    return this.#tasks.get(task) ?? null;
  }

  all(): readonly string[] {
    return [...this.#tasks.values()].map(({ name }) => name);
  }

  coroutines(): readonly string[] {
    return [...this.#tasks.values()].map(({ coroutine }) => coroutine);
  }

  find(name: string): readonly number[] {
    return [...this.#tasks].filter(([, each]) => each.name === name).map(([task]) => task);
  }
}
