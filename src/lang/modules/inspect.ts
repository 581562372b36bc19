// Module `inspect`, as far as it tells what something is: a coroutine, a generator, the function
// that makes one, a class. What reads source text or frames is refused.
// Source: CPython Lib/inspect.py.

import { Coroutine } from '../../asyncio/coroutines.ts';
import { AsyncGeneratorStep, PyAsyncGenerator } from '../machine/async-generator.ts';
import { ASYNC_GENERATOR, COROUTINE, GENERATOR, type Role } from '../machine/frame.ts';
import { PyFunction } from '../machine/function.ts';
import { PyGenerator } from '../machine/generator.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { specialOf } from '../objects/special.ts';
import { BoundMethod, Builtin, PyClass, PyModule } from '../values.ts';
import { Partial } from './functools-partial.ts';

/** The program's function behind methods and partial calls; null where it is something else. */
function functionBehind(value: unknown): PyFunction | null {
  let inner = value;
  while (inner instanceof Partial || inner instanceof BoundMethod) inner = inner.callee;
  return inner instanceof PyFunction ? inner : null;
}

/** Whether calling the value makes what functions of that role make. */
export function makes(role: Role, value: unknown): boolean {
  return functionBehind(value)?.code.role === role;
}

/** What `asend` and its like give is awaited as a coroutine is, and is none. */
function isCoroutine(value: unknown): boolean {
  return value instanceof Coroutine && !(value instanceof AsyncGeneratorStep);
}

function isMethod(value: unknown): boolean {
  return value instanceof BoundMethod && value.callee instanceof PyFunction;
}

function isBuiltin(value: unknown): boolean {
  const inner = value instanceof BoundMethod ? value.callee : value;
  return inner instanceof Builtin;
}

const functions = [
  new LibraryFunction('iscoroutinefunction(obj)', (_run, value: unknown) =>
    makes(COROUTINE, value),
  ),
  new LibraryFunction('isgeneratorfunction(obj)', (_run, value: unknown) =>
    makes(GENERATOR, value),
  ),
  new LibraryFunction('isasyncgenfunction(obj)', (_run, value: unknown) =>
    makes(ASYNC_GENERATOR, value),
  ),
  new LibraryFunction('iscoroutine(object)', (_run, value: unknown) => isCoroutine(value)),
  new LibraryFunction(
    'isgenerator(object)',
    (_run, value: unknown) => value instanceof PyGenerator,
  ),
  new LibraryFunction(
    'isasyncgen(object)',
    (_run, value: unknown) => value instanceof PyAsyncGenerator,
  ),
  new LibraryFunction(
    'isawaitable(object)',
    (_run, value: unknown) =>
      value instanceof Coroutine || specialOf(value, '__await__') !== undefined,
  ),
  new LibraryFunction('isclass(object)', (_run, value: unknown) => value instanceof PyClass),
  new LibraryFunction('isfunction(object)', (_run, value: unknown) => value instanceof PyFunction),
  new LibraryFunction('ismethod(object)', (_run, value: unknown) => isMethod(value)),
  new LibraryFunction('isbuiltin(object)', (_run, value: unknown) => isBuiltin(value)),
  new LibraryFunction('ismodule(object)', (_run, value: unknown) => value instanceof PyModule),
];

export const inspectModule = new PyModule(
  'inspect',
  new Map(functions.map((each) => [each.name, each])),
);
