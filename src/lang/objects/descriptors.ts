// What happens when a class attribute is read through an instance: functions become bound methods,
// properties are computed. `property`, `classmethod` and `staticmethod` live here, and `Getter`,
// their like for attributes of built-in classes. A Builtin binds where its first parameter is
// called `self`.
// Source: CPython Objects/descrobject.c, Objects/funcobject.c.

import { AttributeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { BoundMethod, Builtin, Instance, type PyClass } from '../values.ts';
import {
  builtinClass,
  builtinFunctionClass,
  declaredType,
  declareType,
  functionClass,
  methodClass,
  methodDescriptorClass,
} from './classes.ts';
import { LibraryFunction } from './signature-text.ts';

/**
 * A class attribute with `__get__`: what is read through an instance or the class is what `get`
 * gives.
 */
export abstract class Descriptor {
  /** A data descriptor goes before the instance's own attribute of that name. */
  readonly isData: boolean = false;
  /** What it reads and writes is the instance's own attribute of that name and nothing else. */
  readonly isOwn: boolean = false;

  /** Reads it through `self` (undefined when read on the class `cls` itself). */
  abstract get(run: Interpreter, self: unknown, cls: PyClass): unknown;

  /** `__set_name__`: it was bound to this name in the body of a class. */
  setName(_name: string): void {}

  /** Writes it through `self`; `value` is undefined to delete. Data descriptors only. */
  set(_run: Interpreter, _self: unknown, _value: unknown, name: string, cls: PyClass): void {
    throw new AttributeError(`'${cls.name}' object attribute '${name}' is read-only`);
  }
}

/** `property(fget, fset, fdel, doc)`. */
export class Property extends Descriptor {
  override readonly isData = true;
  readonly getter: unknown;
  readonly setter: unknown;
  readonly deleter: unknown;
  readonly doc: unknown;
  /** The name that it was given in its class, for messages; set by `__set_name__`. */
  name: string | null = null;

  constructor(getter: unknown, setter: unknown, deleter: unknown, doc: unknown) {
    super();
    this.getter = getter;
    this.setter = setter;
    this.deleter = deleter;
    this.doc = doc;
  }

  override setName(name: string): void {
    this.name ??= name;
  }

  get(run: Interpreter, self: unknown, cls: PyClass): unknown {
    if (self === undefined) return this;
    if (this.getter === null) throw this.#missing('getter', cls);
    return run.call(this.getter, [self]);
  }

  override set(run: Interpreter, self: unknown, value: unknown, name: string, cls: PyClass): void {
    this.name ??= name;
    if (value === undefined) {
      if (this.deleter === null) throw this.#missing('deleter', cls);
      run.call(this.deleter, [self]);
      return;
    }
    if (this.setter === null) throw this.#missing('setter', cls);
    run.call(this.setter, [self, value]);
  }

  #missing(what: string, cls: PyClass): AttributeError {
    const name = this.name === null ? '' : ` '${this.name}'`;
    return new AttributeError(`property${name} of '${cls.qualname}' object has no ${what}`);
  }
}

export class ClassMethod extends Descriptor {
  readonly callee: unknown;

  constructor(callee: unknown) {
    super();
    this.callee = callee;
  }

  get(_run: Interpreter, _self: unknown, cls: PyClass): unknown {
    return new BoundMethod(cls, this.callee);
  }
}

export class StaticMethod extends Descriptor {
  readonly callee: unknown;

  constructor(callee: unknown) {
    super();
    this.callee = callee;
  }

  get(): unknown {
    return this.callee;
  }
}

/** An attribute of a built-in class that is computed by us: `task.name`, `error.args`. */
export class Getter extends Descriptor {
  override readonly isData = true;
  readonly name: string;
  /** The class that it describes, by its name. */
  owner = '';
  readonly read: (run: Interpreter, self: never) => unknown;
  readonly write: ((run: Interpreter, self: never, value: unknown) => void) | null;

  constructor(
    name: string,
    read: (run: Interpreter, self: never) => unknown,
    write: ((run: Interpreter, self: never, value: unknown) => void) | null = null,
  ) {
    super();
    this.name = name;
    this.read = read;
    this.write = write;
  }

