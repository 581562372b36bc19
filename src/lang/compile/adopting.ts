// Which generators are new where an expression gives one, so that whoever gets the value is the
// only one to know it: those of a generator expression, and of a call that shows what made them.
// What such a call was given, a new generator too, belongs to the frame that was called.

import { PyAsyncGenerator } from '../machine/async-generator.ts';
import type { Frame } from '../machine/frame.ts';
import { PyFunction } from '../machine/function.ts';
import { PyGenerator } from '../machine/generator.ts';
import { abandon } from '../machine/ownership.ts';
import { PyIterator } from '../objects/iterator.ts';
import { typeOf } from '../objects/type-of.ts';
import type { Call, Expression } from '../tree.ts';
import type { Context } from './context.ts';
import { readName } from './names.ts';
import { computed, type Evaluate, type Operand } from './operand.ts';

/** Built-in iterators that keep what they take from. */
const WRAPPERS: ReadonlySet<string> = new Set(['enumerate', 'zip', 'map', 'filter']);
/** Built-in functions that may stop before their argument ends. */
const CONSUMERS: ReadonlySet<string> = new Set(
  'all any dict list max min set sum tuple'.split(' '),
);
const ITERATOR_METHODS: ReadonlySet<string> = new Set(['__iter__', '__aiter__']);

/** Marks what an expression gave as owned, if it is a new generator. */
export type Adopt = (frame: Frame, value: unknown) => void;

/** What makes the generators that `node` gives known as new; null for an expression of others. */
export function adoption(c: Context, node: Expression): Adopt | null {
  if (!c.module.scopes.hasGenerators) return null;
  if (node.kind === 'GeneratorExp') {
    const inner = adoption(c, node.generators[0].iterable);
    return (frame, value) => {
      const made = value as PyGenerator | PyAsyncGenerator;
      made.isOwned = true;
      if (made.state === 'CREATED') inner?.(frame, made.frame.slots[0]);
    };
  }
  if (node.kind !== 'Call') return null;
  const { callee } = node;
  if (callee.kind === 'Name' && (callee.id === 'iter' || callee.id === 'aiter')) {
    return node.args.length === 1 ? adoption(c, node.args[0]) : null;
  }
  if (callee.kind === 'Name' && c.variable(callee.id).reach === 'builtin') {
    return WRAPPERS.has(callee.id) ? sourceAdoption(c, node, callee.id) : null;
  }
  const isMaker = maker(c, callee);
  if (isMaker === null) return null;
  return (frame, value) => {
    if (!(value instanceof PyGenerator) && !(value instanceof PyAsyncGenerator)) return;
    if (isMaker(frame, value)) value.isOwned = true;
  };
}

/** For `enumerate(numbers())` and its like: the iterator is new, and what it takes from is its. */
function sourceAdoption(c: Context, node: Call, name: string): Adopt | null {
  const args = name === 'map' || name === 'filter' ? node.args.slice(1) : node.args;
  const inner = args.map((arg) => adoption(c, arg));
  if (inner.every((each) => each === null)) return null;
  return (frame, value) => {
    if (!(value instanceof PyIterator)) return;
    const { sources } = value;
    for (const [i, adopt] of inner.entries()) adopt?.(frame, sources[i]);
  };
}

/**
 * The arguments of a call by name: a new generator belongs to the parameter that gets it, if that
 * is a variable that may own one.
 */
export function adoptedArguments(
  c: Context,
  node: Call,
  operands: readonly Operand[],
): readonly Operand[] {
  const { callee } = node;
  if (!c.module.scopes.hasGenerators || callee.kind !== 'Name') return operands;
  if (node.args.some((arg) => arg.kind === 'Starred')) return operands;
  const read = readName(c, callee.id, callee.span).evaluate;
  return operands.map((operand, i) => {
    const adopt = adoption(c, node.args[i]);
    if (adopt === null) return operand;
    const { evaluate } = operand;
    return computed((frame) => {
      const value = evaluate(frame);
      const fn = read(frame);
      if (fn instanceof PyFunction && i < fn.code.parameters.positional) {
        if (fn.code.owned.includes(i)) adopt(frame, value);
      }
      return value;
    });
  });
}

/**
 * Emits what a call of a method that is a generator function takes over: new generators among its
 * arguments, known only to the new frame's parameters, whoever gets to know the call's own.
 */
