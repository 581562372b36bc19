// Calling the special methods (`__add__`, `__eq__`, …) that a class of the program defines. They
// are looked up on the class, never on the instance, and bound as any method is.
// Source: CPython Objects/typeobject.c (lookup_maybe_method).

import type { Interpreter } from '../interpreter.ts';
import { Builtin, type PyClass } from '../values.ts';
import { bindAttribute } from './descriptors.ts';
import { ListInstance } from './list-instance.ts';
import { typeOf } from './type-of.ts';

/**
 * The class attribute `name` of a value, unbound, where the program or a module defines it.
 * Undefined for what the core's own classes define: their behaviour is written out where it is
 * needed.
 */
export function specialOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value) && !(value instanceof ListInstance)) return undefined;
  const found = typeOf(value).lookup(name);
  return found instanceof Builtin && isWrittenOut(found.owner) ? undefined : found;
}

function isWrittenOut(owner: PyClass | null): boolean {
  return owner !== null && owner.module === 'builtins' && !owner.asksMethods;
}

/** Calls special method `name` of an object of the program; undefined where its class has none. */
export function callSpecial(
  run: Interpreter,
  value: unknown,
  name: string,
  args: readonly unknown[],
): unknown {
  const found = specialOf(value, name);
  if (found === undefined) return undefined;
  return callFound(run, found, value, args);
}

/** Calls a class attribute as a method of `self`. */
export function callFound(
  run: Interpreter,
  found: unknown,
  self: unknown,
  args: readonly unknown[],
): unknown {
  if (found instanceof Builtin) return run.call(found, [self, ...args]);
  return run.call(bindAttribute(run, found, self, typeOf(self)), args);
}
