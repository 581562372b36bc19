// What every object and every class has: `object`'s methods, `__class__`, `__dict__`, and the
// attributes of classes and functions (`__name__`, `__mro__` and their like).
// Source: CPython Objects/typeobject.c (object_methods, type_getsets), Objects/funcobject.c.

import { PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { BoundMethod, Builtin, Instance, notImplemented, PyClass, Tuple } from '../values.ts';
import {
  deletePlainAttribute,
  getAttribute,
  getPlainAttribute,
  hasDictionary,
  missingAttribute,
  notWritable,
  ownAttributes,
  setPlainAttribute,
} from './attributes.ts';
import {
  builtinFunctionClass,
  define,
  methodClass,
  methodDescriptorClass,
  objectClass,
  typeClass,
} from './classes.ts';
import { ClassMethod, defineGetters, Getter } from './descriptors.ts';
import { Dict } from './dict.ts';
import { formatValue } from './format.ts';
import { hash } from './hash.ts';
import { defaultRepr, qualnameOf, repr, str } from './repr.ts';
import { Slot } from './slots.ts';
import { isSubclass, typeName, typeOf } from './type-of.ts';

/** `__dict__` of an object: a dict that writes through to the attributes it was made from. */
class AttributeDict extends Dict {
  readonly #own: Map<string, unknown>;

  constructor(run: Interpreter, own: Map<string, unknown>, cls: PyClass) {
    super(run);
    this.#own = own;
    for (const [name, value] of own) {
      if (!(cls.lookup(name) instanceof Slot)) super.set(name, value);
    }
  }

  override set(key: unknown, value: unknown): void {
    super.set(key, value);
    if (typeof key === 'string') this.#own.set(key, value);
  }

  override take(key: unknown): unknown {
    if (typeof key === 'string') this.#own.delete(key);
    return super.take(key);
  }

  override clear(): void {
    this.#own.clear();
    super.clear();
  }
}

/** `value.__dict__`, as `vars(value)` gives it. Throws AttributeError where it has none. */
export function attributeDict(run: Interpreter, value: unknown): Dict {
  const own = ownAttributes(value);
  if (own === undefined || !hasDictionary(value)) throw missingAttribute(value, '__dict__');
  return own === null ? new Dict(run) : new AttributeDict(run, own, typeOf(value));
}

function formatSelf(run: Interpreter, self: unknown, spec: unknown): string {
  return formatValue(run, self, spec, '__format__()');
}

define(objectClass, [
  new Builtin(
    '__init__(self, /, *args, **keywords)',
    (_run, _self: unknown, args: unknown[], keywords: ReadonlyMap<string, unknown>) => {
      if (args.length === 0 && keywords.size === 0) return null;
      throw new PyTypeError(
        'object.__init__() takes exactly one argument (the instance to initialize)',
      );
    },
  ),
  new Builtin('__repr__(self, /)', defaultRepr),
  new Builtin('__str__(self, /)', (run, self: unknown) => repr(run, self)),
  new Builtin('__format__(self, spec, /)', formatSelf),
  new Builtin('__hash__(self, /)', (run, self: unknown) =>
    self instanceof Instance ? run.addresses.of(self) / 16 : hash(run, self),
  ),
  new Builtin('__eq__(self, other, /)', (_run, self: unknown, other: unknown) =>
    self === other ? true : notImplemented,
  ),
  new Builtin('__ne__(self, other, /)', (_run, self: unknown, other: unknown) =>
    self === other ? false : notImplemented,
  ),
  ...['__lt__', '__le__', '__gt__', '__ge__'].map(
    (name) => new Builtin(`${name}(self, other, /)`, () => notImplemented),
  ),
  new Builtin('__setattr__(self, name, value, /)', (run, self, name: string, value) => {
    setPlainAttribute(run, self, name, value);
    return null;
  }),
  new Builtin('__delattr__(self, name, /)', (run, self: unknown, name: string) => {
    deletePlainAttribute(run, self, name);
    return null;
  }),
  new Builtin('__getattribute__(self, name, /)', (run, self: unknown, name: string) =>
    self instanceof PyClass ? getAttribute(run, self, name) : getPlainAttribute(run, self, name),
  ),
]);
objectClass.attributes.set(
  '__init_subclass__',
  new ClassMethod(
    new Builtin(
      '__init_subclass__(cls, /, *args, **keywords)',
      (_run, cls: PyClass, args: unknown[], keywords: ReadonlyMap<string, unknown>) => {
        const { qualname } = cls;
        if (keywords.size > 0)
          throw new PyTypeError(`${qualname}.__init_subclass__() takes no keyword arguments`);
        if (args.length === 0) return null;
        throw new PyTypeError(
          `${qualname}.__init_subclass__() takes no arguments (${args.length} given)`,
        );
      },
    ),
  ),
);
define(objectClass, [
  new Builtin('__new__(cls, /, *args, **keywords)', (run, cls: unknown, args: unknown[]) =>
    newObject(run, cls, args),
  ),
]);
objectClass.construct = (_run, cls) => new Instance(cls);

/** `object.__new__(cls)`, also for exceptions: an instance that is not initialised. */
function newObject(run: Interpreter, cls: unknown, args: readonly unknown[]): unknown {
  if (!(cls instanceof PyClass)) {
    throw new PyTypeError(`object.__new__(X): X is not a type object (${typeName(cls)})`);
  }
  for (const parent of cls.mro) {
    if (parent.construct === null) continue;
    if (parent !== objectClass) return parent.construct(run, cls, args, null);
  }
  if (args.length > 0) refuseExcess(cls);
  return new Instance(cls);
}

/** Arguments are for an `__init__`; where there is none, or a `__new__` hands them on, too many. */
function refuseExcess(cls: PyClass): void {
  if (cls.lookup('__new__') !== objectClass.attributes.get('__new__')) {
    throw new PyTypeError('object.__new__() takes exactly one argument (the type to instantiate)');
  }
  if (cls.lookup('__init__') === objectClass.attributes.get('__init__')) {
    throw new PyTypeError(`${cls.name}() takes no arguments`);
  }
}

objectClass.attributes.set('__doc__', null);
defineGetters(objectClass, [
  new Getter('__class__', (_run, self: unknown) => typeOf(self), setClass),
  new Getter('__dict__', attributeDict, setDict),
]);

function setClass(_run: Interpreter, _self: unknown, value: unknown): never {
  if (!(value instanceof PyClass)) {
    throw new PyTypeError(`__class__ must be set to a class, not '${typeName(value)}' object`);
  }
  throw new PyTypeError('changing the class of an object is not supported');
}

function setDict(run: Interpreter, self: unknown, value: unknown): void {
  if (!hasDictionary(self)) throw notWritable(self, '__dict__');
  const own = ownAttributes(self);
  if (!(value instanceof Dict) || own === undefined || own === null) {
    throw new PyTypeError(`__dict__ must be set to a dictionary, not a '${typeName(value)}'`);
  }
  const pairs = [...value.entries()];
  own.clear();
  for (const { key, value: item } of pairs) own.set(str(run, key), item);
}

/** An attribute of a class that the class statement may have set. */
function ownOr(cls: PyClass, name: string, otherwise: unknown): unknown {
  const own = cls.attributes.get(name);
  return own === undefined || own instanceof Getter ? otherwise : own;
}

function setOn(name: string): (run: Interpreter, self: PyClass, value: unknown) => void {
  return (_run, self, value) => {
    self.attributes.set(name, value);
  };
}

/** A new `__name__` or `__qualname__` of a class. Throws TypeError, ValueError. */
function newName(cls: PyClass, attribute: string, value: unknown): string {
  if (typeof value === 'string') {
    if (attribute === '__qualname__' || !value.includes('\0')) return value;
    throw new ValueError('type name must not contain null characters');
  }
  const place = `${cls.name}.${attribute}`;
  throw new PyTypeError(`can only assign string to ${place}, not '${typeName(value)}'`);
}

defineGetters(typeClass, [
  new Getter(
    '__name__',
    (_run, self: PyClass) => self.name,
    (_run, self: PyClass, value) => {
      self.name = newName(self, '__name__', value);
      self.messageName = self.name;
    },
  ),
  new Getter(
    '__qualname__',
    (_run, self: PyClass) => self.qualname,
    (_run, self: PyClass, value) => {
      self.qualname = newName(self, '__qualname__', value);
    },
  ),
  new Getter(
    '__module__',
    (_run, self: PyClass) => ownOr(self, '__module__', self.module),
    setOn('__module__'),
  ),
  new Getter('__doc__', (_run, self: PyClass) => ownOr(self, '__doc__', null), setOn('__doc__')),
  new Getter('__mro__', (_run, self: PyClass) => new Tuple(self.mro)),
  new Getter('__bases__', (_run, self: PyClass) => new Tuple(self.bases)),
  new Getter('__base__', (_run, self: PyClass) => self.bases[0] ?? null),
  new Getter('__dict__', (run, self: PyClass) => new Dict(run, self.attributes)),
]);
define(typeClass, [
  new Builtin('mro(self, /)', (_run, self: PyClass) => [...self.mro]),
  new Builtin('__subclasses__(self, /)', (_run, self: PyClass) => [...self.subclasses]),
  new Builtin('__instancecheck__(self, instance, /)', (_run, self: PyClass, value: unknown) =>
    isSubclass(typeOf(value), self),
  ),
  new Builtin(
    '__subclasscheck__(self, subclass, /)',
    (_run, self: PyClass, cls: unknown) => cls instanceof PyClass && isSubclass(cls, self),
  ),
]);

const moduleOfOthers = new Getter('__module__', (_run, self: unknown) => typeOf(self).module);
objectClass.attributes.set('__module__', moduleOfOthers);

for (const cls of [builtinFunctionClass, methodDescriptorClass, methodClass]) {
  defineGetters(cls, [
    new Getter('__name__', (run, self: unknown) => nameOf(run, self)),
    new Getter('__qualname__', (_run, self: unknown) => qualnameOf(calleeOf(self))),
    new Getter('__self__', (_run, self: unknown) => {
      if (self instanceof BoundMethod) return self.self;
      throw missingAttribute(self, '__self__');
    }),
    new Getter('__func__', (_run, self: unknown) => {
      if (self instanceof BoundMethod) return self.callee;
      throw missingAttribute(self, '__func__');
    }),
  ]);
}

function calleeOf(value: unknown): unknown {
  return value instanceof BoundMethod ? value.callee : value;
}

function nameOf(run: Interpreter, value: unknown): unknown {
  const callee = calleeOf(value);
  return callee instanceof Builtin ? callee.name : getAttribute(run, callee, '__name__');
}
