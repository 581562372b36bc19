// What subscribing a type gives: `Callable[[int], str]`, `Stack[int]`. It shows itself as in
// CPython; called, it makes an instance of its class; as a base it stands for its class.
// Source: CPython Lib/typing.py (_GenericAlias, _type_repr).

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { Builtin, ellipsis, PyClass, Tuple } from '../values.ts';
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

export class GenericAlias extends Structural {
  readonly of: PyClass | SpecialForm;
  readonly args: readonly unknown[];

  constructor(of: PyClass | SpecialForm, args: readonly unknown[]) {
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
declareType(GenericAlias, ({ of }: GenericAlias) =>
  of instanceof PyClass && of.module !== '__main__' ? builtinAliasClass : genericAliasClass,
);

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
    const name = self.of instanceof PyClass ? qualified(self.of) : `typing.${self.of.name}`;
    const isLiteral = self.of instanceof SpecialForm && self.of.name === 'Literal';
    const texts = self.args.map((each) => (isLiteral ? repr(run, each) : typeText(run, each)));
    return `${name}[${texts.join(', ') || '()'}]`;
  }),
  new Builtin(
    '__call__(self, /, *args, **keywords)',
    (run, self: GenericAlias, args: readonly unknown[], keywords: ReadonlyMap<string, unknown>) =>
      run.call(self.of, args, keywords),
  ),
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
      self.of instanceof PyClass ? self.of : self.of.origin,
    ),
    new Getter('__args__', (_run, self: GenericAlias) => new Tuple(self.args)),
  ]);
}
