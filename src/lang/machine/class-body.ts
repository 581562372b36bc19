// Making a class of the program out of what its body has bound. Order as in `type.__new__`: the
// class, `__set_name__` of its attributes, `__init_subclass__` of its parent.
// Source: CPython Objects/typeobject.c (type_new_impl).

import { BaseException, PyTypeError } from '../../asyncio/exceptions.ts';
import { linearise, metaclassOf, objectClass } from '../objects/classes.ts';
import { ClassMethod, Descriptor, StaticMethod } from '../objects/descriptors.ts';
import { GenericAlias, type TypeParameter } from '../objects/generic-alias.ts';
import { checkLayouts } from '../objects/layouts.ts';
import { addSlots } from '../objects/slots.ts';
import { callSpecial } from '../objects/special.ts';
import { typeName } from '../objects/type-of.ts';
import { genericClass, noteGeneric, realBases } from '../objects/type-parameters.ts';
import { type Annotation, Builtin, Instance, PyClass } from '../values.ts';
import type { Cell, Runtime } from './frame.ts';
import { PyFunction } from './function.ts';

/** What a class statement has evaluated before its body runs. */
export class ClassBody {
  readonly name: string;
  readonly qualname: string;
  /** What the statement names to derive from, as it stands there. */
  readonly given: readonly unknown[];
  readonly typeParameters: readonly TypeParameter[];
  /** The same without aliases; these may be no classes. */
  readonly parents: readonly unknown[];
  readonly keywords: ReadonlyMap<string, unknown> | null;
  /** What stands after `metaclass=`; undefined for nothing. */
  readonly metaclass: unknown;
  /** The names that the body binds, in order. */
  readonly names = new Map<string, unknown>();
  /** What it annotates, in order. */
  readonly annotations = new Map<string, Annotation>();
  /** The cell that `super()` in methods reads; null where no method asks. */
  classCell: Cell | null = null;

  constructor(
    name: string,
    qualname: string,
    parents: readonly unknown[],
    keywords: Map<string, unknown>,
    typeParameters: readonly TypeParameter[] = [],
  ) {
    this.name = name;
    this.qualname = qualname;
    this.given = typeParameters.length > 0 ? [...parents, genericOf(typeParameters)] : parents;
    this.typeParameters = typeParameters;
    this.parents = realBases(this.given);
    this.metaclass = keywords.get('metaclass');
    keywords.delete('metaclass');
    this.keywords = keywords;
  }

  /** The classes that it derives from. Throws TypeError for what is none. */
  get bases(): readonly PyClass[] {
    return basesOf(this.parents);
  }
}

/** `Generic[T]` of the parameters of `class C[T]`. */
function genericOf(parameters: readonly TypeParameter[]): GenericAlias {
  return new GenericAlias(genericClass, parameters);
}

/** The classes to derive from. Throws TypeError for anything else. */
function basesOf(values: readonly unknown[]): readonly PyClass[] {
  const bases: PyClass[] = [];
  for (const value of values) {
    if (!(value instanceof PyClass)) throw new PyTypeError('bases must be types');
    if (value.isFinal || (FINAL.has(value.name) && value.module === 'builtins')) {
      throw new PyTypeError(`type '${value.messageName}' is not an acceptable base type`);
    }
    if (bases.includes(value)) throw new PyTypeError(`duplicate base class ${value.name}`);
    bases.push(value);
  }
  checkLayouts(bases);
  return bases.length === 0 ? [objectClass] : bases;
}

const FINAL = new Set(['bool', 'NoneType', 'range', 'slice', 'function', 'generator']);

/**
 * `type.__new__`: the class of a body.
 * @param names what the class has as attributes.
 * @param keywords what the class statement, or a metaclass, hands to `__init_subclass__`.
 */
export function makeClass(
  machine: Runtime,
  body: ClassBody,
  metaclass: PyClass,
  names: ReadonlyMap<string, unknown> = body.names,
  keywords = body.keywords,
): PyClass {
  const cls = new PyClass(body.name, body.bases, linearise, '__main__', body.qualname);
  if (metaclass !== metaclassOf(cls)) cls.metaclass = metaclass;
  for (const base of cls.bases) if (base.module === '__main__') base.subclasses.push(cls);
  for (const [name, value] of names) cls.attributes.set(name, implicit(name, value));
  cls.attributes.delete('__qualname__');
  cls.annotations = body.annotations;
  noteGeneric(cls, body.given, body.typeParameters);
  addSlots(machine, cls);
  if (body.classCell !== null) body.classCell.value = cls;
  for (const [name, value] of names) nameAttribute(machine, cls, name, value);
  const adopting = [...cls.mro, ...metaclass.mro].find((parent) => parent.adopt !== null);
  if (adopting !== undefined) {
    if (!cls.mro.includes(adopting)) cls.adopt = adopting.adopt;
    adopting.adopt?.(machine, cls, keywords);
  }
  initialiseSubclass(machine, cls, keywords);
  return cls;
}

/** `__new__` is a static method and `__init_subclass__` a class method, declared so or not. */
function implicit(name: string, value: unknown): unknown {
  if (!(value instanceof PyFunction)) return value;
  if (name === '__new__') return new StaticMethod(value);
  return name === '__init_subclass__' || name === '__class_getitem__'
    ? new ClassMethod(value)
    : value;
}

function nameAttribute(machine: Runtime, cls: PyClass, name: string, value: unknown): void {
  try {
    if (value instanceof Descriptor) value.setName(name);
    if (value instanceof Instance) callSpecial(machine, value, '__set_name__', [cls, name]);
  } catch (error) {
    if (error instanceof BaseException) {
      const kind = typeName(value).split('.').at(-1);
      error.notes ??= [];
      error.notes.push(
        `Error calling __set_name__ on '${kind}' instance '${name}' in '${cls.name}'`,
      );
    }
    throw error;
  }
}

function initialiseSubclass(
  machine: Runtime,
  cls: PyClass,
  keywords: ReadonlyMap<string, unknown> | null,
): void {
  for (const parent of cls.mro.slice(1)) {
    const hook = parent.attributes.get('__init_subclass__');
    const callee = hook instanceof ClassMethod ? hook.callee : hook;
    if (callee === undefined || callee instanceof Builtin) continue;
    machine.call(callee, [cls], keywords);
    return;
  }
  if (keywords === null || keywords.size === 0) return;
  throw new PyTypeError(`${cls.qualname}.__init_subclass__() takes no keyword arguments`);
}
