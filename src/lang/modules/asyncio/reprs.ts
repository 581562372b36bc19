// The reprs of futures, tasks, handles, time-outs and the loop, in CPython's words. Functions of
// asyncio's own stand at `asyncio/tasks.py:810`: see library-places.ts. Source: CPython
// Lib/asyncio/base_futures.py, base_tasks.py, coroutines.py (_format_coroutine), format_helpers.py,
// events.py (Handle._repr_info), base_events.py, timeouts.py.

import type { EventLoop } from '../../../asyncio/base-events.ts';
import { CallbackTarget } from '../../../asyncio/callback.ts';
import { Coroutine } from '../../../asyncio/coroutines.ts';
import { originOf } from '../../../asyncio/debugging.ts';
import { PyTypeError } from '../../../asyncio/exceptions.ts';
import type { Future, Registration } from '../../../asyncio/futures.ts';
import { GatheringFuture } from '../../../asyncio/gather.ts';
import { callbackText, libraryCoroutine } from '../../../asyncio/library-places.ts';
import { Task } from '../../../asyncio/tasks.ts';
import type { Timeout } from '../../../asyncio/timeouts.ts';
import { floatRepr, roundHalfEven } from '../../../base/float-text.ts';
import { Handle, type Runnable, TimerHandle } from '../../../kernel/handle.ts';
import type { Interpreter } from '../../interpreter.ts';
import { COROUTINE } from '../../machine/frame.ts';
import { FrameCoroutine } from '../../machine/frame-coroutine.ts';
import { PyFunction } from '../../machine/function.ts';
import { ownAttributes } from '../../objects/attributes.ts';
import { isCallable } from '../../objects/callable.ts';
import { Remembering } from '../../objects/forwarding.ts';
import { qualnameOf, repr } from '../../objects/repr.ts';
import { shortRepr } from '../../objects/short-repr.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { typeName } from '../../objects/type-of.ts';
import { BoundMethod, Builtin, Float, PyClass } from '../../values.ts';
import { Partial } from '../functools-partial.ts';

/** The coroutine that `ensure_future` puts around an object with `__await__`. */
const WRAPPER = 'ensure_future.<locals>._wrap_awaitable';

/** `<Future …>`, `<_GatheringFuture …>` or `<Task …>`; `...` inside of itself. */
export function futureRepr(run: Interpreter, self: Future): string {
  const { entered } = run.addresses;
  if (entered.has(self)) return '...';
  entered.add(self);
  try {
    const info = self instanceof Task ? taskInfo(run, self) : futureInfo(run, self);
    return `<${futureName(self)} ${info.join(' ')}>`;
  } finally {
    entered.delete(self);
  }
}

/** `type(future).__name__`. */
export function futureName(self: Future): string {
  if (self instanceof Task) return 'Task';
  return self instanceof GatheringFuture ? '_GatheringFuture' : 'Future';
}

function futureInfo(run: Interpreter, self: Future): string[] {
  const info = [self.stateName.toLowerCase()];
  if (self.stateName === 'FINISHED') {
    const { failure } = self;
    if (failure === undefined) info.push(`result=${shortRepr(run, self.result())}`);
    else info.push(`exception=${repr(run, failure)}`);
  }
  const callbacks = self.registrations();
  if (callbacks.length > 0) info.push(callbacksText(run, callbacks));
  return [...info, ...createdAt(self)];
}

function callbacksText(run: Interpreter, all: readonly Registration[]): string {
  const text = ({ target, operation }: Registration): string =>
    target instanceof CallbackTarget
      ? callbackSource(run, target.key, null)
      : callbackText(operation);
  const [first, last] = [text(all[0]), text(all[all.length - 1])];
  if (all.length === 1) return `cb=[${first}]`;
  return all.length === 2
    ? `cb=[${first}, ${last}]`
    : `cb=[${first}, <${all.length - 2} more>, ${last}]`;
}

function taskInfo(run: Interpreter, self: Task): string[] {
  const [state, ...rest] = futureInfo(run, self);
  const info = [
    !self.done() && self.cancelling() > 0 ? 'cancelling' : state,
    `name=${repr(run, self.getName())}`,
    ...(self.getCoro() === null ? [] : [`coro=<${coroutineText(self.coroutine)}>`]),
  ];
  if (self.waiter !== null) info.push(`wait_for=${futureRepr(run, self.waiter)}`);
  return [...info, ...rest];
}

/** `worker() running at program.py:3`, as `_format_coroutine` has it. */
export function coroutineText(coroutine: Coroutine): string {
  const isDone = coroutine.state === 'CLOSED';
  if (coroutine instanceof FrameCoroutine) {
    const { file, firstLine } = coroutine.frame.code;
    if (isDone) return `${coroutine.name}() done, defined at ${file}:${firstLine}`;
    const line = coroutine.state === 'CREATED' ? firstLine : coroutine.position?.line;
    return `${coroutine.name}() running at ${file}:${line ?? firstLine}`;
  }
  const name = libraryCoroutine(coroutine.name) === undefined ? WRAPPER : coroutine.name;
  const library = libraryCoroutine(name)!;
  const { file, first, waits } = library;
  if (isDone) return `${name}() done, defined at ${file}:${first}`;
  return `${name}() running at ${file}:${coroutine.state === 'CREATED' ? first : waits}`;
}

/** A callback that failed, in the words of a report; with what it was given in debug mode. */
export function failedText(
  run: Interpreter,
  callee: unknown,
  args: readonly unknown[] | null,
): string {
  return callbackSource(run, callee, args);
}

