// Runs a program on the simulator and notes what the oracle notes: what it logs with iteration,
// time and task, how it ends, the outcome of each task and the handles of each iteration.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EventLoop, type EventLoopOptions } from '../../src/asyncio/base-events.ts';
import { asCoroutine } from '../../src/asyncio/ensure-future.ts';
import { DefaultHost, type ExceptionContext } from '../../src/asyncio/host.ts';
import { runMain } from '../../src/asyncio/runners.ts';
import { SimulationStop } from '../../src/base/stop.ts';
import * as sim from '../../src/index.ts';
import { TRACE_VERSION } from '../../src/trace/event.ts';
import type { TraceHeader } from '../../src/trace/header.ts';
import { JsonlWriter } from '../../src/trace/jsonl.ts';
import { MemoryTrace } from '../../src/trace/memory.ts';
import { Tracer } from '../../src/trace/tracer.ts';

export type Body<T = unknown> = Generator<unknown, T, unknown>;
export type Log = (text: unknown) => void;
export type Program = (log: Log) => Body;

export interface Observed {
  /** `returned 5`, `raised ValueError('x')`, `deadlock`, or the limit that was reached. */
  readonly status: string;
  /** Iteration, time, name of the task (`-` for none) and text. */
  readonly observations: readonly (readonly [number, number, string, string])[];
  /** Name and outcome of each task, in order of creation. */
  readonly tasks: readonly string[];
  /** Iteration, time and the kinds of the handles executed in it. */
  readonly handles: readonly (readonly [number, number, string])[];
}

export interface Recorded extends Observed {
  readonly name: string;
  readonly program?: unknown;
}

/** Python's repr of what the programs log and return. */
export function show(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (value instanceof sim.BaseException) {
    return `${value.typeName}(${value.args.map(show).join(', ')})`;
  }
  return new DefaultHost().repr(value);
}

/** Python's str of it. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : show(value);
}

/** Python's f-string. */
export function f(parts: TemplateStringsArray, ...values: readonly unknown[]): string {
  return String.raw({ raw: parts }, ...values.map(textOf));
}

/** Python's repr of a float. */
export function float(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

/** Python's repr of `error.args`. */
export function argsOf(error: sim.BaseException): string {
  const args = error.args.map(show).join(', ');
  return error.args.length === 1 ? `(${args},)` : `(${args})`;
}

type Kind<E> = { new (...args: never[]): E };

/** `try: body` with one `except kind as error: handler`. */
export function* attempt<E, T>(
  kind: Kind<E>,
  body: () => Iterable<unknown, T, unknown>,
  handler: (error: E) => unknown,
): Body<T | undefined> {
  try {
    return yield* body();
  } catch (error) {
    if (!(error instanceof kind)) throw error;
    const handled = handler(error);
    if (isBody(handled)) yield* handled;
    return undefined;
  }
}

/** As `attempt`, for what does not wait. */
export function attemptNow<E>(
  kind: Kind<E>,
  act: () => unknown,
  handler: (error: E) => void,
): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof kind)) throw error;
    handler(error);
  }
}

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

/** The running loop. */
export const loop = (): EventLoop => sim.getRunningLoop();

/** 0 to count - 1. */
export const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** The running task. */
export function current(): sim.Task {
  return sim.currentTask() as sim.Task;
}

/** A coroutine that sleeps and gives `result`. */
export const valueAfter = sim.coroutine(function* value(delay: number, result: unknown): Body {
  yield* sim.sleep(delay);
  return result;
});

/** A coroutine that sleeps and raises ValueError. */
export const failAfter = sim.coroutine(function* fail(delay: number, text: string): Body {
  yield* sim.sleep(delay);
  throw new sim.ValueError(text);
});

class LoggingHost extends DefaultHost {
  log: Log = () => {};

  override repr(value: unknown): string {
    return show(value);
  }

  override report(context: ExceptionContext): void {
    this.log(`reported ${show(context.exception ?? null)}`);
  }
}

export interface ObserveOptions extends EventLoopOptions {
  /** Handles in a slice; all at once by default. */
  readonly slice?: number;
}

/** A loop that remembers its tasks. */
class WatchedLoop extends EventLoop {
  readonly made: sim.Task[] = [];

  override register(task: sim.Task): void {
    this.made.push(task);
    super.register(task);
  }
}

interface Watched extends Pick<Observed, 'status' | 'observations' | 'tasks'> {
  readonly names: readonly string[];
}

