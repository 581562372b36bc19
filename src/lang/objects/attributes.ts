// Reading, writing and deleting attributes, and finding methods. An attribute of an instance is: a
// data descriptor of its class, its own, any other attribute of its class, `__getattr__`, in this
// order.
// Source: CPython Objects/object.c (PyObject_GenericGetAttr), Objects/typeobject.c (type_getattro),
// 3.14's messages.

import { AttributeError, BaseException, PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { BoundMethod, Builtin, Instance, PyClass, PyModule } from '../values.ts';
import { listClass, metaclassOf, objectClass } from './classes.ts';
import { bindAttribute, Descriptor, isDataDescriptor, isMethod } from './descriptors.ts';
import { ListInstance } from './list-instance.ts';
import { PySet } from './set.ts';
import { callFound, callSpecial } from './special.ts';
import { typeName, typeOf } from './type-of.ts';

/**
 * The `__dict__` of an object that has one; null where none has been made yet; undefined without.
 */
export function ownAttributes(value: unknown): Map<string, unknown> | null | undefined {
  if (value instanceof Instance || value instanceof BaseException) return value.attributes;
  if (typeof value !== 'object' || value === null) return undefined;
  if (value instanceof PyClass || value instanceof PyModule) return undefined;
  const own = (value as { attributes?: unknown }).attributes;
  return own instanceof Map ? (own as Map<string, unknown>) : undefined;
}

/** `value.name`. Throws AttributeError. */
export function getAttribute(run: Interpreter, value: unknown, name: string): unknown {
  try {
    const found = findAttribute(run, value, name);
    if (found !== undefined) return found;
  } catch (error) {
    if (error instanceof AttributeError) blame(error, value, name);
    throw error;
  }
  throw missingAttribute(readThrough(value), name);
}

/** Notes whose attribute is missing, where the error does not say so yet. */
function blame(error: AttributeError, value: unknown, name: string): AttributeError {
  if (error.name !== null || error.obj !== null) return error;
  error.name = name;
  error.obj = value;
  return error;
}

/** Where an attribute is looked for: a method of the program has those of its function. */
function readThrough(value: unknown): unknown {
  const isMethodOfProgram = value instanceof BoundMethod && !(value.callee instanceof Builtin);
  return isMethodOfProgram ? value.callee : value;
}

/**
 * `value.name`, or undefined where there is none. An AttributeError of a property counts as none.
 */
export function getAttributeOr(run: Interpreter, value: unknown, name: string): unknown {
  try {
    return findAttribute(run, value, name);
  } catch (error) {
    if (error instanceof AttributeError) return undefined;
    throw error;
  }
}

function findAttribute(run: Interpreter, value: unknown, name: string): unknown {
  if (value instanceof PyClass) return findClassAttribute(run, value, name);
  if (value instanceof PyModule) {
    const found = value.attributes.get(name);
    if (found !== undefined) return found;
  }
  const cls = typeOf(value);
  const hook = readHook(cls);
  if (hook !== undefined) return readThroughHook(run, hook, value, name);
  const inherited = cls.lookup(name);
  if (inherited === undefined || !isDataDescriptor(inherited)) {
    const own = ownAttributes(value)?.get(name);
    if (own !== undefined) return own;
    if (inherited === undefined) return fallback(run, value, cls, name);
    return bindAttribute(run, inherited, value, cls);
  }
  if (value instanceof Instance && cls.lookup('__getattr__') !== undefined) {
    return withFallback(run, value, cls, name, inherited);
  }
  return bindAttribute(run, inherited, value, cls);
}

/** The `__getattribute__` that a class of the program defines; undefined for none. */
function readHook(cls: PyClass): unknown {
  if (cls.readHookChanges !== objectClass.changes) {
    const found = cls.lookup('__getattribute__');
    cls.readHook = found === objectClass.attributes.get('__getattribute__') ? undefined : found;
    cls.readHookChanges = objectClass.changes;
  }
  return cls.readHook;
}

/** An AttributeError of `__getattribute__` hands over to `__getattr__`. */
function readThroughHook(run: Interpreter, hook: unknown, value: unknown, name: string): unknown {
  try {
    return callFound(run, hook, value, [name]);
  } catch (error) {
    if (!(error instanceof AttributeError)) throw error;
    const found = callSpecial(run, value, '__getattr__', [name]);
    if (found === undefined) throw error;
    return found;
  }
}

/** `object.__getattribute__`: past any hook of the program. Throws AttributeError. */
export function getPlainAttribute(run: Interpreter, value: unknown, name: string): unknown {
  const cls = typeOf(value);
  const inherited = cls.lookup(name);
  const isComputed = inherited !== undefined && isDataDescriptor(inherited);
  const own = isComputed ? undefined : ownAttributes(value)?.get(name);
  if (own !== undefined) return own;
  if (inherited !== undefined) return bindAttribute(run, inherited, value, cls);
  if (name === '__class__') return cls;
  throw missingAttribute(value, name);
}

/** A property that raises AttributeError hands over to `__getattr__`. */
function withFallback(
  run: Interpreter,
  value: unknown,
  cls: PyClass,
  name: string,
  inherited: unknown,
): unknown {
  try {
    return bindAttribute(run, inherited, value, cls);
  } catch (error) {
    if (!(error instanceof AttributeError)) throw error;
    return fallback(run, value, cls, name);
  }
}

function fallback(run: Interpreter, value: unknown, cls: PyClass, name: string): unknown {
  if (name === '__class__') return cls;
  const callee = readThrough(value);
  if (callee !== value) return findAttribute(run, callee, name);
  return callSpecial(run, value, '__getattr__', [name]);
}

function findClassAttribute(run: Interpreter, cls: PyClass, name: string): unknown {
  const metaclass = metaclassOf(cls);
  const meta = metaclass.lookup(name);
  if (meta !== undefined && isDataDescriptor(meta)) {
    return bindAttribute(run, meta, cls, metaclass);
  }
  const found = cls.lookup(name);
  if (found !== undefined) {
    if (found instanceof Descriptor) return found.get(run, undefined, cls);
    if (found instanceof Instance) return bindAttribute(run, found, undefined, cls);
    return found;
  }
  if (meta !== undefined) return bindAttribute(run, meta, cls, metaclass);
  return name === '__class__' ? metaclass : callSpecial(run, cls, '__getattr__', [name]);
}

/** The AttributeError for a name that a value has not. */
export function missingAttribute(value: unknown, name: string): AttributeError {
  const error = new AttributeError(`${describe(value)} has no attribute '${name}'`);
  return blame(error, value, name);
}

function describe(value: unknown): string {
  if (value instanceof PyClass) return `type object '${value.name}'`;
  if (value instanceof PyModule) return `module '${value.name}'`;
  return `'${typeName(value)}' object`;
}

/**
 * The fast path of `value.name(…)`: the function to call with `value` as its first argument, if
 * the attribute is a plain method of the class; else undefined, and `getAttribute` gives what to
 * call.
 */
export function getMethod(value: unknown, name: string): unknown {
  if (value instanceof Instance) {
    const { cls } = value;
    const found = readHook(cls) === undefined ? cls.lookup(name) : undefined;
    return found !== undefined && isMethod(found) && !value.attributes.has(name)
      ? found
      : undefined;
  }
  if (Array.isArray(value) && !(value instanceof ListInstance)) {
    const own = listMethods.get(name);
    return own instanceof Builtin ? own : methodOf(value, name);
  }
  return methodOf(value, name);
}

function methodOf(value: unknown, name: string): unknown {
  if (value instanceof PyClass || value instanceof PyModule) return undefined;
  const cls = typeOf(value);
  const found = readHook(cls) === undefined ? cls.lookup(name) : undefined;
  if (found === undefined || !isMethod(found)) return undefined;
  return ownAttributes(value)?.has(name) === true ? undefined : found;
}

/** What class list itself holds: its built-ins are methods, all of them. */
const listMethods = listClass.attributes;

/**
 * Whether all values of this one's JavaScript class have the same methods for ever: the built-in
 * classes of which neither the value nor the program can change one. What `getMethod` gives may be
 * kept for them.
 */
export function hasFixedMethods(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof Instance || value instanceof BaseException) return false;
  if (value instanceof PyClass || value instanceof PyModule || value instanceof PySet) return false;
  return ownAttributes(value) === undefined;
}

