// `collections.namedtuple`: makes a class of tuples whose items have names, too. The class is one of
// the program's, so that its classes may derive from it.
// Source: CPython Lib/collections/__init__.py (namedtuple).

import { AttributeError, PyTypeError, ValueError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { declareType, define, linearise, tupleClass } from '../../objects/classes.ts';
import { ClassMethod, Descriptor } from '../../objects/descriptors.ts';
import { Dict } from '../../objects/dict.ts';
import { toArray } from '../../objects/iteration.ts';
import { nested, repr, str } from '../../objects/repr.ts';
import { bind, LibraryFunction } from '../../objects/signature.ts';
import { truthy } from '../../objects/truth.ts';
import { typeOf } from '../../objects/type-of.ts';
import { isIdentifier } from '../../text/str-classes.ts';
import { PyClass, Tuple } from '../../values.ts';

type Keywords = ReadonlyMap<string, unknown>;

export class NamedTuple extends Tuple {
  readonly cls: PyClass;

  constructor(cls: PyClass, items: readonly unknown[]) {
    super(items);
    this.cls = cls;
  }
}
declareType(NamedTuple, ({ cls }: NamedTuple) => cls);

/** A name of an item: reads it, and lets nobody write it. */
class Field extends Descriptor {
  override readonly isData = true;
  readonly #index: number;

  constructor(index: number) {
    super();
    this.#index = index;
  }

  get(_run: Interpreter, self: unknown): unknown {
    return self instanceof Tuple ? self.items[this.#index] : this;
  }

  override set(): never {
    throw new AttributeError("can't set attribute");
  }
}

const KEYWORDS = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except ' +
    'finally for from global if import in is lambda nonlocal not or pass raise return try while ' +
    'with yield'
  ).split(' '),
);

/** The names as they will be: with `rename`, by their place where they cannot be names. */
function renamed(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.map((name, index) => {
    const isUnfit =
      !isIdentifier(name) || KEYWORDS.has(name) || name.startsWith('_') || seen.has(name);
    seen.add(name);
    return isUnfit ? `_${index}` : name;
  });
}

/** Throws ValueError for names that no class or field may have. */
export function checkFields(
  run: Interpreter,
  typeName: string,
  names: readonly string[],
  rename: boolean,
) {
  for (const name of [typeName, ...names]) {
    if (!isIdentifier(name)) {
      const shown = repr(run, name);
      throw new ValueError(`Type names and field names must be valid identifiers: ${shown}`);
    }
    if (KEYWORDS.has(name)) {
      throw new ValueError(`Type names and field names cannot be a keyword: ${repr(run, name)}`);
    }
  }
  const seen = new Set<string>();
  for (const name of names) {
    if (name.startsWith('_') && !rename) {
      throw new ValueError(`Field names cannot start with an underscore: ${repr(run, name)}`);
    }
    if (seen.has(name)) {
      throw new ValueError(`Encountered duplicate field name: ${repr(run, name)}`);
    }
    seen.add(name);
  }
}

function namesOf(run: Interpreter, given: unknown): string[] {
  if (typeof given !== 'string') return toArray(run, given).map((name) => str(run, name));
  return given
    .replaceAll(',', ' ')
    .split(/\s+/)
    .filter((name) => name !== '');
}

function defineMethods(cls: PyClass, names: readonly string[]): void {
  const make = (run: Interpreter, made: PyClass, iterable: unknown): NamedTuple => {
    const items = toArray(run, iterable);
    if (items.length === names.length) return new NamedTuple(made, items);
    throw new PyTypeError(`Expected ${names.length} arguments, got ${items.length}`);
  };
  const makeFunction = new LibraryFunction('_make(cls, iterable)', make);
  makeFunction.owner = cls;
  cls.attributes.set('_make', new ClassMethod(makeFunction));
  define(cls, [
    new LibraryFunction('_replace(self, /, **kwds)', (run, self: NamedTuple, given: Keywords) => {
      const items = names.map((name, index) =>
        given.has(name) ? given.get(name) : self.items[index],
      );
      const unknown = [...given.keys()].filter((name) => !names.includes(name));
      if (unknown.length > 0) {
        throw new PyTypeError(`Got unexpected field names: ${repr(run, unknown)}`);
      }
      return new NamedTuple(self.cls, items);
    }),
    new LibraryFunction('_asdict(self)', (run, self: NamedTuple) => {
      return new Dict(
        run,
        names.map((name, index) => [name, self.items[index]] as const),
      );
    }),
    new LibraryFunction('__repr__(self)', (run, self: NamedTuple) =>
      nested(run, self, '...', () => {
        const items = names.map((name, index) => `${name}=${repr(run, self.items[index])}`);
        return `${typeOf(self).name}(${items.join(', ')})`;
      }),
    ),
  ]);
}

/**
 * Makes a class one of named tuples. `defaults` are those of the last fields. What its body has
 * written itself stays.
 */
export function equip(
  run: Interpreter,
  cls: PyClass,
  names: readonly string[],
  defaults: readonly unknown[],
): void {
  const written = new Map([...cls.attributes].filter(([name]) => !names.includes(name)));
  const first = names.length - defaults.length;
  const parameters = names.map((name, index) => (index < first ? name : `${name}=...`));
  const make = new LibraryFunction(`__new__(${['_cls', ...parameters].join(', ')})`, () => null);
  make.owner = cls;
  cls.construct = (_run, made, args, keywords) => {
    const [, ...items] = bind(make, [made, ...args], keywords);
    return new NamedTuple(
      made,
      items.map((item, index) => (item === undefined ? defaults[index - first] : item)),
    );
  };
  defineMethods(cls, names);
  cls.attributes.set('_fields', new Tuple(names));
  cls.attributes.set('__match_args__', new Tuple(names));
  cls.attributes.set('__slots__', new Tuple([]));
  const pairs = defaults.map((value, index) => [names[first + index], value] as const);
  cls.attributes.set('_field_defaults', new Dict(run, pairs));
  cls.attributes.set('__doc__', `${cls.name}(${names.join(', ')})`);
  for (const [index, name] of names.entries()) cls.attributes.set(name, new Field(index));
  for (const [name, value] of written) cls.attributes.set(name, value);
}

/** The class. */
export function classOf(
  run: Interpreter,
  typeName: string,
  names: readonly string[],
  defaults: readonly unknown[],
): PyClass {
  const cls = new PyClass(typeName, [tupleClass], linearise, '__main__');
  equip(run, cls, names, defaults);
  return cls;
}

export const namedtuple = new LibraryFunction(
  'namedtuple(typename, field_names, *, rename=False, defaults=None, module=None)',
  (run, typeName: unknown, fields: unknown, rename: unknown, defaults: unknown) => {
    const name = str(run, typeName);
    const isRenaming = truthy(run, rename);
    const names = isRenaming ? renamed(namesOf(run, fields)) : namesOf(run, fields);
    checkFields(run, name, names, isRenaming);
    const values = defaults === null ? [] : toArray(run, defaults);
    if (values.length > names.length) {
      throw new PyTypeError('Got more default values than field names');
    }
    return classOf(run, name, names, values);
  },
);
