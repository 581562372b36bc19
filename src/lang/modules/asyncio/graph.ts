// Call graphs: who awaits whom, with the frames in between, as data and as text.
// Source: CPython Lib/asyncio/graph.py.

import {
  awaitersOf,
  futureAddToAwaitedBy,
  futureDiscardFromAwaitedBy,
} from '../../../asyncio/awaited-by.ts';
import { currentLoop } from '../../../asyncio/events.ts';
import {
  AttributeError,
  PyTypeError,
  RecursionError,
  RuntimeError,
} from '../../../asyncio/exceptions.ts';
import { Future } from '../../../asyncio/futures.ts';
import { Task } from '../../../asyncio/tasks.ts';
import type { Interpreter } from '../../interpreter.ts';
import type { Runtime } from '../../machine/frame.ts';
import { builtinClass, declareType, define } from '../../objects/classes.ts';
import { equal } from '../../objects/compare.ts';
import { defineGetters, Getter } from '../../objects/descriptors.ts';
import { hash } from '../../objects/hash.ts';
import type { Int } from '../../objects/integers.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { Structural } from '../../objects/structural.ts';
import { type Builtin, type PyClass, Tuple } from '../../values.ts';
import { integer } from './arguments.ts';
import { constructs } from './construct.ts';
import { awaitingFrames, type PyFrame, runningFrames, StillFrame } from './frames.ts';

/** A frozen dataclass: it is compared, hashed and shown by its fields. */
abstract class Entry extends Structural {
  /** In their order. */
  abstract readonly fields: readonly (readonly [name: string, value: unknown])[];

  get values(): Tuple {
    return new Tuple(this.fields.map(([, value]) => value));
  }

  equalTo(run: Interpreter, other: unknown, depth: number): boolean | undefined {
    if (!(other instanceof Entry) || other.constructor !== this.constructor) return undefined;
    return equal(run, this.values, other.values, depth);
  }

  hash(run: Interpreter): Int {
    return hash(run, this.values);
  }
}

class FrameEntry extends Entry {
  /** None for a coroutine that is over. */
  readonly frame: unknown;

  constructor(frame: unknown) {
    super();
    this.frame = frame;
  }

  get fields(): Entry['fields'] {
    return [['frame', this.frame]];
  }
}

class CallGraph extends Entry {
  readonly future: unknown;
  readonly callStack: unknown;
  readonly awaitedBy: unknown;

  constructor(future: unknown, callStack: unknown, awaitedBy: unknown) {
    super();
    this.future = future;
    this.callStack = callStack;
    this.awaitedBy = awaitedBy;
  }

  get fields(): Entry['fields'] {
    return [
      ['future', this.future],
      ['call_stack', this.callStack],
      ['awaited_by', this.awaitedBy],
    ];
  }
}

function refuse(name: string): never {
  throw new AttributeError(`cannot assign to field '${name}'`);
}

function dataclass(name: string, fields: readonly string[]): PyClass {
  const cls = builtinClass(name, undefined, 'asyncio.graph');
  cls.attributes.set('__match_args__', new Tuple(fields));
  defineGetters(
    cls,
    fields.map((field) => {
      const read = (_run: Interpreter, self: Entry): unknown =>
        self.fields.find(([each]) => each === field)?.[1];
      return new Getter(field, read, () => refuse(field));
    }),
  );
  return define(cls, [
    new LibraryFunction('__repr__(self)', (run, self: Entry) => {
      const texts = self.fields.map(([each, value]) => `${each}=${run.objects.repr(run, value)}`);
      return `${name}(${texts.join(', ')})`;
    }),
  ]);
}

export const frameEntryClass = dataclass('FrameCallGraphEntry', ['frame']);
declareType(FrameEntry, frameEntryClass);
constructs(
  frameEntryClass,
  'FrameCallGraphEntry(frame)',
  (_run, frame: unknown) => new FrameEntry(frame),
);
export const callGraphClass = dataclass('FutureCallGraph', ['future', 'call_stack', 'awaited_by']);
declareType(CallGraph, callGraphClass);
constructs(
  callGraphClass,
  'FutureCallGraph(future, call_stack, awaited_by)',
  (_run, future: unknown, stack: unknown, awaitedBy: unknown) =>
    new CallGraph(future, stack, awaitedBy),
);

/** The functions that stand between a program's frame and the capture, which may be shown too. */
const CAPTURE = graphFrame('capture_call_graph', 117, 158);
const FORMAT = graphFrame('format_call_graph', 185, 251);
const PRINT = graphFrame('print_call_graph', 267, 276);

function graphFrame(qualname: string, firstLine: number, line: number): StillFrame {
  return new StillFrame({ file: 'graph.py', qualname, firstLine, line }, null);
}

interface Options {
  readonly depth: number;
  readonly limit: number | null;
  /** Above the program's frame: innermost first. */
  readonly above: readonly PyFrame[];
}

function capture(run: Interpreter, given: unknown, options: Options): CallGraph | null {
  const loop = currentLoop();
  if (given === null && loop === null) {
    throw new RuntimeError(
      'capture_call_graph() is called outside of a running event loop and no *future* to ' +
        'introspect was provided',
    );
  }
  const current = loop?.currentTask ?? null;
  if (given !== null && (given !== current || loop === null)) {
    return graphOf(run, given, options.limit, 0);
  }
  if (current === null) return null;
  const { depth, limit, above } = options;
  const all = [...above, ...runningFrames((run as Runtime).top)];
  const frames = limit === 0 ? [] : all.slice(Math.max(0, depth));
  const entries = within(frames, limit === null ? null : -limit);
  return new CallGraph(current, tuple(entries), awaitedBy(run, current, limit, 0));
}

