// What subscribing a type gives: `Callable[[int], str]`, `Stack[int]`. It shows itself as in
// CPython; called, it makes an instance of its class; as a base it stands for its class.
// Source: CPython Lib/typing.py (_GenericAlias, _type_repr).

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { Builtin, ellipsis, Instance, PyClass, Tuple } from '../values.ts';
import { getAttribute } from './attributes.ts';
import { builtinClass, declareType, define } from './classes.ts';
import { matches } from './compare.ts';
import { defineGetters, Getter } from './descriptors.ts';
import { hash } from './hash.ts';
import type { Int } from './integers.ts';
import { qualified, repr } from './repr.ts';
import { Structural } from './structural.ts';
import { UnionType } from './type-of.ts';

/** A form of typing, such as `List` or `Any`. */
export class SpecialForm {
  readonly name: string;
  /** The class that it stands for, null for none: `list` of `List`. */
  readonly origin: PyClass | null;

  constructor(name: string, origin: PyClass | null = null) {
    this.name = name;
    this.origin = origin;
  }
}

/** TypeVar, ParamSpec and TypeVarTuple. */
export abstract class TypeParameter {
  readonly name: unknown;
  /** What stands before the name where it is shown. */
  readonly mark: string;
  readonly bound: unknown;
  readonly byDefault: unknown;
  readonly constraints: readonly unknown[];
  /** Whether bound and default are functions that give them. */
  readonly isLazy: boolean;

  constructor(
    name: unknown,
    mark: string,
    parts: Pick<TypeParameter, 'bound' | 'byDefault' | 'constraints' | 'isLazy'>,
  ) {
    this.name = name;
    this.mark = mark;
    this.bound = parts.bound;
    this.byDefault = parts.byDefault;
    this.constraints = parts.constraints;
    this.isLazy = parts.isLazy;
  }
}

/** What `type X = …` makes. */
export class TypeAlias {
  readonly name: string;
  readonly parameters: readonly TypeParameter[];
  /** Gives the value; it is asked once. */
  readonly compute: unknown;
  value: unknown = undefined;

  constructor(name: string, parameters: readonly TypeParameter[], compute: unknown) {
    this.name = name;
    this.parameters = parameters;
    this.compute = compute;
  }
}

/** The type parameters in some types, each once, in order. */
export function parametersIn(types: readonly unknown[]): readonly TypeParameter[] {
  const found = new Set<TypeParameter>();
  for (const type of types) {
    if (type instanceof TypeParameter) found.add(type);
    const parts =
      type instanceof GenericAlias ? type.args : type instanceof UnionType ? type.members : [];
    for (const each of Array.isArray(type) ? parametersIn(type) : parametersIn(parts)) {
      found.add(each);
    }
  }
  return [...found];
}

/** Types with others in the place of type parameters. */
function replaced(
  types: readonly unknown[],
  values: ReadonlyMap<unknown, unknown>,
): readonly unknown[] {
  return types.map((type) => {
    if (values.has(type)) return values.get(type);
    if (type instanceof GenericAlias) return new GenericAlias(type.of, replaced(type.args, values));
    return type instanceof UnionType ? unionOf(replaced(type.members, values)) : type;
  });
}

export class GenericAlias extends Structural {
  readonly of: PyClass | SpecialForm | TypeAlias;
  readonly args: readonly unknown[];

  constructor(of: PyClass | SpecialForm | TypeAlias, args: readonly unknown[]) {
    super();
    this.of = of;
    this.args = args;
  }

  equalTo(run: Interpreter, other: unknown, depth: number): boolean | undefined {
    if (!(other instanceof GenericAlias)) return undefined;
    const { args } = other;
    if (this.of !== other.of || this.args.length !== args.length) return false;
    return this.args.every((each, i) => matches(run, each, args[i], depth));
  }

  hash(run: Interpreter): Int {
    return hash(run, new Tuple([run.addresses.of(this.of), ...this.args]));
  }
}

/** How a type is shown between the brackets. */
export function typeText(run: Interpreter, type: unknown): string {
  if (type instanceof PyClass) return qualified(type);
  if (type === null) return 'NoneType';
  if (type === ellipsis) return '...';
  if (Array.isArray(type)) return `[${type.map((each) => typeText(run, each)).join(', ')}]`;
  return repr(run, type);
}

