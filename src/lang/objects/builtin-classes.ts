// Calling the built-in classes: `int("5")`, `list(xs)`, `range(3)`, `property(f)`. Each has a
// signature for the binder and the checker. A class of the program can derive from
// those that hold other values: list, tuple, dict, set and frozenset.
// Source: CPython Objects/*.c (tp_new); 3.14's messages.

import { PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import { decode } from '../bytes/codecs.ts';
import { memoryViewClass } from '../bytes/memory-view.ts';
import { bytearrayClass, bytesClass, Octets } from '../bytes/octets.ts';
import type { Interpreter } from '../interpreter.ts';
import {
  Builtin,
  ellipsis,
  Float,
  NumberInstance,
  notImplemented,
  type PyClass,
  Slice,
  TextInstance,
  Tuple,
} from '../values.ts';
import {
  enumerate,
  enumerateClass,
  filter,
  filterClass,
  map,
  mapClass,
  reversed,
  reversedClass,
  zip,
  zipClass,
} from './builtin-iterators.ts';
import * as classes from './classes.ts';
import { derivable } from './derivable.ts';
import { derive } from './derived.ts';
import {
  ClassMethod,
  classMethodClass,
  defineGetters,
  Getter,
  Property,
  propertyClass,
  StaticMethod,
  staticMethodClass,
} from './descriptors.ts';
import { Dict } from './dict.ts';
import { updateDict, updateNamed } from './dict-methods.ts';
import { GenericAlias } from './generic-alias.ts';
import { toArray, toList } from './iteration.ts';
import { floatOfValue, intOfValue, rangeOf } from './number-methods.ts';
import { str } from './repr.ts';
import { PySet } from './set.ts';
import { setOf, sourceOf } from './set-methods.ts';
import { callBuiltin } from './signature.ts';
import { truthy } from './truth.ts';
import { typeOf } from './type-of.ts';

const constructors = new Map<PyClass, Builtin>();

/**
 * The signature with which a built-in class is called; undefined for classes that take anything.
 */
export function constructorOfClass(cls: PyClass): Builtin | undefined {
  return constructors.get(cls);
}

function constructs(
  cls: PyClass,
  signature: string,
  body: (run: Interpreter, ...args: never[]) => unknown,
): void {
  const builtin = new Builtin(signature, body);
  builtin.constructs = true;
  constructors.set(cls, builtin);
  cls.signature = signature;
  cls.construct = (run, asked, args, keywords) => {
    const value = callBuiltin(run, builtin, args, keywords);
    return asked.module === '__main__' ? instanceOf(cls, value, asked) : value;
  };
}

/**
 * An immutable value, made whole by `__new__`, as an instance of a class of the program: a value of
 * its own, of which nothing is left to fill. Texts and ints, JavaScript's own, are held by it.
 */
function instanceOf(cls: PyClass, value: unknown, asked: PyClass): object {
  if (typeof value === 'string') return new TextInstance(asked, value);
  if (typeof value === 'number' || typeof value === 'bigint') {
    return new NumberInstance(asked, value);
  }
  if (value instanceof Float) return derive(new Float(value.value), asked);
  if (value instanceof Tuple) return derive(new Tuple(value.items), asked);
  if (value instanceof PySet) return derive(value.copy(true), asked);
  throw new PyTypeError(
    `a class derived from '${cls.name}' is not supported: hold one in an attribute instead`,
  );
}

/** As `constructs`, of a class that the program may derive from: made empty, then filled. */
function fills(
  cls: PyClass,
  signature: string,
  bare: (run: Interpreter) => object,
  fill: (run: Interpreter, self: never, ...args: never[]) => void,
): void {
  const call = derivable(cls, signature, bare, fill);
  call.constructs = true;
  constructors.set(cls, call);
}

constructs(classes.intClass, 'int(value=..., /, base=...)', intOfValue);
constructs(
  classes.floatClass,
  'float(value=..., /)',
  (run, value: unknown) => new Float(value === undefined ? 0 : floatOfValue(run, value)),
);
constructs(classes.boolClass, 'bool(value=False, /)', truthy);
constructs(
  classes.strClass,
  "str(object='', encoding=..., errors=...)",
  (run, value: unknown, encoding: unknown, errors: unknown) => {
    if (encoding === undefined && errors === undefined) return str(run, value);
    for (const [name, given] of Object.entries({ encoding, errors })) {
      if (typeof given === 'string' && given.includes('\0')) {
        throw new ValueError('embedded null character');
      }
      if (given === undefined || typeof given === 'string') continue;
      throw new PyTypeError(`str() argument '${name}' must be str, not ${typeOf(given).name}`);
    }
    if (typeof value === 'string') throw new PyTypeError('decoding str is not supported');
    if (value instanceof Octets) {
      return decode(run, value, (encoding ?? 'utf-8') as string, (errors ?? 'strict') as string);
    }
    throw new PyTypeError(`decoding to str: need a bytes-like object, ${typeOf(value).name} found`);
  },
);
fills(
  classes.listClass,
  'list(iterable=..., /)',
  () => [],
  (run, list: unknown[], iterable: unknown) => {
    list.length = 0;
    if (iterable === undefined) return;
    for (const item of toList(run, iterable)) list.push(item);
  },
);
constructs(classes.tupleClass, 'tuple(iterable=..., /)', (run, iterable: unknown) => {
  if (iterable instanceof Tuple && typeOf(iterable) === classes.tupleClass) return iterable;
  return new Tuple(iterable === undefined ? [] : toArray(run, iterable));
});
fills(
  classes.dictClass,
  'dict(other=..., /, **named)',
  (run) => new Dict(run),
  (run, dict: Dict, other: unknown, named: ReadonlyMap<string, unknown>) => {
    if (other !== undefined) updateDict(run, dict, other);
    updateNamed(dict, named);
  },
);
fills(
  classes.setClass,
  'set(iterable=..., /)',
  (run) => new PySet(run),
  (run, set: PySet, iterable: unknown) => {
    set.clear();
    if (iterable !== undefined) set.update(sourceOf(run, iterable));
  },
);
constructs(classes.frozensetClass, 'frozenset(iterable=..., /)', (run, iterable: unknown) =>
  iterable instanceof PySet && iterable.frozen ? iterable : setOf(run, iterable, true),
);
constructs(classes.rangeClass, 'range(start, stop=..., step=..., /)', rangeOf);
constructs(
  classes.sliceClass,
  'slice(start, stop=..., step=None, /)',
  (_run, start: unknown, stop: unknown, step: unknown) =>
    stop === undefined ? new Slice(null, start, step) : new Slice(start, stop, step),
);
constructs(
  classes.typeClass,
  'type(*args, **keywords)',
  (run, args: readonly unknown[], keywords: ReadonlyMap<string, unknown>) => {
    if (args.length === 1 && keywords.size > 0) {
      throw new PyTypeError('type() takes no keyword arguments');
    }
    if (args.length === 1) return typeOf(args[0]);
    if (args.length !== 3) throw new PyTypeError('type() takes 1 or 3 arguments');
    return run.call(classes.typeClass.lookup('__new__'), [classes.typeClass, ...args]);
  },
);
constructs(classes.noneClass, 'NoneType(*args)', (_run, args: unknown[]) => {
  if (args.length === 0) return null;
  throw new PyTypeError('NoneType takes no arguments');
});
constructs(classes.ellipsisClass, 'ellipsis()', () => ellipsis);
constructs(classes.notImplementedClass, 'NotImplementedType()', () => notImplemented);

constructs(zipClass, 'zip(*iterables, strict=False)', zip);
constructs(mapClass, 'map(*args, strict=False)', map);
constructs(filterClass, 'filter(function, iterable, /)', filter);
constructs(enumerateClass, 'enumerate(iterable, start=0)', enumerate);
constructs(reversedClass, 'reversed(sequence, /)', reversed);

constructs(
  propertyClass,
  'property(fget=None, fset=None, fdel=None, doc=None)',
  (_run, getter: unknown, setter: unknown, deleter: unknown, doc: unknown) =>
    new Property(getter, setter, deleter, doc),
);
constructs(
  classMethodClass,
  'classmethod(function, /)',
  (_run, callee: unknown) => new ClassMethod(callee),
);
constructs(
  staticMethodClass,
  'staticmethod(function, /)',
  (_run, callee: unknown) => new StaticMethod(callee),
);

classes.define(propertyClass, [
  new Builtin(
    'getter(self, fget, /)',
    (_run, self: Property, getter: unknown) =>
      new Property(getter, self.setter, self.deleter, self.doc),
  ),
  new Builtin(
    'setter(self, fset, /)',
    (_run, self: Property, setter: unknown) =>
      new Property(self.getter, setter, self.deleter, self.doc),
  ),
  new Builtin(
    'deleter(self, fdel, /)',
    (_run, self: Property, deleter: unknown) =>
      new Property(self.getter, self.setter, deleter, self.doc),
  ),
]);
defineGetters(propertyClass, [
  new Getter('fget', (_run, self: Property) => self.getter),
  new Getter('fset', (_run, self: Property) => self.setter),
  new Getter('fdel', (_run, self: Property) => self.deleter),
]);
for (const cls of [classMethodClass, staticMethodClass]) {
  defineGetters(cls, [
    new Getter('__func__', (_run, self: StaticMethod | ClassMethod) => self.callee),
    new Getter('__wrapped__', (_run, self: StaticMethod | ClassMethod) => self.callee),
  ]);
}

const subscribe = new Builtin(
  '__class_getitem__(cls, item, /)',
  (_run, self: PyClass, item: unknown) =>
    new GenericAlias(self, item instanceof Tuple ? item.items : [item]),
);
/** `list[int]`. */
for (const name of ['list', 'tuple', 'dict', 'set', 'frozenset', 'type'] as const) {
  const cls = [...constructors.keys()].find((each) => each.name === name);
  cls?.attributes.set('__class_getitem__', new ClassMethod(subscribe));
}

/** The built-in classes that a program knows by name. */
export const namedClasses: readonly PyClass[] = [
  classes.objectClass,
  classes.typeClass,
  classes.intClass,
  classes.floatClass,
  classes.boolClass,
  classes.strClass,
  bytesClass,
  bytearrayClass,
  memoryViewClass,
  classes.listClass,
  classes.tupleClass,
  classes.dictClass,
  classes.setClass,
  classes.frozensetClass,
  classes.rangeClass,
  classes.sliceClass,
  zipClass,
  mapClass,
  filterClass,
  enumerateClass,
  reversedClass,
  propertyClass,
  classMethodClass,
  staticMethodClass,
];
