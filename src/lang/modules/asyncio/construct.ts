// How a class of asyncio is called: its `__init__` is Python code in CPython, so the class binds
// arguments by a signature as a function does.

import { NotImplementedError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { bind, LibraryFunction } from '../../objects/signature.ts';
import type { PyClass } from '../../values.ts';

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
    if (called.module === '__main__') {
      const message = `a class derived from asyncio.${cls.name} is not supported: hold one instead`;
      throw new NotImplementedError(message);
    }
    const bound = bind(initialiser, [null, ...args], keywords) as readonly never[];
    return make(run, ...bound.slice(1));
  };
}