/** At most so many from the start, or from the end if it is negative; all for null and 0. */
function within<T>(list: readonly T[], limit: number | null): readonly T[] {
  if (limit === null || limit === 0) return list;
  return limit > 0 ? list.slice(0, limit) : list.slice(limit);
}

function tuple(frames: readonly (PyFrame | null)[]): Tuple {
  return new Tuple(frames.map((each) => new FrameEntry(each)));
}

function graphOf(
  run: Interpreter,
  future: unknown,
  limit: number | null,
  depth: number,
): CallGraph {
  if (!(future instanceof Future)) {
    const text = run.objects.repr(run, future);
    throw new PyTypeError(`${text} object does not appear to be compatible with asyncio.Future`);
  }
  if (depth > run.limits.recursion) throw new RecursionError('maximum recursion depth exceeded');
  const frames = limit === 0 ? [] : within(waitingFrames(future), limit);
  return new CallGraph(
    future,
    tuple([...frames].reverse()),
    awaitedBy(run, future, limit, depth + 1),
  );
}

/** Outermost first; one None for a task that is done. */
function waitingFrames(future: Future): (PyFrame | null)[] {
  if (!(future instanceof Task)) return [];
  return future.done() ? [null] : awaitingFrames(future.getStack());
}

function awaitedBy(run: Interpreter, future: Future, limit: number | null, depth: number): Tuple {
  return new Tuple(awaitersOf(future).map((each) => graphOf(run, each, limit, depth)));
}

function format(run: Interpreter, given: unknown, options: Options): string {
  const graph = capture(run, given, options);
  const lines: string[] = [];
  if (graph !== null) render(run, graph, '', lines);
  return lines.join('\n');
}

function render(run: Interpreter, graph: CallGraph, margin: string, lines: string[]): void {
  const { future } = graph;
  const id = `id=${run.addresses.text(future)}`;
  const isTask = future instanceof Task;
  const name = isTask ? run.objects.repr(run, future.getName()) : '';
  lines.push(`${margin}* ${isTask ? `Task(name=${name}, ${id})` : `Future(${id})`}`);
  const stack = (graph.callStack as Tuple).items as readonly FrameEntry[];
  if (stack.length > 0) lines.push(`${margin}  + Call stack:`);
  for (const { frame } of stack)
    lines.push(`${margin}  |   ${place(run, frame as PyFrame | null)}`);
  const awaiters = (graph.awaitedBy as Tuple).items as readonly CallGraph[];
  if (awaiters.length > 0) lines.push(`${margin}  + Awaited by:`);
  for (const each of awaiters) render(run, each, `${margin}    `, lines);
}

function place(run: Interpreter, frame: PyFrame | null): string {
  if (frame === null) {
    throw new AttributeError("'NoneType' object has no attribute 'f_generator'");
  }
  const tag = frame.tag === null ? '' : `${frame.tag} `;
  const file = run.objects.repr(run, frame.file);
  return `File ${file}, line ${frame.line}, in ${tag}${frame.qualname}()`;
}

function options(
  run: Interpreter,
  depth: unknown,
  limit: unknown,
  above: readonly PyFrame[],
): Options {
  return {
    depth: integer(run, depth),
    limit: limit === null ? null : integer(run, limit),
    above,
  };
}

/** Whether both are futures: CPython takes no notice of others. */
function areFutures(future: unknown, waiter: unknown): boolean {
  return future instanceof Future && waiter instanceof Future;
}

export const graphFunctions: readonly Builtin[] = [
  new LibraryFunction(
    'capture_call_graph(future=None, /, *, depth=1, limit=None)',
    (run, future: unknown, depth: unknown, limit: unknown) =>
      capture(run, future, options(run, depth, limit, [CAPTURE])),
  ),
  new LibraryFunction(
    'format_call_graph(future=None, /, *, depth=1, limit=None)',
    (run, future: unknown, depth: unknown, limit: unknown) =>
      format(run, future, options(run, integer(run, depth) + 1, limit, [CAPTURE, FORMAT])),
  ),
  // It hands its depth on as it is, so that its own frame is the first that is shown.
  new LibraryFunction(
    'print_call_graph(future=None, /, *, file=None, depth=1, limit=None)',
    (run, future: unknown, file: unknown, depth: unknown, limit: unknown) => {
      const above = [CAPTURE, FORMAT, PRINT];
      const text = format(run, future, options(run, integer(run, depth) + 1, limit, above));
      write(run, file, `${text}\n`);
      return null;
    },
  ),
  new LibraryFunction(
    'future_add_to_awaited_by(fut, waiter, /)',
    (_run, future: unknown, waiter: unknown) => {
      if (areFutures(future, waiter)) futureAddToAwaitedBy(future as Future, waiter as Future);
      return null;
    },
  ),
  new LibraryFunction(
    'future_discard_from_awaited_by(fut, waiter, /)',
    (_run, future: unknown, waiter: unknown) => {
      if (areFutures(future, waiter)) {
        futureDiscardFromAwaitedBy(future as Future, waiter as Future);
      }
      return null;
    },
  ),
];

/** `print(…, file=file)`; null for stdout. */
export function write(run: Interpreter, file: unknown, text: string): void {
  if (file === null) run.write('stdout', text);
  else run.call(run.objects.getAttribute(run, file, 'write'), [text]);
}