/** `value.name = item`. Throws AttributeError, and TypeError for a built-in class. */
export function setAttribute(run: Interpreter, value: unknown, name: string, item: unknown): void {
  if (value instanceof PyClass) {
    if (callSpecial(run, value, '__setattr__', [name, item]) !== undefined) return;
    setClassAttribute(run, value, name, item);
  } else if (callSpecial(run, value, '__setattr__', [name, item]) === undefined) {
    setPlainAttribute(run, value, name, item);
  }
}

/** `object.__setattr__`: past any `__setattr__` of the program. */
export function setPlainAttribute(
  run: Interpreter,
  value: unknown,
  name: string,
  item: unknown,
): void {
  if (!setThrough(run, typeOf(value), value, name, item)) setOwnAttribute(value, name, item);
}

/** Sets an attribute by a data descriptor of its class: whether there is one. */
function setThrough(
  run: Interpreter,
  cls: PyClass,
  value: unknown,
  name: string,
  item: unknown,
): boolean {
  const inherited = cls.lookup(name);
  if (inherited === undefined || !isDataDescriptor(inherited)) return false;
  if (inherited instanceof Descriptor) inherited.set(run, value, item, name, cls);
  else if (callSpecial(run, inherited, '__set__', [value, item]) === undefined) {
    throw new AttributeError('__set__');
  }
  return true;
}

/**
 * Whether instances read `name` from their own attributes first: no property stands before them.
 */
export function isReadPlainly(cls: PyClass, name: string): boolean {
  if (readHook(cls) !== undefined) return false;
  const inherited = cls.lookup(name);
  return inherited === undefined || isOwn(inherited) || !isDataDescriptor(inherited);
}

