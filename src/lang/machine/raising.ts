// `raise`, and what `except` clauses match. Source: CPython Python/ceval.c (do_raise,
// check_except_type_valid, exception_group_match), Objects/exceptions.c (_PyExc_PrepReraiseStar).

import { setContext } from '../../asyncio/exception-context.ts';
import { type AnyGroup, exceptionGroup, isGroup } from '../../asyncio/exception-groups.ts';
import { BaseException, PyTypeError, RuntimeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import {
  baseExceptionClass,
  baseExceptionGroupClass,
  exceptionClass,
} from '../objects/exception-classes.ts';
import { splitGroup } from '../objects/exception-methods.ts';
import { repr } from '../objects/repr.ts';
import { isSubclass, typeOf } from '../objects/type-of.ts';
import { PyClass, Tuple } from '../values.ts';
import type { Frame } from './frame.ts';
import { handledBy } from './unwind.ts';

const NOT_CATCHABLE = 'catching classes that do not inherit from BaseException is not allowed';

/** Whether `except wanted` takes `error`. Throws TypeError for what is no exception class. */
export function handlerMatches(error: unknown, wanted: unknown): boolean {
  if (wanted instanceof PyClass) {
    if (!isSubclass(wanted, baseExceptionClass)) throw new PyTypeError(NOT_CATCHABLE);
    return isOf(error, wanted);
  }
  if (!(wanted instanceof Tuple)) throw new PyTypeError(NOT_CATCHABLE);
  for (const each of wanted.items) {
    if (!(each instanceof PyClass) || !isSubclass(each, baseExceptionClass)) {
      throw new PyTypeError(NOT_CATCHABLE);
    }
  }
  return wanted.items.some((each) => isOf(error, each as PyClass));
}

/** Whatever else was thrown counts as an Exception. */
function isOf(error: unknown, cls: PyClass): boolean {
  if (error instanceof BaseException) return isSubclass(typeOf(error), cls);
  return cls === baseExceptionClass || cls === exceptionClass;
}

/**
 * An exception of what `raise` was given: a class is instantiated. Throws TypeError for anything
 * else.
 */
export function exceptionFrom(frame: Frame, given: unknown, message: string): BaseException {
  if (given instanceof BaseException) return given;
  if (!(given instanceof PyClass) || !isSubclass(given, baseExceptionClass)) {
    throw new PyTypeError(message);
  }
  const made = frame.machine.call(given, []);
  if (made instanceof BaseException) return made;
  throw new PyTypeError(
    `calling ${repr(frame.machine, given)} should have returned an instance of BaseException, ` +
      `not ${repr(frame.machine, typeOf(made))}`,
  );
}

/** `raise given from cause`; `cause` is undefined where there is no `from`. */
export function raise(frame: Frame, given: unknown, cause: unknown): never {
  const error = exceptionFrom(frame, given, 'exceptions must derive from BaseException');
  if (cause !== undefined) {
    error.cause =
      cause === null
        ? null
        : exceptionFrom(frame, cause, 'exception causes must derive from BaseException');
    error.suppressContext = true;
  }
  setContext(error, handledBy(frame));
  frame.machine.raised = error;
  throw error;
}

/** A bare `raise`. Throws RuntimeError where nothing is being handled. */
export function raiseHandled(frame: Frame): never {
  const error = handledBy(frame);
  if (error === null) throw new RuntimeError('No active exception to reraise');
  frame.machine.raised = error;
  frame.machine.isReraising = true;
  throw error;
}

/**
 * Splits what an `except*` statement has left (null for nothing) by one clause: what the clause
 * takes, and what is left then. Throws TypeError for a clause that names no exception class or a
 * group class.
 */
export function splitStar(
  run: Interpreter,
  error: BaseException | null,
  wanted: unknown,
): readonly [BaseException | null, BaseException | null] {
  checkStar(wanted);
  if (error === null) return [null, null];
  if (!isGroup(error)) {
    if (!handlerMatches(error, wanted)) return [null, error];
    return [nakedAsGroup(error), null];
  }
  const parts = splitGroup(run, error, (member) => handlerMatches(member, wanted));
  // Frames are added to a traceback in place: a part that is raised on must not lengthen the
  // whole's.
  for (const part of parts) {
    if (part !== null && part !== error) part.traceback = copied(part.traceback);
  }
  return parts;
}

function copied(traceback: BaseException['traceback']): BaseException['traceback'] {
  return traceback === null ? null : [...traceback];
}

function nakedAsGroup(error: BaseException): AnyGroup {
  const group = exceptionGroup('', [error]);
  group.args = ['', new Tuple([error])];
  group.traceback = copied(error.traceback);
  return group;
}

function checkStar(wanted: unknown): void {
  const classes = wanted instanceof Tuple ? wanted.items : [wanted];
  for (const each of classes) {
    if (!(each instanceof PyClass) || !isSubclass(each, baseExceptionClass)) {
      throw new PyTypeError(NOT_CATCHABLE);
    }
    if (isSubclass(each, baseExceptionGroupClass)) {
      throw new PyTypeError(
        'catching ExceptionGroup with except* is not allowed. Use except instead.',
      );
    }
  }
}

/**
 * What an `except*` statement raises in the end; null for nothing.
 * @param original what was caught.
 * @param raised what the clauses raised and what none of them took, in order.
 */
export function combineStar(
  run: Interpreter,
  original: BaseException,
  raised: readonly unknown[],
): BaseException | null {
  const errors = raised.filter((each) => each !== null) as BaseException[];
  if (errors.length === 0) return null;
  if (!isGroup(original)) return errors[0];
  const again: BaseException[] = [];
  const fresh: BaseException[] = [];
  for (const each of errors) {
    const isSame = isGroup(each) && isPartOf(each, original);
    (isSame ? again : fresh).push(each);
  }
  const reraised = again.length === 0 ? null : projection(run, original, again);
  if (fresh.length === 0) return reraised;
  const members = reraised === null ? fresh : [...fresh, reraised];
  return members.length === 1 ? members[0] : exceptionGroup('', members);
}

/** A part of the original that was only raised again still has its traceback, cause and context. */
function isPartOf(part: AnyGroup, original: AnyGroup): boolean {
  return (
    part === original ||
    (isSameTraceback(part.traceback, original.traceback) &&
      part.cause === original.cause &&
      part.context === original.context)
  );
}

function isSameTraceback(a: BaseException['traceback'], b: BaseException['traceback']): boolean {
  if (a === null || b === null) return a === b;
  return a.length === b.length && a.every((entry, index) => entry === b[index]);
}

/** The original group, of its members only those that are in one of the groups. */
function projection(
  run: Interpreter,
  original: AnyGroup,
  parts: readonly BaseException[],
): BaseException | null {
  const leaves = new Set<unknown>();
  for (const part of parts) collectLeaves(part, leaves);
  return splitGroup(run, original, (member) => leaves.has(member), false)[0];
}

function collectLeaves(error: unknown, into: Set<unknown>): void {
  if (!isGroup(error)) into.add(error);
  else for (const member of error.exceptions) collectLeaves(member, into);
}
