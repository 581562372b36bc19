// The limits that values keep by themselves: the size of a collection, a string or an int, and the
// depth of nested data. Sizes end the simulation (LimitReached); depth is Python's own
// RecursionError.

import { RecursionError } from '../../asyncio/exceptions.ts';
import { LimitReached } from '../../base/stop.ts';
import type { Interpreter } from '../interpreter.ts';

/**
 * Checks the size that a collection or string is about to get and counts the work of making it.
 * Throws LimitReached where `size` is above the limit.
 */
export function reserve(run: Interpreter, size: number): void {
  if (size > run.limits.collection) {
    throw new LimitReached(
      'items in one collection or string',
      run.limits.collection,
      '--max-collection',
    );
  }
  run.charge(size);
}

/** The same of one that grows in place: the work is that of what is added. */
export function reserveMore(run: Interpreter, size: number, added: number): void {
  if (size > run.limits.collection) reserve(run, size);
  run.charge(added);
}

/** Checks the size that an int is about to get, in bits; counts the work as CPython's digits. */
export function reserveBits(run: Interpreter, bits: number): void {
  if (bits > run.limits.collection) {
    throw new LimitReached('bits of one int', run.limits.collection, '--max-collection');
  }
  run.charge(Math.ceil(bits / 30));
}

/** Throws RecursionError where data are nested deeper than Python's recursion limit. */
export function checkDepth(run: Interpreter, depth: number, doing: string): void {
  if (depth > run.limits.recursion) {
    throw new RecursionError(`maximum recursion depth exceeded${doing}`);
  }
}
