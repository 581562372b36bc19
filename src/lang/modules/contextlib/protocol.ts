// What the managers of `contextlib` share: calling the methods of a manager on its class, and the
// context of exceptions where CPython's Python code has them in flight and there is no frame here
// that says so. Source: CPython Lib/contextlib.py.

import { BaseException, PyTypeError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import type { Runtime } from '../../machine/frame.ts';
import { Traceback } from '../../objects/exception-methods.ts';
import { callFound } from '../../objects/special.ts';
import { typeOf } from '../../objects/type-of.ts';

export type ExitArguments = readonly [type: unknown, value: unknown, traceback: unknown];

export const NOTHING: ExitArguments = [null, null, null];

/** What `__exit__` is called with for an exception; three times None for null. */
export function exitArguments(error: BaseException | null): ExitArguments {
  if (error === null) return NOTHING;
  const { traceback } = error;
  return [typeOf(error), error, traceback === null ? null : new Traceback(traceback)];
}

/** A manager's two methods, found on its class. Throws TypeError where one is missing. */
export function methodsOf(
  run: Interpreter,
  manager: unknown,
  isAsync: boolean,
): { readonly enter: () => unknown; readonly exit: (given: ExitArguments) => unknown } {
  const cls = typeOf(manager);
  const enter = cls.lookup(isAsync ? '__aenter__' : '__enter__');
  const exit = cls.lookup(isAsync ? '__aexit__' : '__exit__');
  if (enter === undefined || exit === undefined) {
    const protocol = isAsync ? 'asynchronous context manager' : 'context manager';
    throw new PyTypeError(
      `'${cls.module}.${cls.qualname}' object does not support the ${protocol} protocol`,
    );
  }
  return {
    enter: () => callFound(run, enter, manager, []),
    exit: (given) => callFound(run, exit, manager, given),
  };
}

/** Throws an error whose context is right as it is. */
export function throwAsIs(run: Interpreter, error: unknown): never {
  (run as Runtime).raised = error;
  throw error;
}

/**
 * Puts `inFlight` at the end of what `error` was raised in the handling of, before what is handled
 * around both.
 */
export function chain(
  error: BaseException,
  inFlight: BaseException,
  around: BaseException | null = null,
): void {
  let last = error;
  for (let steps = 0; steps < 10_000; steps++) {
    if (last === inFlight) return;
    if (last.context === null || last.context === around) break;
    last = last.context;
  }
  last.context = inFlight;
}

/** Passes on what is no exception of the program's: a limit, a mistake of ours. */
export function asException(thrown: unknown): BaseException {
  if (thrown instanceof BaseException) return thrown;
  throw thrown;
}