/** A callback's name with what it is called with (null to hide that), and where it is defined. */
export function callbackSource(
  run: Interpreter,
  callee: unknown,
  args: readonly unknown[] | null,
): string {
  const text = `${calleeName(run, callee, args === null)}${argumentsText(run, args)}`;
  const unwrapped = unwrap(callee);
  if (!(unwrapped instanceof PyFunction)) return text;
  return `${text} at ${unwrapped.code.file}:${unwrapped.code.firstLine}`;
}

/** What functools.wraps or partial was given, as inspect.unwrap finds it. */
function unwrap(callee: unknown): unknown {
  const seen = new Set<unknown>();
  let each = callee;
  while (!seen.has(each)) {
    seen.add(each);
    const inner = ownAttributes(each)?.get('__wrapped__');
    if (inner !== undefined) each = inner;
    else if (each instanceof Partial) each = each.callee;
  }
  return each;
}

/** A partial is shown as the calls that it is made of. */
function calleeName(run: Interpreter, callee: unknown, hidesArguments: boolean): string {
  if (callee instanceof Partial) {
    const name = calleeName(run, callee.callee, hidesArguments);
    const args = hidesArguments ? null : callee.args;
    return `${name}${argumentsText(run, args, callee.keywords)}`;
  }
  if (callee instanceof Remembering) return String(callee.qualname ?? repr(run, callee));
  if (callee instanceof BoundMethod) {
    const { self, callee: method } = callee;
    const isNative = method instanceof Builtin && !(method instanceof LibraryFunction);
    return isNative ? `${typeName(self)}.${method.name}` : qualnameOf(method);
  }
  if (callee instanceof PyClass) return callee.qualname;
  if (callee instanceof PyFunction || callee instanceof Builtin) return qualnameOf(callee);
  return repr(run, callee);
}

function argumentsText(
  run: Interpreter,
  args: readonly unknown[] | null,
  keywords: ReadonlyMap<string, unknown> = new Map(),
): string {
  if (args === null) return '()';
  const named = [...keywords].map(([name, value]) => `${name}=${shortRepr(run, value)}`);
  return `(${[...args.map((each) => shortRepr(run, each)), ...named].join(', ')})`;
}

/** The deadline of a timer, as the program gave it. */
export function whenOf(self: TimerHandle): unknown {
  const { target } = self;
  const given = target instanceof CallbackTarget ? target.when : undefined;
  return given === undefined ? new Float(self.when()) : given;
}

/** `<Handle …>` or `<TimerHandle …>`; what it was called with only where it was made in debug. */
export function handleRepr(run: Interpreter, self: Handle): string {
  const info: string[] = [self instanceof TimerHandle ? 'TimerHandle' : 'Handle'];
  const origin = originOf(self);
  if (self.isCancelled) info.push('cancelled');
  if (self instanceof TimerHandle) info.push(`when=${repr(run, whenOf(self))}`);
  if (!self.isCancelled || origin !== null) {
    info.push(targetText(run, self.target, self.operation, origin !== null));
  }
  return `<${[...info, ...createdAt(self)].join(' ')}>`;
}

function targetText(
  run: Interpreter,
  target: Runnable,
  operation: number,
  showsArguments: boolean,
): string {
  if (!(target instanceof CallbackTarget)) return callbackText(operation);
  return callbackSource(run, target.key, showsArguments ? target.args : null);
}

function createdAt(made: object): string[] {
  const place = originOf(made)?.place ?? null;
  return place === null ? [] : [`created at ${place}`];
}

/** What a report calls something that the loop ran: a task, or a handle. */
export function runnableText(run: Interpreter, target: Runnable): string {
  if (target instanceof Task) return futureRepr(run, target);
  if (target instanceof Handle) return handleRepr(run, target);
  const isDebugging = originOf(target) !== null;
  return `<${['Handle', targetText(run, target, 0, isDebugging), ...createdAt(target)].join(' ')}>`;
}

/** The same in few words: `Task-2 (worker)`, or the name of what was called. */
export function runnableName(run: Interpreter, target: Runnable): string {
  if (target instanceof Task) return `${target.getName()} (${target.coroutine.name})`;
  const runs = target instanceof Handle ? target.target : target;
  return runs instanceof CallbackTarget ? `${calleeName(run, runs.key, true)}()` : 'a callback';
}

/** `<_UnixSelectorEventLoop running=True closed=False debug=False>`. */
export function loopRepr(self: EventLoop): string {
  const flag = (value: boolean): string => (value ? 'True' : 'False');
  const state = `running=${flag(self.isRunning())} closed=${flag(self.isClosed())}`;
  return `<_UnixSelectorEventLoop ${state} debug=${flag(self.getDebug())}>`;
}

/** `<Timeout [active] when=5.0>`. */
export function timeoutRepr(self: Timeout): string {
  if (self.state !== 'active') return `<Timeout [${self.state}]>`;
  const when = self.when();
  const text = when === null ? 'None' : floatRepr(roundHalfEven(when, 3));
  return `<Timeout [active] when=${text}>`;
}

/**
 * In debug mode, what cannot be called is refused where it is scheduled. Throws TypeError.
 * Source: BaseEventLoop._check_callback.
 */
export function checkCallback(
  run: Interpreter,
  loop: EventLoop,
  callee: unknown,
  method: string,
): void {
  if (!loop.getDebug()) return;
  const inner = callee instanceof Partial ? callee.callee : callee;
  const isCoroutineFunction = inner instanceof PyFunction && inner.code.role === COROUTINE;
  if (callee instanceof Coroutine || isCoroutineFunction) {
    throw new PyTypeError(`coroutines cannot be used with ${method}()`);
  }
  if (isCallable(callee)) return;
  throw new PyTypeError(`a callable object was expected by ${method}(), got ${repr(run, callee)}`);
}