export function adoptArguments(c: Context, node: Call, made: Operand): void {
  if (!c.module.scopes.hasGenerators || made.kind !== 'temporary') return;
  const inner = node.args.map((arg) => adoption(c, arg));
  if (node.callee.kind !== 'Attribute' || inner.every((each) => each === null)) return;
  const isMaker = maker(c, node.callee);
  if (isMaker === null) return;
  c.act(node.span, (frame) => {
    const value = frame.slots[made.slot];
    if (!(value instanceof PyGenerator) && !(value instanceof PyAsyncGenerator)) return;
    if (value.state !== 'CREATED' || !isMaker(frame, value)) return;
    const { slots, code } = value.frame;
    inner.forEach((adopt, i) => {
      if (code.owned.includes(i + 1)) adopt?.(frame, slots[i + 1]);
    });
  });
}

type IsMaker = (frame: Frame, value: PyGenerator | PyAsyncGenerator) => boolean;

/** Whether the callee is the generator function that `value` is a generator of. */
function maker(c: Context, callee: Expression): IsMaker | null {
  if (callee.kind === 'Attribute') {
    const { name } = callee;
    if (ITERATOR_METHODS.has(name)) return null;
    return (_frame, value) => value.frame.code.name === name;
  }
  if (callee.kind !== 'Name') return null;
  const read: Evaluate = readName(c, callee.id, callee.span).evaluate;
  return (frame, value) => {
    const fn = read(frame);
    if (!(fn instanceof PyFunction)) return false;
    return fn.code === value.frame.code || fn.code.makes.includes(value.frame.code.name);
  };
}

/** Whether a loop over the expression may get an iterator that nobody else knows. */
export function mayOwn(c: Context, node: Expression): boolean {
  if (!c.module.scopes.hasGenerators) return false;
  if (node.kind === 'List' || node.kind === 'Tuple' || node.kind === 'Constant') return false;
  return node.kind !== 'Call' || node.callee.kind !== 'Name' || node.callee.id !== 'range';
}

/** Marks an iterator that was made for a loop: not what the loop was given itself. */
export function adoptIterator(iterator: unknown, iterable: unknown): void {
  if (iterator === iterable) return;
  if (!(iterator instanceof PyGenerator) && !(iterator instanceof PyAsyncGenerator)) return;
  const { name } = iterator.frame.code;
  if (ITERATOR_METHODS.has(name) || givesNew(iterable, name)) {
    iterator.isOwned = true;
    iterator.isLoops = true;
  }
}

/** Whether the method that gave the iterator does nothing but call what makes it. */
function givesNew(iterable: unknown, name: string): boolean {
  for (const method of ITERATOR_METHODS) {
    const fn = typeOf(iterable).lookup(method);
    if (fn instanceof PyFunction && fn.code.makes.includes(name)) return true;
  }
  return false;
}

/** How a loop over the expression lets go of its iterator: a variable's generator stays. */
export function letsGo(node: Expression): (iterator: unknown) => void {
  if (node.kind === 'Call') {
    return (iterator) => {
      if (!(iterator instanceof PyIterator)) abandon(iterator);
      else if (iterator instanceof PyGenerator) abandon(iterator);
      else for (const source of iterator.sources) abandon(source);
    };
  }
  if (node.kind === 'GeneratorExp') return abandon;
  return (iterator) => {
    if (!(iterator instanceof PyGenerator) && !(iterator instanceof PyAsyncGenerator)) return;
    if (iterator.isLoops) abandon(iterator);
  };
}

/** Lets go of the new generators that a built-in function was given and has not kept. */
export function afterCall(c: Context, node: Call): Adopt | null {
  const { callee, args } = node;
  if (callee.kind !== 'Name' || !CONSUMERS.has(callee.id) || args.length === 0) return null;
  const adopt = adoption(c, args[0]);
  if (adopt === null) return null;
  const letGo = letsGo(args[0]);
  return (frame, value) => {
    adopt(frame, value);
    letGo(value);
  };
}

/** Emits `slot = value` for a variable that may own a generator: it lets go of what it held. */
export function assignOwned(c: Context, value: Expression, slot: number): void {
  const held = c.builder.temporary();
  c.into(value, held);
  const adopt = adoption(c, value);
  c.act(value.span, (frame) => {
    const { slots } = frame;
    const [old, made] = [slots[slot], slots[held]];
    slots[slot] = made;
    slots[held] = undefined;
    adopt?.(frame, made);
    if (old !== made) abandon(old);
  });
}