function isOwn(attribute: unknown): boolean {
  return attribute instanceof Descriptor && attribute.isOwn;
}

/**
 * Whether instances may write `name` to their own attributes, and nobody of the program is asked.
 */
export function isWrittenPlainly(cls: PyClass, name: string): boolean {
  const hook = cls.lookup('__setattr__');
  if (hook !== undefined && !isCore(hook)) return false;
  return isReadPlainly(cls, name) && (givesDictionary(cls) || isOwn(cls.lookup(name)));
}

/** Whether `__setattr__` is `object`'s. */
function isCore(hook: unknown): boolean {
  return hook instanceof Builtin && hook.owner?.module === 'builtins';
}

/** Sets an attribute of the object itself, whatever its class says of it. */
function setOwnAttribute(value: unknown, name: string, item: unknown): void {
  if (value instanceof BaseException) value.attributes ??= new Map();
  const own = ownAttributes(value);
  if (own === undefined || own === null) throw notWritable(value, name);
  if (!givesDictionary(typeOf(value))) throw notWritable(value, name);
  own.set(name, item);
}

/** The names of all attributes of a value: its own, those of its class and of what that is from. */
export function attributeNames(value: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  const classes = value instanceof PyClass ? value.mro : typeOf(value).mro;
  const own = value instanceof PyModule ? value.attributes : ownAttributes(value);
  for (const name of own?.keys() ?? []) names.add(name);
  for (const cls of classes) for (const name of cls.attributes.keys()) names.add(name);
  return names;
}

/** Whether an object can have any attributes of its own: not one that has `__slots__` alone. */
export function hasDictionary(value: unknown): boolean {
  return ownAttributes(value) !== undefined && givesDictionary(typeOf(value));
}

/** Whether the instances of a class have a `__dict__`. */
export function givesDictionary(cls: PyClass): boolean {
  cls.givesDictionary ??= cls.mro.some((parent) =>
    parent.module === '__main__'
      ? parent.slots === null || parent.slots.includes('__dict__')
      : !isLean(parent),
  );
  return cls.givesDictionary;
}

/** Ready-made classes that are no reason for a `__dict__`. */
function isLean({ module, name }: PyClass): boolean {
  return LEAN.has(name) || LEAN_MODULES.has(module);
}

const LEAN: ReadonlySet<string> = new Set(
  'object bool int float str list tuple dict set frozenset deque defaultdict'.split(' '),
);
const LEAN_MODULES: ReadonlySet<string> = new Set(['abc', 'collections.abc', 'typing']);

/** The AttributeError for a name that cannot be set. */
export function notWritable(value: unknown, name: string): AttributeError {
  const cls = typeOf(value);
  if (value instanceof PyModule || name === '__dict__' || cls.lookup(name) === undefined) {
    const isAsked = ['__setattr__', '__delattr__'].some((hook) => !isCore(cls.lookup(hook)));
    const isOther = value instanceof PyModule || isAsked;
    const tail = isOther ? '' : ` and no __dict__ for setting new attributes`;
    const message = `${describe(value)} has no attribute '${name}'${tail}`;
    return blame(new AttributeError(message), value, name);
  }
  return new AttributeError(`'${cls.name}' object attribute '${name}' is read-only`);
}

function setClassAttribute(run: Interpreter, cls: PyClass, name: string, item: unknown): void {
  checkMutable(cls, name);
  objectClass.changes++;
  if (setThrough(run, metaclassOf(cls), cls, name, item)) return;
  cls.attributes.set(name, item);
}

function checkMutable(cls: PyClass, name: string): void {
  if (cls.module === '__main__') return;
  throw new PyTypeError(`cannot set '${name}' attribute of immutable type '${cls.name}'`);
}

/** `del value.name`. Throws AttributeError. */
export function deleteAttribute(run: Interpreter, value: unknown, name: string): void {
  if (value instanceof PyClass) {
    checkMutable(value, name);
    objectClass.changes++;
    if (!value.attributes.delete(name)) throw missingAttribute(value, name);
    return;
  }
  if (callSpecial(run, value, '__delattr__', [name]) === undefined) {
    deletePlainAttribute(run, value, name);
  }
}

/** `object.__delattr__`: past any `__delattr__` of the program. */
export function deletePlainAttribute(run: Interpreter, value: unknown, name: string): void {
  const cls = typeOf(value);
  const inherited = cls.lookup(name);
  if (inherited instanceof Descriptor && inherited.isData) {
    inherited.set(run, value, undefined, name, cls);
    return;
  }
  if (inherited instanceof Instance && isDataDescriptor(inherited)) {
    if (callSpecial(run, inherited, '__delete__', [value]) !== undefined) return;
    throw new AttributeError('__delete__');
  }
  const own = ownAttributes(value);
  if (own?.delete(name) === true) return;
  throw hasDictionary(value) ? missingAttribute(value, name) : notWritable(value, name);
}

/**
 * Calls special method `name` of an object's class with `args` after `self`; undefined where the
 * class has none. Built-in values have none here: their behaviour is in operators.ts, compare.ts
 * and the like.
 */
export const callMethod = callSpecial;
