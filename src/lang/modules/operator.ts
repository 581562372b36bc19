// Module `operator`: the operators as functions, and the three getters.
// Source: CPython 3.14 Modules/_operator.c, Lib/operator.py.

import { PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { equal, equals, notEquals, ordered } from '../objects/compare.ts';
import { inPlace } from '../objects/in-place.ts';
import { toIndex } from '../objects/index-of.ts';
import { isIterable, iterate, lengthHint, STOP } from '../objects/iteration.ts';
import { contains, length } from '../objects/membership.ts';
import { binary } from '../objects/operators.ts';
import { isSequence } from '../objects/sequences.ts';
import { specialOf } from '../objects/special.ts';
import { deleteItem, getItem, setItem } from '../objects/subscript.ts';
import { truthy } from '../objects/truth.ts';
import { typeName } from '../objects/type-of.ts';
import { absolute, invert, negative, positive } from '../objects/unary.ts';
import type { BinaryOperator } from '../tree.ts';
import { Builtin, Instance, PyModule } from '../values.ts';
import { attributeGetterClass, itemGetterClass, methodCallerClass } from './operator-getters.ts';

/** Names of the binary operators; with an `i` before it, of the augmented ones. */
const ARITHMETIC: readonly (readonly [name: string, operator: BinaryOperator])[] = [
  ['add', '+'],
  ['sub', '-'],
  ['mul', '*'],
  ['matmul', '@'],
  ['truediv', '/'],
  ['floordiv', '//'],
  ['mod', '%'],
  ['pow', '**'],
  ['lshift', '<<'],
  ['rshift', '>>'],
  ['and_', '&'],
  ['or_', '|'],
  ['xor', '^'],
];

const arithmetic = ARITHMETIC.flatMap(([name, operator]) => [
  new Builtin(`${name}(a, b, /)`, (run, a: unknown, b: unknown) => binary(run, operator, a, b)),
  new Builtin(`i${name.replace('_', '')}(a, b, /)`, (run, a: unknown, b: unknown) =>
    inPlace(run, operator, a, b),
  ),
]);

type Comparison = (run: Interpreter, a: unknown, b: unknown) => unknown;

const COMPARISONS: readonly (readonly [name: string, compare: Comparison])[] = [
  ['lt', (run, a, b) => ordered(run, '<', a, b)],
  ['le', (run, a, b) => ordered(run, '<=', a, b)],
  ['gt', (run, a, b) => ordered(run, '>', a, b)],
  ['ge', (run, a, b) => ordered(run, '>=', a, b)],
  ['eq', equals],
  ['ne', notEquals],
  ['is_', (_run, a, b) => a === b],
  ['is_not', (_run, a, b) => a !== b],
];

const comparisons = COMPARISONS.map(([name, compare]) => new Builtin(`${name}(a, b, /)`, compare));

type Unary = (run: Interpreter, a: unknown) => unknown;

const UNARY: readonly (readonly [name: string, compute: Unary])[] = [
  ['neg', negative],
  ['pos', positive],
  ['abs', absolute],
  ['inv', invert],
  ['invert', invert],
  ['not_', (run, a) => !truthy(run, a)],
  ['truth', truthy],
  ['index', toIndex],
  ['is_none', (_run, a) => a === null],
  ['is_not_none', (_run, a) => a !== null],
];

const unary = UNARY.map(([name, compute]) => new Builtin(`${name}(a, /)`, compute));

function checkSequence(value: unknown): void {
  if (isSequence(value) || specialOf(value, '__getitem__') !== undefined) return;
  throw new PyTypeError(`'${typeName(value)}' object can't be concatenated`);
}

function hintOr(run: Interpreter, value: unknown, given: unknown): unknown {
  const otherwise = toIndex(run, given);
  try {
    if (!(value instanceof Instance)) return length(run, value);
  } catch (error) {
    if (!(error instanceof PyTypeError)) throw error;
  }
  return lengthHint(run, value) ?? otherwise;
}

/** Where the item is first, and how often it is there. Throws TypeError. */
function search(run: Interpreter, items: unknown, item: unknown): readonly [number, number] {
  if (!isIterable(items)) {
    throw new PyTypeError(`argument of type '${typeName(items)}' is not iterable`);
  }
  const iterator = iterate(run, items);
  let [first, count] = [-1, 0];
  let at = 0;
  for (let each = iterator.next(); each !== STOP; each = iterator.next(), at++) {
    if (each !== item && !equal(run, each, item)) continue;
    if (count++ === 0) first = at;
  }
  return [first, count];
}

const containers = [
  new Builtin('concat(a, b, /)', (run, a: unknown, b: unknown) => {
    checkSequence(a);
    return binary(run, '+', a, b);
  }),
  new Builtin('iconcat(a, b, /)', (run, a: unknown, b: unknown) => {
    checkSequence(a);
    return inPlace(run, '+', a, b);
  }),
  new Builtin('contains(a, b, /)', contains),
  new Builtin(
    'countOf(a, b, /)',
    (run, items: unknown, item: unknown) => search(run, items, item)[1],
  ),
  new Builtin('indexOf(a, b, /)', (run, items: unknown, item: unknown) => {
    const [first] = search(run, items, item);
    if (first < 0) throw new ValueError('sequence.index(x): x not in sequence');
    return first;
  }),
  new Builtin('getitem(a, b, /)', getItem),
  new Builtin('setitem(a, b, c, /)', (run, a: unknown, key: unknown, value: unknown) => {
    setItem(run, a, key, value);
    return null;
  }),
  new Builtin('delitem(a, b, /)', (run, a: unknown, key: unknown) => {
    deleteItem(run, a, key);
    return null;
  }),
  new Builtin('length_hint(obj, default=0, /)', hintOr),
];

const call = new Builtin(
  'call(obj, /, *args, **kwargs)',
  (run, callee: unknown, args: readonly unknown[], keywords: Map<string, unknown>) =>
    run.call(callee, args, keywords.size === 0 ? null : keywords),
);

const functions = [...arithmetic, ...comparisons, ...unary, ...containers, call];

const WITHOUT_METHOD = new Set(
  'truth is_ is_not is_none is_not_none countOf indexOf length_hint'.split(' '),
);

/** `operator.__add__` and its like: the same functions by the names of their methods. */
const byMethod = functions
  .filter(({ name }) => !WITHOUT_METHOD.has(name))
  .map((each) => [`__${each.name.replace('_', '')}__`, each] as const);

export const operatorModule = new PyModule(
  'operator',
  new Map<string, unknown>([
    ...functions.map((each) => [each.name, each] as const),
    ...byMethod,
    ['itemgetter', itemGetterClass],
    ['attrgetter', attributeGetterClass],
    ['methodcaller', methodCallerClass],
  ]),
);
