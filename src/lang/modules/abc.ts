// Module `abc`: ABC, ABCMeta, abstractmethod and its older like. A class with abstract methods
// cannot be instantiated. `register` is refused: derive from the class.
// Source: CPython Lib/abc.py, Modules/_abc.c (compute_abstract_methods).

import { AttributeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { PyFunction } from '../machine/function.ts';
import { setAttribute } from '../objects/attributes.ts';
import { builtinClass, typeClass } from '../objects/classes.ts';
import { compareStrings } from '../objects/compare.ts';
import { ClassMethod, Property, StaticMethod } from '../objects/descriptors.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { truthy } from '../objects/truth.ts';
import { type PyClass, PyModule } from '../values.ts';

/** An abstract method of a module's own class. */
export class AbstractMethod extends LibraryFunction {}

/** The mark that `abstractmethod` leaves on a function. */
const ABSTRACT = '__isabstractmethod__';

function isAbstract(run: Interpreter, value: unknown): boolean {
  if (value instanceof AbstractMethod) return true;
  if (value instanceof PyFunction) return truthy(run, value.attributes.get(ABSTRACT) ?? false);
  if (value instanceof Property) {
    return [value.getter, value.setter, value.deleter].some((each) => isAbstract(run, each));
  }
  if (value instanceof ClassMethod || value instanceof StaticMethod) {
    return isAbstract(run, value.callee);
  }
  return false;
}

/** Works out which methods are still abstract, in order of their names. */
export function noteAbstractMethods(run: Interpreter, cls: PyClass): void {
  const names = new Set<string>();
  for (const parent of cls.mro) {
    for (const [name, value] of parent.attributes) {
      if (!names.has(name) && isAbstract(run, value) && cls.lookup(name) === value) names.add(name);
    }
  }
  cls.abstractMethods = names.size === 0 ? null : [...names].sort(compareStrings);
}

export const abcMetaClass = builtinClass('ABCMeta', [typeClass], 'abc');
abcMetaClass.adopt = noteAbstractMethods;

export const abcClass = builtinClass('ABC', undefined, 'abc');
abcClass.metaclass = abcMetaClass;
abcClass.adopt = noteAbstractMethods;

const abstractMethod = new LibraryFunction(
  'abstractmethod(funcobj)',
  (run: Interpreter, method: unknown) => {
    if (method instanceof Property || method instanceof ClassMethod) return method;
    if (method instanceof StaticMethod) return method;
    try {
      setAttribute(run, method, ABSTRACT, true);
    } catch (error) {
      if (!(error instanceof AttributeError)) throw error;
    }
    return method;
  },
);

/** The module; the same for every run. */
export const abcModule = new PyModule(
  'abc',
  new Map<string, unknown>([
    ['ABC', abcClass],
    ['ABCMeta', abcMetaClass],
    ['abstractmethod', abstractMethod],
  ]),
);
