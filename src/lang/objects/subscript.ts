// `value[key]`: reading, writing and deleting items and slices.
// Source: CPython Objects/abstract.c (PyObject_GetItem), Objects/listobject.c (list_subscript,
// list_ass_subscript); 3.14's messages.

import { AttributeError, IndexError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { at, codePoints, lengthOf, sliceText } from '../text/quote.ts';
import { Builtin, Instance, PyClass, Range, Slice, TextInstance, Tuple } from '../values.ts';
import { overriding } from './derived.ts';
import { bindAttribute } from './descriptors.ts';
import { Dict, dictItem } from './dict.ts';
import { indexOrUndefined } from './index-of.ts';
import { toSequence } from './iteration.ts';
import { reserve } from './limits.ts';
import { type SliceIndices, sliceIndices, takeSlice } from './slices.ts';
import { callFound, specialOf } from './special.ts';
import { deleteSlice, replaceItems } from './splicing.ts';
import { Structural } from './structural.ts';
import { rangeLength } from './truth.ts';
import { typeName, typeOf } from './type-of.ts';

/** `value[key]`. Throws TypeError, IndexError, KeyError. */
export function getItem(run: Interpreter, value: unknown, key: unknown): unknown {
  const own = overriding(value, '__getitem__');
  return own === undefined ? builtinItem(run, value, key) : callFound(run, own, value, [key]);
}

/** The same, past what a class of the program does instead. */
export function builtinItem(run: Interpreter, value: unknown, key: unknown): unknown {
  if (Array.isArray(value)) return listItem(run, value, key);
  if (value instanceof Dict) {
    const found = value.get(key);
    if (found !== undefined) return found;
    const missing = specialOf(value, '__missing__');
    return missing === undefined ? dictItem(value, key) : callFound(run, missing, value, [key]);
  }
  if (value instanceof Tuple) return tupleItem(run, value, key);
  if (typeof value === 'string') return textItem(run, value, key);
  if (value instanceof TextInstance && specialOf(value, '__getitem__') === undefined) {
    return textItem(run, value.text, key);
  }
  if (value instanceof Range) return rangeItem(run, value, key);
  const method = specialOf(value, '__getitem__');
  if (method !== undefined) return callFound(run, method, value, [key]);
  if (value instanceof PyClass) return genericItem(run, value, key);
  throw new PyTypeError(`'${typeName(value)}' object is not subscriptable`);
}

/** Whether `value[key]` works for some key. */
export function isSubscriptable(value: unknown): boolean {
  if (typeof value === 'string' || Array.isArray(value) || value instanceof Tuple) return true;
  if (value instanceof Dict || value instanceof Range) return true;
  return specialOf(value, '__getitem__') !== undefined;
}

/** `list[int]` is only ever an annotation: the class itself will do. */
function genericItem(run: Interpreter, cls: PyClass, key: unknown): unknown {
  const method = cls.lookup('__class_getitem__');
  if (method === undefined) throw new PyTypeError(`type '${cls.messageName}' is not subscriptable`);
  if (method instanceof Builtin) return run.call(method, [cls, key]);
  return run.call(bindAttribute(run, method, undefined, cls), [key]);
}

function listItem(run: Interpreter, items: unknown[], key: unknown): unknown {
  if (typeof key === 'number') {
    const item = items[key < 0 ? key + items.length : key];
    if (item === undefined) throw new IndexError('list index out of range');
    return item;
  }
  if (key instanceof Slice) return sliced(run, items, key);
  const index = position(run, key, items.length, 'list');
  if (index < 0) throw new IndexError('list index out of range');
  return items[index];
}

function tupleItem(run: Interpreter, tuple: Tuple, key: unknown): unknown {
  const { items } = tuple;
  if (key instanceof Slice) {
    const part = sliced(run, items, key);
    return part.length === items.length && (key.step ?? 1) === 1 ? tuple : new Tuple(part);
  }
  const index = position(run, key, items.length, 'tuple');
  if (index < 0) throw new IndexError('tuple index out of range');
  return items[index];
}

function sliced(run: Interpreter, items: readonly unknown[], key: Slice): unknown[] {
  const indices = sliceIndices(run, key, items.length);
  reserve(run, indices.count);
  return takeSlice(items, indices);
}

function textItem(run: Interpreter, text: string, key: unknown): string {
  if (key instanceof Slice) {
    const indices = sliceIndices(run, key, lengthOf(text));
    reserve(run, indices.count);
    if (indices.step === 1) return sliceText(text, indices.start, indices.stop);
    return takeSlice(codePoints(text), indices).join('');
  }
  const index = indexOrUndefined(run, key);
  if (index === undefined) {
    throw new PyTypeError(`string indices must be integers, not '${typeName(key)}'`);
  }
  const place = typeof index === 'bigint' ? outside(index, key) : index;
  const found = at(text, place < 0 ? place + lengthOf(text) : place);
  if (found === undefined) throw new IndexError('string index out of range');
  return found;
}

function rangeItem(run: Interpreter, range: Range, key: unknown): unknown {
  const size = rangeLength(range);
  if (key instanceof Slice) {
    const { start, stop, step } = sliceIndices(run, key, size);
    const value = (index: number): number => range.start + index * range.step;
    return new Range(value(start), value(stop), range.step * step);
  }
  if (typeof key === 'bigint') throw new IndexError('range object index out of range');
  const index = position(run, key, size, 'range');
  if (index < 0) throw new IndexError('range object index out of range');
  return range.start + index * range.step;
}

/** An int beyond the safe ones is no place; beyond a machine word it is a mistake of its own. */
function outside(index: bigint, key: unknown): number {
  if (BigInt.asIntN(64, index) === index) return Number.MIN_SAFE_INTEGER;
  throw new IndexError(`cannot fit '${typeName(key)}' into an index-sized integer`);
}

/**
 * The place that `key` names, from 0; negative where there is none. Throws TypeError for no int.
 */
function position(run: Interpreter, key: unknown, size: number, name: string): number {
  const index = indexOrUndefined(run, key);
  if (index === undefined) {
    throw new PyTypeError(`${name} indices must be integers or slices, not ${typeName(key)}`);
  }
  if (typeof index === 'bigint') return outside(index, key);
  const at = index < 0 ? index + size : index;
  return at < size ? at : -1;
}

/** `value[key] = item`. Throws TypeError, IndexError, ValueError. */
export function setItem(run: Interpreter, value: unknown, key: unknown, item: unknown): void {
  const own = specialOf(value, '__setitem__');
  if (own === undefined) setBuiltinItem(run, value, key, item);
  else callFound(run, own, value, [key, item]);
}

/** The same, past what a class of the program does instead. */
export function setBuiltinItem(
  run: Interpreter,
  value: unknown,
  key: unknown,
  item: unknown,
): void {
  if (Array.isArray(value)) {
    if (key instanceof Slice) {
      setSlice(run, value, sliceIndices(run, key, value.length), item);
      return;
    }
    const index = position(run, key, value.length, 'list');
    if (index < 0) throw new IndexError('list assignment index out of range');
    value[index] = item;
    return;
  }
  if (value instanceof Dict) {
    value.set(key, item);
    return;
  }
  refuseSlot(value, '__delitem__', '__setitem__');
  if (hasSequenceSlots(value)) checkFits(run, key);
  throw new PyTypeError(`'${typeName(value)}' object does not support item assignment`);
}

/** Whether CPython takes a class for one of sequences, though its items cannot be changed. */
function hasSequenceSlots(value: unknown): boolean {
  return (
    typeof value === 'string' ||
    value instanceof Tuple ||
    value instanceof Range ||
    (value instanceof Structural && value.isIterable) ||
    value instanceof Instance ||
    typeOf(value).module === '__main__'
  );
}

/** Whether `key` is an int. Throws IndexError for one beyond a machine word. */
function checkFits(run: Interpreter, key: unknown): boolean {
  const index = indexOrUndefined(run, key);
  if (typeof index === 'bigint') outside(index, key);
  return index !== undefined;
}

/** Writing and deleting share a slot: who defines only one of them has no such attribute. */
function refuseSlot(value: unknown, other: string, missing: string): void {
  if (value instanceof Instance && specialOf(value, other) !== undefined) {
    throw new AttributeError(missing);
  }
}

function setSlice(run: Interpreter, list: unknown[], slice: SliceIndices, value: unknown): void {
  const items = toSequence(run, value, 'must assign iterable to extended slice');
  const { start, step, count } = slice;
  if (step === 1) {
    reserve(run, list.length - count + items.length);
    replaceItems(list, start, count, items);
    return;
  }
  if (items.length !== count) {
    throw new ValueError(
      `attempt to assign sequence of size ${items.length} to extended slice of size ${count}`,
    );
  }
  for (const [i, item] of items.entries()) list[start + i * step] = item;
}

/** `del value[key]`. Throws TypeError, IndexError, KeyError. */
export function deleteItem(run: Interpreter, value: unknown, key: unknown): void {
  const own = specialOf(value, '__delitem__');
  if (own === undefined) deleteBuiltinItem(run, value, key);
  else callFound(run, own, value, [key]);
}

/** The same, past what a class of the program does instead. */
export function deleteBuiltinItem(run: Interpreter, value: unknown, key: unknown): void {
  if (Array.isArray(value)) {
    if (key instanceof Slice) {
      deleteSlice(value, sliceIndices(run, key, value.length));
      return;
    }
    const index = position(run, key, value.length, 'list');
    if (index < 0) throw new IndexError('list assignment index out of range');
    run.charge((value.length - index) >> 3);
    value.splice(index, 1);
    return;
  }
  if (value instanceof Dict) {
    dictItem(value, key);
    value.take(key);
    return;
  }
  refuseSlot(value, '__setitem__', '__delitem__');
  const isPlace = hasSequenceSlots(value) && checkFits(run, key);
  const verb = isPlace ? "doesn't" : 'does not';
  throw new PyTypeError(`'${typeName(value)}' object ${verb} support item deletion`);
}
