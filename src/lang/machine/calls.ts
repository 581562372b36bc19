// Calling. A function of the program is not run here: a frame is pushed and the driver goes on with
// it, so the depth of Python's calls is not JavaScript's. Everything else is called at once, and
// its result put into the caller's target slot. Source: CPython Objects/call.c,
// Objects/typeobject.c (type_call).

import {
  NotImplementedError,
  PyTypeError,
  RecursionError,
  RuntimeError,
} from '../../asyncio/exceptions.ts';
import { bindAttribute } from '../objects/descriptors.ts';
import { Forwarding, Remembering } from '../objects/forwarding.ts';
import { callBuiltin } from '../objects/signature.ts';
import { specialOf } from '../objects/special.ts';
import { typeName, typeOf } from '../objects/type-of.ts';
import { BoundMethod, Builtin, Instance, PyClass } from '../values.ts';
import { activation } from './activations.ts';
import { bindArguments } from './binding.ts';
import { construct, plainConstructor } from './construct.ts';
import {
  CALL,
  Cell,
  COROUTINE,
  Frame,
  FUNCTION,
  INITIALISER,
  PREEMPT,
  REMEMBERED,
  type Role,
  type Runtime,
  SUSPEND,
} from './frame.ts';
import { PyFunction } from './function.ts';
import { Standstill, Suspension } from './suspension.ts';
import { handledBy } from './unwind.ts';

export type Keywords = ReadonlyMap<string, unknown> | null;

/**
 * Calls any callable from an operation of `frame`: gives the operation's answer. The result will be
 * in slot `target` when `next` is reached. Throws TypeError for what cannot be called or arguments
 * that do not fit.
 */
export function callValue(
  frame: Frame,
  callee: unknown,
  args: readonly unknown[],
  keywords: Keywords,
  target: number,
  next: number,
): number {
  if (callee instanceof PyFunction) return enter(frame, callee, args, keywords, target, next);
  if (callee instanceof Builtin) {
    const value = callBuiltin(frame.machine, callee, args, keywords);
    return finish(frame, value, target, next);
  }
  if (callee instanceof BoundMethod) {
    return callValue(frame, callee.callee, [callee.self, ...args], keywords, target, next);
  }
  if (callee instanceof PyClass) return callClass(frame, callee, args, keywords, target, next);
  if (callee instanceof Forwarding) {
    const to = callee.forward(args, keywords);
    return callValue(frame, to.callee, to.args, to.keywords, target, next);
  }
  if (callee instanceof Remembering) return remember(frame, callee, args, keywords, target, next);
  const method = callMethodOf(frame.machine, callee);
  return callValue(frame, method, args, keywords, target, next);
}

/** The value that is known, or the call whose value is kept when it has ended. */
function remember(
  frame: Frame,
  callee: Remembering,
  args: readonly unknown[],
  keywords: Keywords,
  target: number,
  next: number,
): number {
  const { machine } = frame;
  const recall = callee.recall(machine, args, keywords);
  if (recall.value !== undefined) return finish(frame, recall.value, target, next);
  const { inner } = callee;
  let value: unknown;
  if (inner instanceof PyFunction) {
    const pushed = newFrame(inner, boundSlots(inner, args, keywords), machine);
    if (pushed.role === FUNCTION) {
      pushed.role = REMEMBERED;
      pushed.owner = recall;
      return push(frame, pushed, target);
    }
    value = activation(pushed, inner);
  } else {
    value = machine.call(inner, args, keywords);
  }
  recall.keep(value);
  return finish(frame, value, target, next);
}

/** The bound `__call__` of an object. Throws TypeError where it has none. */
export function callMethodOf(machine: Runtime, callee: unknown): unknown {
  const method = specialOf(callee, '__call__') ?? typeOf(callee).lookup('__call__');
  if (method !== undefined && method !== null) {
    return bindAttribute(machine, method, callee, typeOf(callee));
  }
  throw new PyTypeError(`'${typeName(callee)}' object is not callable`);
}

/** CPython runs loops from anywhere; here they need a module's frame to suspend. */
const NOT_HERE = 'a loop can be run by plain calls from the module only';

/** A thread stands still with its frames only. */
const NOT_IN_CALL =
  'a thread cannot block inside a call that a built-in makes, such as a sort key: call it directly';

/** Refuses to stand still where that is not possible. */
function refuse(value: Standstill): never {
  throw value.isOfJob ? new NotImplementedError(NOT_IN_CALL) : new RuntimeError(NOT_HERE);
}

/** What a built-in gave that was called from JavaScript. */
export function settled(value: unknown): unknown {
  if (value instanceof Standstill) refuse(value);
  return value === undefined ? null : value;
}

