// How a class of asyncio is called: its `__init__` is Python code in CPython, so the class binds
// arguments by a signature as a function does.

import { NotImplementedError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { bind, callBuiltin, LibraryFunction } from '../../objects/signature.ts';
import { Builtin, type PyClass } from '../../values.ts';

/** Makes `cls` callable with a signature, `Semaphore(value=1)`, and what makes the object. */
export function constructs(
  cls: PyClass,
  signature: string,
  make: (run: Interpreter, ...args: never[]) => object,
): void {
  const parameters = signature.slice(signature.indexOf('(') + 1, -1);
  const initialiser = new LibraryFunction(
    `__init__(self${parameters === '' ? '' : `, ${parameters}`})`,
    make,
  );
  initialiser.owner = cls;
  cls.signature = signature;
  cls.construct = (run, called, args, keywords) => {
    refuseSubclass(called);
    const bound = bind(initialiser, [null, ...args], keywords) as readonly never[];
    return make(run, ...bound.slice(1));
  };
}

/**
 * The same for a class that is written in C, whose wrong calls have other messages. Gives the call
 * as a built-in.
 */
export function constructsNatively(
  cls: PyClass,
  signature: string,
  make: (run: Interpreter, ...args: never[]) => object,
): Builtin {
  const call = new Builtin(signature, make);
  cls.signature = signature;
  cls.construct = (run, called, args, keywords) => {
    refuseSubclass(called);
    return callBuiltin(run, call, args, keywords);
  };
  return call;
}

function refuseSubclass(called: PyClass): void {
  if (called.module !== '__main__') return;
  const { module, name } = called.mro.find((each) => each.module !== '__main__') ?? called;
  const shown = `${module.split('.')[0].replace('_', '')}.${name}`;
  throw new NotImplementedError(`a class derived from ${shown} is not supported: hold one instead`);
}
