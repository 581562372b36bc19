// `__slots__`: the attributes that instances of a class may have are named in it, and each is a
// descriptor of the class. What it holds stands with the instance's other attributes, where reading
// and writing finds it at once; `__dict__` leaves it out.
// Source: CPython Objects/typeobject.c (type_new_slots), Objects/descrobject.c (member_get),
// Python/structmember.c; 3.14's messages.

import {
  AttributeError,
  BaseException,
  PyTypeError,
  ValueError,
} from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { mangle } from '../scope.ts';
import { isIdentifier } from '../text/str-classes.ts';
import { Builtin, type PyClass } from '../values.ts';
import { givesDictionary, ownAttributes } from './attributes.ts';
import { builtinClass, declareType, define, intClass, tupleClass } from './classes.ts';
import { compareStrings } from './compare.ts';
import { Descriptor, defineGetters, Getter } from './descriptors.ts';
import { toArray } from './iteration.ts';
import { isSubclass, typeName, typeOf } from './type-of.ts';

/** One name of `__slots__`, as an attribute of the class. */
export class Slot extends Descriptor {
  override readonly isData = true;
  override readonly isOwn = true;
  readonly name: string;
  readonly owner: PyClass;

  constructor(name: string, owner: PyClass) {
    super();
    this.name = name;
    this.owner = owner;
  }

  get(_run: Interpreter, self: unknown): unknown {
    if (self === undefined) return this;
    const value = this.#attributesOf(self).get(this.name);
    if (value !== undefined) return value;
    const type = typeOf(self).qualname;
    throw new AttributeError(`'${type}' object has no attribute '${this.name}'`);
  }

  override set(_run: Interpreter, self: unknown, value: unknown): void {
    const attributes = this.#attributesOf(self);
    if (value !== undefined) attributes.set(this.name, value);
    else if (!attributes.delete(this.name)) throw new AttributeError(this.name);
  }

  #attributesOf(self: unknown): Map<string, unknown> {
    if (!isSubclass(typeOf(self), this.owner)) {
      const { name, owner } = this;
      throw new PyTypeError(
        `descriptor '${name}' for '${owner.name}' objects doesn't apply to a ` +
          `'${typeName(self)}' object`,
      );
    }
    if (self instanceof BaseException) self.attributes ??= new Map();
    return ownAttributes(self)!;
  }
}

/**
 * Gives a new class a descriptor for each name in its `__slots__`. Throws TypeError, and ValueError
 * for a name that the class body binds, too.
 */
export function addSlots(run: Interpreter, cls: PyClass): void {
  const given = cls.attributes.get('__slots__');
  if (given === undefined) return;
  const items = typeof given === 'string' ? [given] : toArray(run, given);
  const sized = [intClass, tupleClass].find((each) => isSubclass(cls, each));
  if (items.length > 0 && sized !== undefined) {
    const base = cls.bases.find((each) => isSubclass(each, sized))!.name;
    throw new PyTypeError(`nonempty __slots__ not supported for subtype of '${base}'`);
  }
  for (const item of items) checkName(item);
  const hasBoth = cls.bases.some(givesDictionary);
  for (const extra of ['__dict__', '__weakref__']) {
    if (items.filter((item) => item === extra).length <= (hasBoth ? 0 : 1)) continue;
    throw new PyTypeError(`${extra} slot disallowed: we already got one`);
  }
  const names = (items as string[]).map((item) => mangle(cls.name, item));
  cls.slots = names;
  const own = names.filter((name) => name !== '__dict__' && name !== '__weakref__');
  for (const name of own) {
    if (!cls.attributes.has(name)) continue;
    throw new ValueError(`'${name}' in __slots__ conflicts with class variable`);
  }
  for (const name of own.sort(compareStrings)) cls.attributes.set(name, new Slot(name, cls));
}

function checkName(item: unknown): void {
  if (typeof item !== 'string') {
    throw new PyTypeError(`__slots__ items must be strings, not '${typeName(item)}'`);
  }
  if (!isIdentifier(item)) throw new PyTypeError('__slots__ must be identifiers');
}

const memberClass = builtinClass('member_descriptor');
declareType(Slot, memberClass);
defineGetters(memberClass, [
  new Getter('__name__', (_run, self: Slot) => self.name),
  new Getter('__qualname__', (_run, self: Slot) => `${self.owner.qualname}.${self.name}`),
  new Getter('__objclass__', (_run, self: Slot) => self.owner),
]);
define(memberClass, [
  new Builtin('__get__(self, instance, owner=None, /)', (run, self: Slot, instance: unknown) =>
    self.get(run, instance === null ? undefined : instance),
  ),
  new Builtin('__set__(self, instance, value, /)', (run, self: Slot, instance, value) => {
    self.set(run, instance, value);
    return null;
  }),
  new Builtin('__delete__(self, instance, /)', (run, self: Slot, instance: unknown) => {
    self.set(run, instance, undefined);
    return null;
  }),
]);
