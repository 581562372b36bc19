// TypeVar, ParamSpec and TypeVarTuple, by call or by `class C[T]`; the base Generic, which classes
// with type parameters have; and what `type X = …` makes. Bounds, defaults and values that stand in
// the language are evaluated when they are first asked for.
// Source: CPython 3.14 Objects/typevarobject.c, Lib/typing.py (Generic, _generic_class_getitem).

import { NotImplementedError, PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { Builtin, type PyClass, Tuple } from '../values.ts';
import { builtinClass, declareType, define, objectClass, typeClass } from './classes.ts';
import { defineGetters, Getter } from './descriptors.ts';
import { GenericAlias, parametersIn, TypeAlias, TypeParameter, unionOf } from './generic-alias.ts';
import { repr, str } from './repr.ts';
import { isSubclass } from './type-of.ts';

export type Sort = 'TypeVar' | 'ParamSpec' | 'TypeVarTuple';

class TypeVar extends TypeParameter {}
class ParamSpec extends TypeParameter {}
class TypeVarTuple extends TypeParameter {}

const kinds = { TypeVar, ParamSpec, TypeVarTuple } as const;

/** The value of what may be a function that gives it. */
function evaluated(run: Interpreter, value: unknown, isLazy: boolean): unknown {
  return isLazy && value !== null ? run.call(value, []) : value;
}

const SIGNATURES: Readonly<Record<Sort, string>> = {
  TypeVar:
    'TypeVar(name, *constraints, bound=None, covariant=False, contravariant=False, ' +
    'infer_variance=False, default=None)',
  ParamSpec:
    'ParamSpec(name, *, bound=None, covariant=False, contravariant=False, ' +
    'infer_variance=False, default=None)',
  TypeVarTuple: 'TypeVarTuple(name, *, default=None)',
};

/** How one that a program makes by a call is shown. */
function markOf(sort: Sort, covariant: unknown, contravariant: unknown, inferred: unknown): string {
  if (sort === 'TypeVarTuple' || inferred === true) return '';
  return covariant === true ? '+' : contravariant === true ? '-' : '~';
}

function classOf(sort: Sort): PyClass {
  const cls = builtinClass(sort, undefined, 'typing');
  const Kind = kinds[sort];
  declareType(Kind, cls);
  const hasConstraints = sort === 'TypeVar';
  const make = new Builtin(SIGNATURES[sort], (_run, name: unknown, ...rest: unknown[]) => {
    const constraints = hasConstraints ? (rest.shift() as readonly unknown[]) : [];
    const [bound, covariant, contravariant, inferred] = sort === 'TypeVarTuple' ? [null] : rest;
    const mark = markOf(sort, covariant, contravariant, inferred);
    const byDefault = rest.at(-1) ?? null;
    return new Kind(name, mark, { bound, byDefault, constraints, isLazy: false });
  });
  cls.construct = (run, _cls, args, keywords) => run.call(make, args, keywords);
  define(cls, [
    new Builtin('__repr__(self, /)', (run, self: TypeParameter) => self.mark + str(run, self.name)),
    new Builtin('has_default(self, /)', (_run, self: TypeParameter) => self.byDefault !== null),
    new Builtin('__or__(self, other, /)', (_run, self: unknown, other: unknown) =>
      unionOf([self, other]),
    ),
    new Builtin('__ror__(self, other, /)', (_run, self: unknown, other: unknown) =>
      unionOf([other, self]),
    ),
  ]);
  defineGetters(cls, [
    new Getter('__name__', (_run, self: TypeParameter) => self.name),
    new Getter('__default__', (run, self: TypeParameter) =>
      evaluated(run, self.byDefault, self.isLazy),
    ),
  ]);
  return cls;
}

export const typeVarClass = classOf('TypeVar');
export const paramSpecClass = classOf('ParamSpec');
export const typeVarTupleClass = classOf('TypeVarTuple');

defineGetters(typeVarClass, [
  new Getter('__bound__', (run, self: TypeParameter) => {
    const bound = evaluated(run, self.bound, self.isLazy);
    return self.isLazy && bound instanceof Tuple ? null : bound;
  }),
  new Getter('__constraints__', (run, self: TypeParameter) => {
    const bound = evaluated(run, self.bound, self.isLazy);
    return self.isLazy && bound instanceof Tuple ? bound : new Tuple(self.constraints);
  }),
  new Getter('__covariant__', (_run, self: TypeParameter) => self.mark === '+'),
  new Getter('__contravariant__', (_run, self: TypeParameter) => self.mark === '-'),
  new Getter('__infer_variance__', (_run, self: TypeParameter) => self.mark === ''),
]);
defineGetters(paramSpecClass, [
  new Getter('args', (_run, self: unknown) => self),
  new Getter('kwargs', (_run, self: unknown) => self),
]);
define(typeVarTupleClass, [
  new Builtin('__iter__(self, /)', (run, self: unknown) =>
    run.objects.iterate(run, new Tuple([self])),
  ),
]);

/** One of `class C[T: int = bool]`; bound and default are functions, or null. */
export function typeParameter(
  sort: Sort,
  name: string,
  bound: unknown,
  byDefault: unknown,
): TypeParameter {
  return new kinds[sort](name, '', { bound, byDefault, constraints: [], isLazy: true });
}

/** The type parameters that a class is generic in. */
export function parametersOf(cls: PyClass): readonly unknown[] {
  const own = cls.attributes.get('__parameters__');
  return own instanceof Tuple ? own.items : [];
}

function checkArity(run: Interpreter, cls: PyClass, given: readonly unknown[]): void {
  const wanted = parametersOf(cls);
  if (wanted.length === 0) throw new PyTypeError(`${repr(run, cls)} is not a generic class`);
  const open = wanted.some((each) => each instanceof TypeVarTuple || each instanceof ParamSpec);
  const least = wanted.filter(
    (each) => !(each instanceof TypeVarTuple) && (each as TypeParameter).byDefault === null,
  ).length;
  const isMany = given.length > wanted.length && !open;
  if (!isMany && given.length >= least) return;
  if (open && wanted.length === 1) return;
  const word = isMany ? 'many' : 'few';
  const bound = open || least < wanted.length ? `at ${isMany ? 'most' : 'least'} ` : '';
  const expected = isMany ? wanted.length : least;
  throw new PyTypeError(
    `Too ${word} arguments for ${repr(run, cls)}; actual ${given.length}, ` +
      `expected ${bound}${expected}`,
  );
}

/** `Generic` and `Protocol`: bases whose classes can be subscribed. */
function subscribable(name: string, bases: readonly PyClass[]): PyClass {
  const cls = builtinClass(name, bases, 'typing');
  const subscribe = new Builtin(
    '__class_getitem__(cls, params, /)',
    (run, self: PyClass, params: unknown) => {
      const given = params instanceof Tuple ? params.items : [params];
      if (self.module !== 'typing') checkArity(run, self, given);
      return new GenericAlias(self, given);
    },
  );
  cls.attributes.set('__class_getitem__', subscribe);
  return cls;
}
export const genericClass = subscribable('Generic', [objectClass]);
export const protocolClass = subscribable('Protocol', [genericClass]);

/**
 * What a class statement with these bases derives from: an alias stands for its class, and
 * `Generic[…]` is left out where another base is generic already.
 */
export function realBases(bases: readonly unknown[]): readonly unknown[] {
  return bases.flatMap((base, place) => {
    if (!(base instanceof GenericAlias)) return [base];
    if (base.of !== genericClass) return [base.of];
    const isProtocol = bases.some(
      (each) =>
        each === protocolClass || (each instanceof GenericAlias && each.of === protocolClass),
    );
    const isLater = bases.slice(place + 1).some((each) => each instanceof GenericAlias);
    return isProtocol || isLater ? [] : [base.of];
  });
}

/** Notes on a new class what its bases say of type parameters. */
export function noteGeneric(
  cls: PyClass,
  bases: readonly unknown[],
  own: readonly TypeParameter[],
): void {
  const aliases = bases.filter((each) => each instanceof GenericAlias);
  if (aliases.length > 0) cls.attributes.set('__orig_bases__', new Tuple(bases));
  if (own.length > 0) cls.attributes.set('__type_params__', new Tuple(own));
  if (!isSubclass(cls, genericClass)) return;
  const named = aliases.find((each) => each.of === genericClass || each.of === protocolClass);
  const found = named === undefined ? parametersIn(aliases) : named.args;
  cls.attributes.set('__parameters__', new Tuple(found));
}

defineGetters(typeClass, [
  new Getter('__type_params__', (_run, self: PyClass) => {
    const own = self.attributes.get('__type_params__');
    return own instanceof Tuple ? own : new Tuple([]);
  }),
]);

const aliasClass = builtinClass('TypeAliasType', undefined, 'typing');

export { aliasClass as typeAliasClass };

declareType(TypeAlias, aliasClass);
aliasClass.isFinal = true;
aliasClass.construct = () => {
  throw new NotImplementedError('write a type statement');
};
define(aliasClass, [
  new Builtin('__repr__(self, /)', (_run, self: TypeAlias) => self.name),
  new Builtin('__getitem__(self, index, /)', (_run, self: TypeAlias, index: unknown) => {
    if (self.parameters.length === 0) {
      throw new PyTypeError('Only generic type aliases are subscriptable');
    }
    return new GenericAlias(self, index instanceof Tuple ? index.items : [index]);
  }),
  new Builtin('__or__(self, other, /)', (_run, self: unknown, other: unknown) =>
    unionOf([self, other]),
  ),
  new Builtin('__ror__(self, other, /)', (_run, self: unknown, other: unknown) =>
    unionOf([other, self]),
  ),
]);
defineGetters(aliasClass, [
  new Getter('__name__', (_run, self: TypeAlias) => self.name),
  new Getter('__module__', () => '__main__'),
  new Getter('__type_params__', (_run, self: TypeAlias) => new Tuple(self.parameters)),
  new Getter('__parameters__', (_run, self: TypeAlias) => new Tuple(self.parameters)),
  new Getter('__value__', (run, self: TypeAlias) => {
    if (self.value === undefined) self.value = run.call(self.compute, []);
    return self.value;
  }),
]);
