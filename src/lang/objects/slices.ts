// Slices: the three numbers that `start:stop:step` means for a sequence of a given length.
// Source: CPython Objects/sliceobject.c (PySlice_Unpack, PySlice_AdjustIndices).

import { PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import type { Slice } from '../values.ts';
import { indexOrUndefined } from './index-of.ts';

export interface SliceIndices {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  /** How many items the slice takes. */
  readonly count: number;
}

/**
 * What a slice takes of `length` items. Throws ValueError for step 0, TypeError for other than
 * ints.
 */
export function sliceIndices(run: Interpreter, slice: Slice, length: number): SliceIndices {
  const step = bound(run, slice.step) ?? 1;
  if (step === 0) throw new ValueError('slice step cannot be zero');
  const [least, most] = step < 0 ? [-1, length - 1] : [0, length];
  const clip = (value: number): number => {
    const index = value < 0 ? value + length : value;
    return Math.max(least, Math.min(most, index));
  };
  const first = bound(run, slice.start);
  const last = bound(run, slice.stop);
  const start = first === null ? (step < 0 ? most : least) : clip(first);
  const stop = last === null ? (step < 0 ? least : most) : clip(last);
  const distance = step < 0 ? start - stop : stop - start;
  const count = distance <= 0 ? 0 : Math.floor((distance - 1) / Math.abs(step)) + 1;
  return { start, stop, step, count };
}

/** One of the three; ints beyond the safe ones act as the largest. */
function bound(run: Interpreter, value: unknown): number | null {
  if (value === null) return null;
  const index = indexOrUndefined(run, value);
  if (index === undefined) {
    throw new PyTypeError('slice indices must be integers or None or have an __index__ method');
  }
  if (typeof index === 'number') return index;
  return index > 0n ? Number.MAX_SAFE_INTEGER : -Number.MAX_SAFE_INTEGER;
}

/** The items that a slice takes. */
export function takeSlice(
  items: readonly unknown[],
  { start, stop, step, count }: SliceIndices,
): unknown[] {
  if (step === 1) return items.slice(start, Math.max(start, stop));
  const result: unknown[] = [];
  for (let i = 0; i < count; i++) result.push(items[start + i * step]);
  return result;
}
