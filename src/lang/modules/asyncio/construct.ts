// How a class of asyncio is called: its `__init__` is Python code in CPython, so the class binds arguments
// by a signature as a function does.

import { NotImplementedError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { bind, LibraryFunction } from '../../objects/signature.ts';
import type { Construct } from '../../values.ts';

/** The `construct` of a class from a signature, `Semaphore(value=1)`, and what makes the object. */
export function constructs(
  signature: string,
  make: (run: Interpreter, ...args: never[]) => object,
): Construct {
  const builtin = new LibraryFunction(signature, make);
  builtin.constructs = true;
  return (run, cls, args, keywords) => {
    if (cls.module === '__main__') {
      const name = `asyncio.${builtin.name}`;
      throw new NotImplementedError(
        `a class derived from ${name} is not supported: hold one instead`,
      );
    }
    return make(run, ...(bind(builtin, args, keywords) as readonly never[]));
  };
}
