// Runs a program on the simulator and notes what the oracle notes: what it logs with iteration, time and
// task, how it ends, the outcome of each task and the handles of each iteration.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { EventLoop, type EventLoopOptions } from '../../src/asyncio/base-events.ts';
import { asCoroutine } from '../../src/asyncio/ensure-future.ts';
import { DefaultHost, type ExceptionContext } from '../../src/asyncio/host.ts';
import { runMain } from '../../src/asyncio/runners.ts';
import { SimulationStop } from '../../src/base/stop.ts';
import * as sim from '../../src/index.ts';
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

type Watched = Pick<Observed, 'status' | 'observations'>;

function watch(program: Program, options: ObserveOptions): Watched {
  const observations: [number, number, string, string][] = [];
  const host = new LoggingHost();
  const loop = new EventLoop({ ties: 'heapq', host, ...options });
  const log: Log = (text) => {
    const name = loop.currentTask?.getName() ?? '-';
    observations.push([loop.clock.iteration, loop.time(), name, String(text)]);
  };
  host.log = log;
  return { status: drive(loop, program(log), options.slice), observations };
}

function drive(loop: EventLoop, main: Body, slice?: number): string {
  const steps = runMain(loop, asCoroutine(main));
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
  const memory = new MemoryTrace(new Set(['handle.executed', 'task.created', 'task.finished']));
  const context = { position: () => null, nameOf: () => null, repr: show };
  const tracer = new Tracer([memory], context);
  const traced = watch(program, { ...options, tracer });
  tracer.flush();
  expect(watch(program, options)).toEqual(traced);
  return { ...traced, ...outcomesOf(memory) };
}

function outcomesOf(memory: MemoryTrace): Pick<Observed, 'tasks' | 'handles'> {
  const names = new Map<number, string>();
  const outcomes = new Map<number, string>();
  const handles: [number, number, string][] = [];
  let iteration = 0;
  for (const event of memory) {
    if (event.kind === 'task.created') {
      names.set(event.task, event.name);
      outcomes.set(event.task, 'pending');
    } else if (event.kind === 'task.finished') {
      outcomes.set(event.task, outcomeOf(event.outcome, event.value));
    } else if (event.kind === 'handle.executed') {
      const kind = event.handle === 'throw' ? 'step' : event.handle;
      const isStep = kind === 'step' || kind === 'wakeup';
      const text = isStep ? `${kind}:${names.get(event.task)}` : kind;
      if (event.iteration === iteration) handles[handles.length - 1][2] += ` ${text}`;
      else handles.push([event.iteration, event.time, text]);
      iteration = event.iteration;
    }
  }
  const tasks = [...names].map(([number, name]) => `${name} ${outcomes.get(number)}`);
  return { tasks, handles };
}

function outcomeOf(outcome: string, value: string): string {
  return outcome === 'cancelled' ? outcome : `${outcome} ${value}`;
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
