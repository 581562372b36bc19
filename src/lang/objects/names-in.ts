// `dir(value)`: the names of its own attributes, of those of its class and of all above, sorted.
// Exact for objects and classes of the program and for modules; of the interpreter's own classes
// the special methods that stand in no class are missing.
// Source: CPython 3.14 Objects/object.c (object_dir), Objects/typeobject.c (type___dir__).

import type { Interpreter } from '../interpreter.ts';
import { Instance, PyClass, PyModule } from '../values.ts';
import { ownAttributes } from './attributes.ts';
import { objectClass } from './classes.ts';
import { compareStrings } from './compare.ts';
import { toArray } from './iteration.ts';
import { callFound, specialOf } from './special.ts';
import { typeOf } from './type-of.ts';

/** `dir(object())`. */
const OBJECT_NAMES =
  '__class__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __getstate__ ' +
  '__gt__ __hash__ __init__ __init_subclass__ __le__ __lt__ __ne__ __new__ __reduce__ ' +
  '__reduce_ex__ __repr__ __setattr__ __sizeof__ __str__ __subclasshook__';

/** What a class statement adds. */
const CLASS_NAMES = '__dict__ __firstlineno__ __module__ __static_attributes__ __weakref__';

function addClass(names: Set<string>, cls: PyClass): void {
  for (const each of cls.mro) {
    if (each === objectClass) continue;
    for (const name of each.attributes.keys()) names.add(name);
    if (each.module === '__main__') for (const name of CLASS_NAMES.split(' ')) names.add(name);
  }
  for (const name of OBJECT_NAMES.split(' ')) names.add(name);
  names.delete('__metaclass__');
}

/** The names as a list. Throws what `__dir__` of the program throws. */
export function namesIn(run: Interpreter, value: unknown): string[] {
  const own = value instanceof Instance ? specialOf(value, '__dir__') : undefined;
  if (own !== undefined) {
    return (toArray(run, callFound(run, own, value, [])) as string[]).sort(compareStrings);
  }
  const names = new Set<string>();
  if (value instanceof PyModule) for (const name of value.attributes.keys()) names.add(name);
  else {
    addClass(names, value instanceof PyClass ? value : typeOf(value));
    const attributes = value instanceof PyClass ? null : ownAttributes(value);
    for (const name of attributes?.keys() ?? []) names.add(name);
  }
  return [...names].sort(compareStrings);
}
