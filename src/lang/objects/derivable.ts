// Ready-made classes that the program may derive from. What they make is made empty and then
// filled; for a class of the program its `__init__` fills it, which may be the ready-made one,
// called by `super().__init__(…)` or for want of another.
// Source: CPython Objects/typeobject.c (type_call), Objects/dictobject.c (dict_init).

import type { Interpreter } from '../interpreter.ts';
import { Builtin, type PyClass } from '../values.ts';
import { define } from './classes.ts';
import { derive } from './derived.ts';
import { callBuiltin, LibraryFunction } from './signature.ts';

type Keywords = ReadonlyMap<string, unknown> | null;
type Bare = (run: Interpreter) => object;
type Fill = (run: Interpreter, self: never, ...args: never[]) => void;
type FillBy = (run: Interpreter, self: never, args: readonly unknown[], named: Keywords) => void;

function fitsToDerive(cls: PyClass, signature: string, bare: Bare, fillBy: FillBy): void {
  cls.signature = signature;
  cls.bare = bare;
  cls.construct = (run, called, args, keywords) => {
    const value = bare(run);
    if (called.module === '__main__') return derive(value, called);
    fillBy(run, value as never, args, keywords);
    return value;
  };
}

/**
 * Makes a class that is written in C callable, `dict(other=..., /, **named)`, and fit to derive
 * from. Gives the call as a built-in: it gives what it was called with.
 * @param bare makes an empty value.
 * @param fill fills it with what it is called with.
 */
export function derivable(cls: PyClass, signature: string, bare: Bare, fill: Fill): Builtin {
  const call = new Builtin(signature, (_run, ...given: unknown[]) => given);
  const fillBy: FillBy = (run, self, args, keywords) => {
    fill(run, self, ...(callBuiltin(run, call, args, keywords) as never[]));
  };
  fitsToDerive(cls, signature, bare, fillBy);
  const body = (run: Interpreter, self: never, args: readonly unknown[], named: Keywords): null => {
    fillBy(run, self, args, named);
    return null;
  };
  define(cls, [new Builtin('__init__(self, /, *args, **keywords)', body)]);
  return call;
}

/** The same for a class that is written in Python: its `__init__` has the signature. */
export function derivableInPython(
  cls: PyClass,
  signature: string,
  bare: Bare,
  fill: Fill,
): LibraryFunction {
  const parameters = signature.slice(signature.indexOf('(') + 1, -1);
  const initialise = new LibraryFunction(
    `__init__(self${parameters === '' ? '' : `, ${parameters}`})`,
    (run, self: never, ...given: never[]) => {
      fill(run, self, ...given);
      return null;
    },
  );
  define(cls, [initialise]);
  filledAs(cls, signature, bare, initialise);
  return initialise;
}

/** The same for a class that inherits its `__init__`. */
export function filledAs(
  cls: PyClass,
  signature: string,
  bare: Bare,
  initialise: LibraryFunction,
): void {
  fitsToDerive(cls, signature, bare, (run, self, args, keywords) => {
    callBuiltin(run, initialise, [self, ...args], keywords);
  });
}