export const specialFormClass = builtinClass('_SpecialForm', undefined, 'typing');
export const genericAliasClass = builtinClass('_GenericAlias', undefined, 'typing');
declareType(SpecialForm, specialFormClass);
/** Of a class that is written in C, or stands in collections.abc. */
export const builtinAliasClass = builtinClass('GenericAlias', undefined, 'types');
builtinAliasClass.messageName = 'types.GenericAlias';
declareType(GenericAlias, ({ of }: GenericAlias) => {
  const isPlain = of instanceof TypeAlias || (of instanceof PyClass && of.module !== '__main__');
  return isPlain ? builtinAliasClass : genericAliasClass;
});

/** `A | B` of anything that is a type; undefined where one of them is none. */
export function unionOf(types: readonly unknown[]): unknown {
  const members: unknown[] = [];
  for (const type of types) {
    const parts = type instanceof UnionType ? type.members : [type];
    for (const part of parts) if (!members.includes(part)) members.push(part);
  }
  return members.length === 1 ? members[0] : new UnionType(members);
}

const or = [
  new Builtin('__or__(self, other, /)', (_run, self: unknown, other: unknown) =>
    unionOf([self, other]),
  ),
  new Builtin('__ror__(self, other, /)', (_run, self: unknown, other: unknown) =>
    unionOf([other, self]),
  ),
];

define(specialFormClass, [
  new Builtin('__repr__(self, /)', (_run, self: SpecialForm) => `typing.${self.name}`),
  new Builtin('__call__(self, /, *args, **keywords)', (_run, self: SpecialForm) => {
    const { name, origin } = self;
    throw new PyTypeError(
      origin === null
        ? `Cannot instantiate typing.${name}`
        : `Type ${name} cannot be instantiated; use ${origin.name}() instead`,
    );
  }),
]);
const aliasMethods = [
  new Builtin('__repr__(self, /)', (run, self: GenericAlias) => {
    const name =
      self.of instanceof PyClass
        ? qualified(self.of)
        : self.of instanceof TypeAlias
          ? self.of.name
          : `typing.${self.of.name}`;
    const isLiteral = self.of instanceof SpecialForm && self.of.name === 'Literal';
    const texts = self.args.map((each) => (isLiteral ? repr(run, each) : typeText(run, each)));
    return `${name}[${texts.join(', ') || '()'}]`;
  }),
  new Builtin(
    '__call__(self, /, *args, **keywords)',
    (run, self: GenericAlias, args: readonly unknown[], keywords: ReadonlyMap<string, unknown>) => {
      const made = run.call(self.of, args, keywords);
      // A frozen object does not take it, either.
      const isOpen = made instanceof Instance && made.cls.lookup('__setattr__') instanceof Builtin;
      if (isOpen && made.cls.slots === null) made.attributes.set('__orig_class__', self);
      return made;
    },
  ),
  new Builtin('__getitem__(self, index, /)', (run, self: GenericAlias, index: unknown) => {
    const parameters = parametersIn(self.args);
    if (parameters.length === 0) {
      throw new PyTypeError(`${repr(run, self)} is not a generic class`);
    }
    const given = index instanceof Tuple ? index.items : [index];
    if (given.length !== parameters.length) {
      const word = given.length > parameters.length ? 'many' : 'few';
      throw new PyTypeError(
        `Too ${word} arguments for ${repr(run, self)}; actual ${given.length}, ` +
          `expected ${parameters.length}`,
      );
    }
    const values = new Map(parameters.map((each, i) => [each, given[i]]));
    return new GenericAlias(self.of, replaced(self.args, values));
  }),
  new Builtin('__getattr__(self, name, /)', (run, self: GenericAlias, name: string) =>
    getAttribute(run, self.of, name),
  ),
];
for (const cls of [specialFormClass, genericAliasClass, builtinAliasClass]) {
  const methods = cls === specialFormClass ? or : [...or, ...aliasMethods];
  // Each method belongs to one class.
  define(
    cls,
    methods.map(({ signature, body }) => new Builtin(signature, body)),
  );
}
for (const cls of [genericAliasClass, builtinAliasClass]) {
  defineGetters(cls, [
    new Getter('__origin__', (_run, self: GenericAlias) =>
      self.of instanceof SpecialForm ? self.of.origin : self.of,
    ),
    new Getter('__parameters__', (_run, self: GenericAlias) => new Tuple(parametersIn(self.args))),
    new Getter('__args__', (_run, self: GenericAlias) => new Tuple(self.args)),
  ]);
}