function watch(program: Program, options: ObserveOptions): Watched {
  const observations: [number, number, string, string][] = [];
  const host = new LoggingHost();
  const loop = new WatchedLoop({ ties: 'heapq', host, ...options });
  const log: Log = (text) => {
    const name = loop.currentTask?.getName() ?? '-';
    observations.push([loop.clock.iteration, loop.time(), name, textOf(text)]);
  };
  host.log = log;
  const status = drive(loop, program(log), options.slice);
  const names = loop.made.map((task) => task.getName());
  const tasks = loop.made.map((task, i) => `${names[i]} ${outcomeOf(task)}`);
  return { status, observations, tasks, names };
}

function drive(loop: EventLoop, main: Body, slice?: number): string {
  const steps = runMain({ loopFactory: () => loop }, () => asCoroutine(main));
  try {
    let step = steps.next();
    while (step.done !== true) {
      let status: string;
      try {
        do status = step.value.run(slice);
        while (status === 'sliced');
      } catch (error) {
        if (error instanceof SimulationStop) return error.message;
        step = steps.throw(error);
        continue;
      }
      if (status === 'deadlocked') return 'deadlock';
      step = steps.next();
    }
    return `returned ${show(step.value)}`;
  } catch (error) {
    if (error instanceof sim.BaseException) return `raised ${show(error)}`;
    throw error;
  }
}

/** What `program` does, seen with a tracer; it does the same without one. */
export function observe(program: Program, options: ObserveOptions = {}): Observed {
  const memory = new MemoryTrace(new Set(['handle.executed']));
  const context = { position: () => null, nameOf: () => null, repr: show };
  const tracer = new Tracer([memory], context);
  const traced = watch(program, { ...options, tracer });
  tracer.flush();
  expect(watch(program, options)).toEqual(traced);
  const { names, ...rest } = traced;
  return { ...rest, handles: handlesOf(memory, names) };
}

const HEADER: TraceHeader = {
  trace: TRACE_VERSION,
  sim: 'test',
  source: { name: 'program.ts', sha256: '', text: '' },
  params: [],
  seed: 0,
  ties: 'heapq',
  policy: 'fifo',
  limits: [],
  epoch: 0,
  until: null,
  pool: 32,
  debug: false,
  strict314: false,
  argv: [],
};

/** The whole trace that `program` leaves, as the bytes of a file. */
export function traceText(program: Program, options: ObserveOptions = {}): string {
  const chunks: string[] = [];
  const writer = new JsonlWriter(HEADER, (text) => void chunks.push(text));
  const context = { position: () => null, nameOf: () => null, repr: show };
  const tracer = new Tracer([writer], context);
  watch(program, { ...options, tracer });
  tracer.flush();
  writer.finish({ end: 'finished', time: 0, random: [] });
  return chunks.join('');
}

function handlesOf(memory: MemoryTrace, names: readonly string[]): Observed['handles'] {
  const handles: [number, number, string][] = [];
  let iteration = 0;
  for (const event of memory) {
    if (event.kind !== 'handle.executed') continue;
    const kind = event.handle === 'throw' ? 'step' : event.handle;
    const isStep = kind === 'step' || kind === 'wakeup';
    const text = isStep ? `${kind}:${names[event.task - 1]}` : kind;
    if (event.iteration === iteration) handles[handles.length - 1][2] += ` ${text}`;
    else handles.push([event.iteration, event.time, text]);
    iteration = event.iteration;
  }
  return handles;
}

function outcomeOf(task: sim.Task): string {
  if (!task.done()) return 'pending';
  if (task.cancelled()) return 'cancelled';
  return task.failed() ? `raised ${show(task.exception())}` : `returned ${show(task.result())}`;
}

/** What CPython 3.14.2 did with the programs of an area. */
export function recorded(area: string): Recorded[] {
  const text = readFileSync(join(import.meta.dirname, 'oracle', `${area}.jsonl`), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Recorded);
}

/** What is compared of a record. */
export function observedOf(record: Recorded): Observed {
  const { status, observations, tasks, handles } = record;
  return { status, observations, tasks, handles };
}

/** Tests that the programs do what their namesakes in oracle/AREA.py did on CPython 3.14.2. */
export function compare(area: string, programs: Readonly<Record<string, Program>>): void {
  const records = recorded(area);
  describe(`${area} as on CPython 3.14.2`, () => {
    test('every recorded program stands here', () => {
      expect(Object.keys(programs)).toEqual(records.map((record) => record.name));
    });
    for (const record of records) {
      test(record.name.replaceAll('_', ' '), () => {
        expect(observe(programs[record.name])).toEqual(observedOf(record));
      });
    }
  });
}
