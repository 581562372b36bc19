// What is made of objects of dataclasses: `fields`, `asdict`, `astuple`, `replace`,
// `is_dataclass`. Values that are no dataclass and no list, tuple or dict are copied as
// copy.deepcopy does: sets and objects of the program are made anew, what has an identity of its
// own (a lock, a task) cannot be.
// Source: CPython Lib/dataclasses.py (fields, _asdict_inner, _astuple_inner, _replace).

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { getAttribute } from '../objects/attributes.ts';
import { Dict } from '../objects/dict.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { typeOf } from '../objects/type-of.ts';
import { PyClass, Tuple } from '../values.ts';
import { deepCopy } from './copy.ts';
import { type Field, missing } from './dataclass-fields.ts';

/** The class attribute that holds a dataclass's fields. */
export const FIELDS = '__dataclass_fields__';

/** The fields of a class with its bases', ClassVars and InitVars too; null where it is none. */
export function fieldTable(cls: PyClass): readonly Field[] | null {
  const table = cls.lookup(FIELDS);
  if (!(table instanceof Dict)) return null;
  return [...table.entries()].map(({ value }) => value as Field);
}

function fieldsOf(value: unknown): readonly Field[] | null {
  return value instanceof PyClass ? null : fieldTable(typeOf(value));
}

function ordinary(fields: readonly Field[]): readonly Field[] {
  return fields.filter(({ kind }) => kind === 'field');
}

export const fieldsFunction = new LibraryFunction(
  'fields(class_or_instance)',
  (_run, value: unknown) => {
    const all = fieldTable(value instanceof PyClass ? value : typeOf(value));
    if (all === null) throw new PyTypeError('must be called with a dataclass type or instance');
    return new Tuple(ordinary(all));
  },
);

export const isDataclass = new LibraryFunction(
  'is_dataclass(obj)',
  (_run, value: unknown) => fieldTable(value instanceof PyClass ? value : typeOf(value)) !== null,
);

type Gather = (pairs: readonly (readonly [string, unknown])[]) => unknown;

function inner(run: Interpreter, value: unknown, gather: Gather): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const fields = fieldsOf(value);
  const each = (item: unknown): unknown => inner(run, item, gather);
  if (fields !== null) {
    const own = ordinary(fields).map(({ name }) => name as string);
    return gather(own.map((name) => [name, each(getAttribute(run, value, name))] as const));
  }
  return container(run, value, each) ?? deepCopy(run, value);
}

/** A list, tuple or dict with every item made anew; undefined for anything else. */
function container(run: Interpreter, value: object, each: (item: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(each);
  if (value.constructor === Tuple) return new Tuple((value as Tuple).items.map(each));
  if (!(value instanceof Dict) || value.constructor !== Dict) return undefined;
  const copy = new Dict(run);
  for (const { key, value: item } of value.entries()) copy.set(each(key), each(item));
  return copy;
}

export const asdict = new LibraryFunction(
  'asdict(obj, *, dict_factory=...)',
  (run, value: unknown, factory: unknown) => {
    if (fieldsOf(value) === null) {
      throw new PyTypeError('asdict() should be called on dataclass instances');
    }
    return inner(run, value, (pairs) => {
      if (factory !== undefined) {
        return run.call(factory, [pairs.map(([name, item]) => new Tuple([name, item]))]);
      }
      const dict = new Dict(run);
      for (const [name, item] of pairs) dict.set(name, item);
      return dict;
    });
  },
);

export const astuple = new LibraryFunction(
  'astuple(obj, *, tuple_factory=...)',
  (run, value: unknown, factory: unknown) => {
    if (fieldsOf(value) === null) {
      throw new PyTypeError('astuple() should be called on dataclass instances');
    }
    return inner(run, value, (pairs) => {
      const items = pairs.map(([, item]) => item);
      return factory === undefined ? new Tuple(items) : run.call(factory, [items]);
    });
  },
);

/** `replace(obj, **changes)`: the class called with the fields of `obj`, changed. */
export const replace = new LibraryFunction(
  'replace(obj, /, **changes)',
  (run, value: unknown, changes: ReadonlyMap<string, unknown>) => {
    const fields = fieldsOf(value);
    if (fields === null) {
      throw new PyTypeError('replace() should be called on dataclass instances');
    }
    const given = new Map(changes);
    for (const field of fields) {
      const name = field.name as string;
      if (field.kind === 'class') continue;
      if (!field.init) {
        if (!given.has(name)) continue;
        throw new PyTypeError(
          `field ${name} is declared with init=False, ` + 'it cannot be specified with replace()',
        );
      }
      if (given.has(name)) continue;
      if (field.kind === 'init' && field.default === missing) {
        throw new PyTypeError(`InitVar '${name}' must be specified with replace()`);
      }
      given.set(name, getAttribute(run, value, name));
    }
    return run.call(typeOf(value), [], given);
  },
);