  get(run: Interpreter, self: unknown): unknown {
    return self === undefined ? this : this.read(run, self as never);
  }

  override set(run: Interpreter, self: unknown, value: unknown, name: string): void {
    if (this.write === null || value === undefined) {
      throw new AttributeError(`attribute '${name}' of '${this.owner}' objects is not writable`);
    }
    this.write(run, self as never, value);
  }
}

export const propertyClass = builtinClass('property');
export const classMethodClass = builtinClass('classmethod');
export const staticMethodClass = builtinClass('staticmethod');
declareType(Property, propertyClass);
declareType(ClassMethod, classMethodClass);
declareType(StaticMethod, staticMethodClass);
declareType(Getter, builtinClass('getset_descriptor'));
const wrapperDescriptorClass = builtinClass('wrapper_descriptor');
const methodWrapperClass = builtinClass('method-wrapper');

/** Adds computed attributes to a built-in class while modules load. */
export function defineGetters(cls: PyClass, getters: readonly Getter[]): void {
  for (const getter of getters) {
    getter.owner = cls.messageName;
    cls.attributes.set(getter.name, getter);
  }
}

/**
 * True for a function-like class attribute that becomes a bound method when read from an instance.
 */
export function isMethod(attribute: unknown): boolean {
  if (typeof attribute !== 'object' || attribute === null) return false;
  if (attribute instanceof Builtin) return attribute.hasSelf;
  return declaredType(attribute) === functionClass;
}

/** Special methods that CPython has as plain methods of built-in classes. */
const PLAIN_SPECIALS: ReadonlySet<string> = new Set(
  (
    'class_getitem format reduce reduce_ex sizeof dir round trunc floor ceil reversed getnewargs ' +
    'init_subclass subclasshook length_hint enter exit aenter aexit getstate copy deepcopy ' +
    'missing instancecheck subclasscheck prepare'
  )
    .split(' ')
    .map((name) => `__${name}__`),
);

/** Whether a special method of a built-in class is in CPython a slot of the class, wrapped. */
export function isSlotWrapper({ name, owner, hasSelf }: Builtin): boolean {
  const isSpecial = /^__\w+__$/.test(name) && !PLAIN_SPECIALS.has(name);
  if (owner === null || !hasSelf || !isSpecial) return false;
  // Those that are faster as methods.
  if (name === '__getitem__') return owner.name !== 'dict' && owner.name !== 'list';
  return name !== '__contains__' || !['dict', 'set', 'frozenset'].includes(owner.name);
}

declareType(Builtin, (builtin: Builtin) => {
  if (builtin instanceof LibraryFunction) return functionClass;
  if (isSlotWrapper(builtin)) return wrapperDescriptorClass;
  return builtin.owner !== null && isMethod(builtin) ? methodDescriptorClass : builtinFunctionClass;
});
declareType(BoundMethod, ({ callee }: BoundMethod) => {
  if (!(callee instanceof Builtin) || callee instanceof LibraryFunction) return methodClass;
  return isSlotWrapper(callee) ? methodWrapperClass : builtinFunctionClass;
});

/** A class attribute as read through an instance: bound, computed or as it is. */
export function bindAttribute(
  run: Interpreter,
  attribute: unknown,
  self: unknown,
  cls: PyClass,
): unknown {
  if (attribute instanceof Descriptor) return attribute.get(run, self, cls);
  if (isMethod(attribute)) return new BoundMethod(self, attribute);
  if (attribute instanceof Instance) {
    const get = attribute.cls.lookup('__get__');
    if (get !== undefined) return run.call(get, [attribute, self ?? null, cls]);
  }
  return attribute;
}

/** True where writing the attribute of an instance is the class attribute's business. */
export function isDataDescriptor(attribute: unknown): boolean {
  if (attribute instanceof Descriptor) return attribute.isData;
  if (!(attribute instanceof Instance)) return false;
  const { cls } = attribute;
  return cls.lookup('__set__') !== undefined || cls.lookup('__delete__') !== undefined;
}
