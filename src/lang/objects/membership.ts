// `in` and `len`: what asks a container for one thing.
// Source: CPython Objects/abstract.c (PySequence_Contains, PyObject_Size); 3.14's messages.

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { lengthOf } from '../text/quote.ts';
import { plainText, Range, TextInstance, Tuple } from '../values.ts';
import { matches } from './compare.ts';
import { overriding } from './derived.ts';
import { iterate, STOP } from './iteration.ts';
import { quantityOf } from './numbers.ts';
import { callFound, callSpecial, specialOf } from './special.ts';
import { isSized, Structural } from './structural.ts';
import { checkedLength, rangeLength, truthy } from './truth.ts';
import { typeName } from './type-of.ts';

/** `value in container`. Throws TypeError where it is no container. */
export function contains(run: Interpreter, container: unknown, value: unknown): boolean {
  if (container instanceof TextInstance && specialOf(container, '__contains__') === undefined) {
    return inText(container.text, value);
  }
  const own = overriding(container, '__contains__');
  if (own === undefined || own === null) return builtinContains(run, container, value);
  return truthy(run, callFound(run, own, container, [value]));
}

/** The same, past what a class of the program does instead. */
export function builtinContains(run: Interpreter, container: unknown, value: unknown): boolean {
  if (Array.isArray(container)) return amongItems(run, container, value);
  if (container instanceof Tuple) return amongItems(run, container.items, value);
  if (typeof container === 'string') return inText(container, value);
  if (container instanceof Structural) {
    const answer = container.contains(run, value);
    if (answer !== undefined) return answer;
  }
  if (container instanceof Range) {
    const number = quantityOf(value);
    if (number !== undefined) return inRange(container, number);
  }
  const method = specialOf(container, '__contains__');
  if (method === null) throw new PyTypeError(`'${typeName(container)}' object is not a container`);
  if (method !== undefined) {
    return truthy(run, callSpecial(run, container, '__contains__', [value]));
  }
  return amongIterated(run, container, value);
}

function amongItems(run: Interpreter, items: readonly unknown[], value: unknown): boolean {
  run.charge(items.length >> 3);
  if (typeof value === 'string' && items.includes(value)) return true;
  for (let i = 0; i < items.length; i++) if (matches(run, items[i], value)) return true;
  return false;
}

function inText(container: string, value: unknown): boolean {
  const text = plainText(value);
  if (typeof text === 'string') return container.includes(text);
  throw new PyTypeError(`'in <string>' requires string as left operand, not ${typeName(value)}`);
}

function inRange({ start, stop, step }: Range, value: number | bigint): boolean {
  const number = Number(value);
  if (!Number.isInteger(number)) return false;
  const inside = step > 0 ? number >= start && number < stop : number <= start && number > stop;
  return inside && (number - start) % step === 0;
}

function amongIterated(run: Interpreter, container: unknown, value: unknown): boolean {
  let iterator: ReturnType<typeof iterate>;
  try {
    iterator = iterate(run, container);
  } catch (error) {
    if (!(error instanceof PyTypeError)) throw error;
    throw new PyTypeError(
      `argument of type '${typeName(container)}' is not a container or iterable`,
    );
  }
  for (let item = iterator.next(); item !== STOP; item = iterator.next()) {
    run.charge(1);
    if (matches(run, item, value)) return true;
  }
  return false;
}

/** `len(value)`. Throws TypeError where it has none. */
export function length(run: Interpreter, value: unknown): number {
  if (value instanceof TextInstance && specialOf(value, '__len__') === undefined) {
    return lengthOf(value.text);
  }
  const own = overriding(value, '__len__');
  return own === undefined
    ? builtinLength(run, value)
    : checkedLength(callFound(run, own, value, []));
}

/** The same, past what a class of the program does instead. */
export function builtinLength(run: Interpreter, value: unknown): number {
  if (Array.isArray(value)) return value.length;
  if (typeof value === 'string') return lengthOf(value);
  if (value instanceof Tuple) return value.items.length;
  if (isSized(value)) return value.size;
  if (value instanceof Range) return rangeLength(value);
  const result = callSpecial(run, value, '__len__', []);
  if (result !== undefined) return checkedLength(result);
  throw new PyTypeError(`object of type '${typeName(value)}' has no len()`);
}
