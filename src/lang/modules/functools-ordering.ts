// `functools.cmp_to_key`, `total_ordering` and `reduce`. Source: CPython
// Modules/_functoolsmodule.c (keyobject_richcompare, functools_reduce), Lib/functools.py
// (_convert).

import { PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { getAttribute, setAttribute } from '../objects/attributes.ts';
import { builtinClass, define } from '../objects/classes.ts';
import { equals, notEquals, ordered } from '../objects/compare.ts';
import { defineGetters, Getter } from '../objects/descriptors.ts';
import { isIterable, iterate, STOP } from '../objects/iteration.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { truthy } from '../objects/truth.ts';
import { typeOf } from '../objects/type-of.ts';
import { Builtin, Instance, notImplemented, PyClass } from '../values.ts';

const keyClass = builtinClass('KeyWrapper', undefined, 'functools');
keyClass.messageName = 'functools.KeyWrapper';
keyClass.isFinal = true;

/** What `cmp_to_key` gives, and, with an object, what that gives. */
class KeyWrapper extends Instance {
  readonly compare: unknown;
  readonly object: unknown;

  constructor(compare: unknown, object: unknown) {
    super(keyClass);
    this.compare = compare;
    this.object = object;
  }
}

function comparing(operator: '<' | '<=' | '>' | '>=' | '==' | '!=') {
  return (run: Interpreter, self: KeyWrapper, other: unknown): unknown => {
    if (!(other instanceof KeyWrapper)) {
      throw new PyTypeError('other argument must be K instance');
    }
    const answer = run.call(self.compare, [self.object, other.object]);
    if (operator === '==') return equals(run, answer, 0);
    return operator === '!=' ? notEquals(run, answer, 0) : ordered(run, operator, answer, 0);
  };
}

define(keyClass, [
  new Builtin('__lt__(self, other, /)', comparing('<')),
  new Builtin('__le__(self, other, /)', comparing('<=')),
  new Builtin('__gt__(self, other, /)', comparing('>')),
  new Builtin('__ge__(self, other, /)', comparing('>=')),
  new Builtin('__eq__(self, other, /)', comparing('==')),
  new Builtin('__ne__(self, other, /)', comparing('!=')),
  new Builtin(
    '__call__(self, obj)',
    (_run, self: KeyWrapper, object: unknown) => new KeyWrapper(self.compare, object),
  ),
]);
keyClass.attributes.set('__hash__', null);
defineGetters(keyClass, [new Getter('obj', (_run, self: KeyWrapper) => self.object ?? null)]);

/** `cmp_to_key(mycmp)`. */
export const cmpToKey = new Builtin(
  'cmp_to_key(mycmp)',
  (_run, compare: unknown) => new KeyWrapper(compare, undefined),
);

type Name = '__lt__' | '__le__' | '__gt__' | '__ge__';

/** In order of preference, as CPython's `max` of the names has it. */
const ROOTS: readonly Name[] = ['__lt__', '__le__', '__gt__', '__ge__'];

/**
 * How an operation follows from another one. It is the other's answer or the
 * contrary, and (`and`) or (`or`) that the two objects are equal or are not.
 */
interface Rule {
  readonly negates: boolean;
  readonly joins: 'and' | 'or' | null;
  readonly asks: '==' | '!=' | null;
}

const rule = (negates: boolean, joins: Rule['joins'] = null, asks: Rule['asks'] = null): Rule => ({
  negates,
  joins,
  asks,
});

const RULES: Readonly<Record<Name, Partial<Record<Name, Rule>>>> = {
  __lt__: {
    __gt__: rule(true, 'and', '!='),
    __le__: rule(false, 'or', '=='),
    __ge__: rule(true),
  },
  __le__: {
    __ge__: rule(true, 'or', '=='),
    __lt__: rule(false, 'and', '!='),
    __gt__: rule(true),
  },
  __gt__: {
    __lt__: rule(true, 'and', '!='),
    __ge__: rule(false, 'or', '=='),
    __le__: rule(true),
  },
  __ge__: {
    __le__: rule(true, 'or', '=='),
    __gt__: rule(false, 'and', '!='),
    __lt__: rule(true),
  },
};

function derived(name: Name, root: Name, { negates, joins, asks }: Rule): LibraryFunction {
  const signature = `${name}(self, other)`;
  return new LibraryFunction(signature, (run, self: unknown, other: unknown) => {
    const answer = run.call(getAttribute(run, typeOf(self), root), [self, other]);
    if (answer === notImplemented) return answer;
    const first: unknown = negates ? !truthy(run, answer) : answer;
    if (joins === null || truthy(run, first) === (joins === 'or')) return first;
    return asks === '==' ? equals(run, self, other) : notEquals(run, self, other);
  });
}

/** `total_ordering(cls)`: adds the operations that a class lacks. Throws ValueError. */
export const totalOrdering = new LibraryFunction('total_ordering(cls)', (run, cls: unknown) => {
  if (!(cls instanceof PyClass)) return cls;
  const has = (name: Name): boolean => {
    const found = cls.lookup(name);
    return found !== undefined && !(found instanceof Builtin && found.owner?.name === 'object');
  };
  const roots = ROOTS.filter(has);
  if (roots.length === 0) {
    throw new ValueError('must define at least one ordering operation: < > <= >=');
  }
  const [root] = roots;
  for (const [name, made] of Object.entries(RULES[root]) as [Name, Rule][]) {
    if (!roots.includes(name)) setAttribute(run, cls, name, derived(name, root, made));
  }
  return cls;
});

/** `reduce(function, iterable, /, initial=...)`. Throws TypeError. */
export const reduce = new Builtin(
  'reduce(function, iterable, /, initial=...)',
  (run, callee: unknown, iterable: unknown, initial: unknown) => {
    if (!isIterable(iterable)) throw new PyTypeError('reduce() arg 2 must support iteration');
    const iterator = iterate(run, iterable);
    let result = initial === undefined ? iterator.next() : initial;
    if (result === STOP) {
      throw new PyTypeError('reduce() of empty iterable with no initial value');
    }
    for (let item = iterator.next(); item !== STOP; item = iterator.next()) {
      result = run.call(callee, [result, item]);
    }
    return result;
  },
);
