// Arguments of the str methods: the checks that CPython's argument clinic generates, with its
// messages, and the bounds that `find` and its kin take.
// Source: CPython Objects/clinic/unicodeobject.c.h, Python/getargs.c (_PyArg_BadArgument),
// Python/ceval.c (_PyEval_SliceIndex).

import { OverflowError, PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';

/** A type name as argument clinic shows it: `None` for None. */
export function shownTypeName(run: Interpreter, value: unknown): string {
  return value === null ? 'None' : run.objects.typeName(value);
}

/** Argument `position` of `method` as a str; position 0 for a method of one argument. */
export function textArgument(
  run: Interpreter,
  value: unknown,
  method: string,
  position: number,
): string {
  if (typeof value === 'string') return value;
  const which = position === 0 ? 'argument' : `argument ${position}`;
  throw new PyTypeError(`${method}() ${which} must be str, not ${shownTypeName(run, value)}`);
}

/** An int argument that must fit a machine word. Throws TypeError, OverflowError. */
export function sizeArgument(run: Interpreter, value: unknown): number {
  const index = run.objects.index(run, value);
  if (typeof index === 'number') return index;
  throw new OverflowError('Python int too large to convert to C ssize_t');
}

function sliceIndex(run: Interpreter, value: unknown): number {
  const isInt = typeof value === 'number' || typeof value === 'bigint';
  if (isInt || typeof value === 'boolean') return Number(value);
  try {
    return Number(run.objects.index(run, value));
  } catch (error) {
    if (!(error instanceof PyTypeError)) throw error;
    throw new PyTypeError('slice indices must be integers or None or have an __index__ method');
  }
}

/**
 * A start or end of a slice of `length` characters: None is `otherwise`, a negative one from the
 * end.
 */
export function boundArgument(
  run: Interpreter,
  value: unknown,
  length: number,
  otherwise: number,
): number {
  if (value === null || value === undefined) return otherwise;
  const index = sliceIndex(run, value);
  return index < 0 ? Math.max(0, index + length) : index;
}

/** Counts the work of reading `text` through, where it is long enough to matter. */
export function chargeText(run: Interpreter, text: string): void {
  if (text.length > 64) run.charge(text.length >> 3);
}