/** Puts a result where it belongs; a Standstill makes the module or the thread wait. */
export function finish(frame: Frame, value: unknown, target: number, next: number): number {
  if (value instanceof Standstill) {
    if (!frame.machine.canSuspend) refuse(value);
    if (value instanceof Suspension) value.handled = handledBy(frame);
    frame.target = target;
    frame.machine.value = value;
    frame.machine.top = frame;
    return SUSPEND;
  }
  frame.slots[target] = value === undefined ? null : value;
  return next;
}

function enter(
  frame: Frame,
  fn: PyFunction,
  args: readonly unknown[],
  keywords: Keywords,
  target: number,
  next: number,
): number {
  return start(frame, fn, boundSlots(fn, args, keywords), target, next);
}

/** The slots of a new frame with the arguments in their places. */
export function boundSlots(
  fn: PyFunction,
  args: readonly unknown[],
  keywords: Keywords,
): unknown[] {
  const { code } = fn;
  const slots = code.template.slice();
  if (keywords === null && args.length === code.simpleArity) {
    for (let i = 0; i < args.length; i++) slots[i] = args[i];
  } else {
    bindArguments(fn, slots, args, keywords);
  }
  return slots;
}

/**
 * Begins a function whose arguments are in `slots` already: pushes its frame or makes its
 * generator.
 */
export function start(
  frame: Frame,
  fn: PyFunction,
  slots: unknown[],
  target: number,
  next: number,
): number {
  const callee = newFrame(fn, slots, frame.machine);
  if (callee.role !== FUNCTION) {
    frame.slots[target] = activation(callee, fn);
    return next;
  }
  return push(frame, callee, target);
}

/**
 * The same for a call whose result the next instruction awaits into slot `awaited`. The coroutine
 * is not made unless it has to wait: its frame runs on top of the awaiting one, which stands at its
 * `await` meanwhile.
 */
export function startAwaited(
  frame: Frame,
  fn: PyFunction,
  slots: unknown[],
  target: number,
  next: number,
  awaited: number,
): number {
  const { machine } = frame;
  if (fn.code.role !== COROUTINE || !machine.pushesAwaits) {
    return start(frame, fn, slots, target, next);
  }
  const callee = newFrame(fn, slots, machine);
  callee.owner = fn;
  frame.pc = next;
  return push(frame, callee, awaited);
}

/** A frame for a function, its cells in place. */
export function newFrame(fn: PyFunction, slots: unknown[], machine: Runtime): Frame {
  const { code } = fn;
  if (code.needsCells) {
    for (const slot of code.cellSlots) {
      const cell = new Cell();
      cell.value = slots[slot];
      slots[slot] = cell;
    }
    const { freeSlots } = code;
    for (let i = 0; i < freeSlots.length; i++) slots[freeSlots[i]] = fn.cells[i];
  }
  return new Frame(code, machine, slots);
}

/** Makes `callee` the running frame. Throws RecursionError at the limit. */
export function push(frame: Frame, callee: Frame, target: number): number {
  const { machine } = frame;
  const depth = frame.depth + 1;
  if (depth >= machine.limits.recursion) {
    throw new RecursionError('maximum recursion depth exceeded');
  }
  callee.depth = depth;
  callee.caller = frame;
  frame.target = target;
  machine.top = callee;
  if (--machine.fuel < 0 && machine.exhausted()) return PREEMPT;
  return CALL;
}

function callClass(
  frame: Frame,
  cls: PyClass,
  args: readonly unknown[],
  keywords: Keywords,
  target: number,
  next: number,
): number {
  const initialiser = plainConstructor(cls);
  if (!(initialiser instanceof PyFunction)) {
    return finish(frame, construct(frame.machine, cls, args, keywords), target, next);
  }
  const instance = new Instance(cls);
  const slots = boundSlots(initialiser, [instance, ...args], keywords);
  const callee = newFrame(initialiser, slots, frame.machine);
  if (callee.role !== FUNCTION) {
    throw new PyTypeError(`__init__() should return None, not '${kindOf(callee.role)}'`);
  }
  callee.role = INITIALISER;
  callee.owner = instance;
  return push(frame, callee, target);
}

function kindOf(role: Role): string {
  return ['function', 'function', 'generator', 'coroutine', 'async_generator'][role] ?? 'object';
}

/** Calls something from inside an expression that needs no frame: built-ins by their own names. */
export function callInPlace(
  frame: Frame,
  callee: unknown,
  args: readonly unknown[],
  keywords: Keywords,
): unknown {
  const value =
    callee instanceof Builtin
      ? callBuiltin(frame.machine, callee, args, keywords)
      : frame.machine.call(callee, args, keywords);
  return settled(value);
}
