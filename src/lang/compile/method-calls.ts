// `object.name(…)` with plain arguments: the commonest call. No bound method is made where the
// class has a plain method, and what a built-in class or a module had the last time is remembered.

import type { Span } from '../../base/span.ts';
import type { Interpreter } from '../interpreter.ts';
import { callValue, finish, start, startAwaited } from '../machine/calls.ts';
import type { Frame, Operation } from '../machine/frame.ts';
import { PyFunction } from '../machine/function.ts';
import { getAttribute, getMethod, hasFixedMethods } from '../objects/attributes.ts';
import { objectClass } from '../objects/classes.ts';
import { signatureOf } from '../objects/signature.ts';
import { Builtin, Instance, PyModule } from '../values.ts';
import type { Operand } from './operand.ts';

/**
 * The attribute is looked up before the arguments are evaluated, as in CPython. What the last value
 * of a built-in class or module had is remembered, since these never change.
 */
export function plainMethodCall(
  object: Operand,
  name: string,
  args: readonly Operand[],
  slot: number,
  next: number,
  span: Span,
  awaited: number,
): Operation {
  const remembered = new Remembered(name, args.length);
  const count = args.length;
  return (frame) => {
    const self = object.read(frame);
    const isInstance = self instanceof Instance;
    if (!isInstance && typeof self === 'object' && self !== null && remembered.fits(self)) {
      const { method, body, isBound } = remembered;
      if (body !== null) {
        const value = callBody(frame, body, self, args, isBound);
        return finish(frame, value, slot, next);
      }
      return callValue(frame, method, argumentsOf(frame, self, args, isBound), null, slot, next);
    }
    const method = isInstance ? remembered.methodOf(self) : getMethod(self, name);
    if (method === undefined) {
      frame.at = span;
      const fn = getAttribute(frame.machine, self, name);
      remembered.noteAttribute(self, fn);
      return callValue(frame, fn, argumentsOf(frame, null, args, false), null, slot, next);
    }
    if (method instanceof PyFunction && method.code.simpleArity === count + 1) {
      // The first argument is read before there are slots: they are made faster so.
      const first = count > 0 ? args[0].read(frame) : undefined;
      const slots = method.code.template.slice();
      slots[0] = self;
      if (count > 0) slots[1] = first;
      for (let i = 1; i < count; i++) slots[i + 1] = args[i].read(frame);
      frame.at = null;
      return awaited < 0
        ? start(frame, method, slots, slot, next)
        : startAwaited(frame, method, slots, slot, next, awaited);
    }
    if (!isInstance) remembered.noteMethod(self, method);
    return callValue(frame, method, argumentsOf(frame, self, args, true), null, slot, next);
  };
}

function argumentsOf(
  frame: Frame,
  self: unknown,
  args: readonly Operand[],
  isBound: boolean,
): unknown[] {
  const shift = isBound ? 1 : 0;
  const values = new Array<unknown>(args.length + shift);
  if (isBound) values[0] = self;
  for (let i = 0; i < args.length; i++) values[i + shift] = args[i].read(frame);
  frame.at = null;
  return values;
}

type Body = (run: Interpreter, ...args: unknown[]) => unknown;

/** Calls a built-in that takes just these arguments. */
function callBody(
  frame: Frame,
  body: Body,
  self: object,
  args: readonly Operand[],
  isBound: boolean,
): unknown {
  const { machine } = frame;
  if (!isBound || args.length > 2) {
    return body(machine, ...argumentsOf(frame, self, args, isBound));
  }
  if (args.length === 0) {
    frame.at = null;
    return body(machine, self);
  }
  const first = args[0].read(frame);
  if (args.length === 1) {
    frame.at = null;
    return body(machine, self, first);
  }
  const second = args[1].read(frame);
  frame.at = null;
  return body(machine, self, first, second);
}

/** What one call found the last time. */
class Remembered {
  readonly #name: string;
  readonly #count: number;
  /** The constructor of values of a built-in class, a class of the program, or a module. */
  #key: unknown = null;
  /** Changes of classes when that was looked up, for classes of the program. */
  #changes = -1;
  method: unknown = null;
  /** The built-in's own code, where it takes just the arguments that this call gives. */
  body: Body | null = null;
  /** Whether the value is the first argument. */
  isBound = false;

  constructor(name: string, count: number) {
    this.#name = name;
    this.#count = count;
  }

  /** The plain method of an object of the program; undefined where it has none of that name. */
  methodOf(self: Instance): unknown {
    const { cls } = self;
    if (cls === this.#key && this.#changes === objectClass.changes) {
      return self.attributes.has(this.#name) ? undefined : this.method;
    }
    const found = getMethod(self, this.#name);
    if (found === undefined) return undefined;
    this.#key = cls;
    this.#changes = objectClass.changes;
    this.method = found;
    return found;
  }

  fits(self: object): boolean {
    return this.#key === self.constructor || this.#key === self;
  }

  noteMethod(self: unknown, method: unknown): void {
    if (hasFixedMethods(self)) this.#note((self as object).constructor, method, true);
  }

  /** A function of a module; `random`, whose functions belong to one run, is left out. */
  noteAttribute(self: unknown, fn: unknown): void {
    if (!(self instanceof PyModule) || self.name === 'random') return;
    if (self.attributes.get(this.#name) === fn) this.#note(self, fn, false);
  }

  #note(key: unknown, method: unknown, isBound: boolean): void {
    this.#key = key;
    this.method = method;
    this.isBound = isBound;
    this.body = null;
    if (!(method instanceof Builtin)) return;
    const { isPlain, positional } = signatureOf(method);
    const given = this.#count + (isBound ? 1 : 0);
    if (isPlain && positional.length === given) this.body = method.body as Body;
  }
}
