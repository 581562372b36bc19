// Module `itertools`: its classes, each called by its own signature. None can be derived from here.
// Source: CPython 3.14 Modules/itertoolsmodule.c.

import { PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { declareType, define } from '../objects/classes.ts';
import { ClassMethod } from '../objects/descriptors.ts';
import { indexOrUndefined, toSize } from '../objects/index-of.ts';
import { ListIterator, toArray } from '../objects/iteration.ts';
import { iteratorClass, type PyIterator } from '../objects/iterator.ts';
import { callBuiltin } from '../objects/signature.ts';
import { truthy } from '../objects/truth.ts';
import { Builtin, Float, type PyClass, PyModule } from '../values.ts';
import * as combining from './itertools-combining.ts';
import * as groups from './itertools-groups.ts';
import * as walking from './itertools-iterators.ts';

const classes = new Map<string, unknown>();

type JsIterator = abstract new (...args: never[]) => PyIterator;

function libraryClass(name: string, jsClass: JsIterator): PyClass {
  const cls = iteratorClass(name, 'itertools');
  cls.messageName = `itertools.${name}`;
  cls.isFinal = true;
  declareType(jsClass, cls);
  return cls;
}

/** A class of the module, what it is called with and what that makes. */
function made(
  jsClass: JsIterator,
  signature: string,
  body: (run: Interpreter, ...args: never[]) => unknown,
): PyClass {
  const builtin = new Builtin(signature, body);
  builtin.constructs = signature.endsWith('/)');
  const cls = libraryClass(builtin.name, jsClass);
  cls.signature = signature;
  cls.construct = (run, _cls, args, keywords) => callBuiltin(run, builtin, args, keywords);
  classes.set(builtin.name, cls);
  return cls;
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Float;
}

function number(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (isNumber(value)) return value;
  throw new PyTypeError('a number is required');
}

const countClass = made(
  groups.Count,
  'count(start=0, step=1)',
  (run, start: unknown, step: unknown) => new groups.Count(run, number(start), number(step)),
);
define(countClass, [
  new Builtin('__repr__(self, /)', (run, { value, step }: groups.Count) => {
    const shown = step === 1 ? '' : `, ${run.objects.repr(run, step)}`;
    return `count(${run.objects.repr(run, value)}${shown})`;
  }),
]);

const repeatClass = made(
  groups.Repeat,
  'repeat(object, times=...)',
  (run, value: unknown, times: unknown) =>
    new groups.Repeat(value, times === undefined ? Number.POSITIVE_INFINITY : toSize(run, times)),
);
define(repeatClass, [
  new Builtin('__repr__(self, /)', (run, { value, left }: groups.Repeat) => {
    const shown = left === Number.POSITIVE_INFINITY ? '' : `, ${left}`;
    return `repeat(${run.objects.repr(run, value)}${shown})`;
  }),
]);

made(
  walking.Cycle,
  'cycle(iterable, /)',
  (run, iterable: unknown) => new walking.Cycle(run, iterable),
);

export const chainClass = made(
  walking.Chain,
  'chain(*iterables)',
  (run, iterables: unknown[]) => new walking.Chain(run, new ListIterator(iterables)),
);
const fromIterable = new Builtin(
  'from_iterable(cls, iterable, /)',
  (run, _cls: unknown, iterable: unknown) => new walking.Chain(run, iterable),
);
chainClass.attributes.set('from_iterable', new ClassMethod(fromIterable));

/** One of the numbers of an islice; `otherwise` for None. */
function bound(run: Interpreter, value: unknown, otherwise: number, message: string): number {
  if (value === null) return otherwise;
  let index: ReturnType<typeof indexOrUndefined>;
  try {
    index = indexOrUndefined(run, value);
  } catch (error) {
    if (!(error instanceof PyTypeError)) throw error;
  }
  if (index === undefined || index < 0) throw new ValueError(message);
  return Number(index);
}

const RANGE = 'for islice() must be None or an integer: 0 <= x <= sys.maxsize.';
const INDICES = `Indices ${RANGE}`;

/** Where an islice stops. -1 stands in C for what is no int; it comes before any other mistake. */
function stopOf(run: Interpreter, value: unknown): number {
  const isNegative = (typeof value === 'number' || typeof value === 'bigint') && value < -1;
  return isNegative ? -2 : bound(run, value, Number.POSITIVE_INFINITY, `Stop argument ${RANGE}`);
}

made(
  walking.Slices,
  'islice(iterable, start, stop=..., step=..., /)',
  (run, iterable: unknown, first: unknown, second: unknown, third: unknown) => {
    const hasStart = second !== undefined;
    const stop = stopOf(run, hasStart ? second : first);
    const start = hasStart ? bound(run, first, 0, INDICES) : 0;
    if (stop < 0) throw new ValueError(INDICES);
    const message = 'Step for islice() must be a positive integer or None.';
    const step = third === undefined ? 1 : bound(run, third, 1, message);
    if (step === 0) throw new ValueError(message);
    return new walking.Slices(run, iterable, start, stop, step);
  },
);

for (const [jsClass, signature] of [
  [walking.TakeWhile, 'takewhile(predicate, iterable, /)'],
  [walking.DropWhile, 'dropwhile(predicate, iterable, /)'],
  [walking.FilterFalse, 'filterfalse(function, iterable, /)'],
  [walking.StarMap, 'starmap(function, iterable, /)'],
] as const) {
  made(jsClass, signature, (run, callee: unknown, from: unknown) => new jsClass(run, callee, from));
}

made(
  walking.Accumulate,
  'accumulate(iterable, func=None, *, initial=None)',
  (run, iterable: unknown, callee: unknown, initial: unknown) =>
    new walking.Accumulate(run, iterable, callee, initial),
);
made(
  walking.Compress,
  'compress(data, selectors)',
  (run, data: unknown, selectors: unknown) => new walking.Compress(run, data, selectors),
);
made(
  walking.Pairwise,
  'pairwise(iterable, /)',
  (run, iterable: unknown) => new walking.Pairwise(run, iterable),
);
made(
  walking.ZipLongest,
  'zip_longest(*iterables, fillvalue=None)',
  (run, iterables: unknown[], fill: unknown) => new walking.ZipLongest(run, iterables, fill),
);
made(
  groups.Batched,
  'batched(iterable, n, *, strict=False)',
  (run, iterable: unknown, count: unknown, strict: unknown) => {
    const size = toSize(run, count);
    if (size < 1) throw new ValueError('n must be at least one');
    return new groups.Batched(run, iterable, size, truthy(run, strict));
  },
);
made(
  groups.GroupBy,
  'groupby(iterable, key=None)',
  (run, iterable: unknown, key: unknown) => new groups.GroupBy(run, iterable, key),
);
libraryClass('_grouper', groups.Group);
libraryClass('_tee', groups.Tee);
classes.set(
  'tee',
  new Builtin('tee(iterable, n=2, /)', (run, iterable: unknown, count: unknown) =>
    groups.tee(run, iterable, toSize(run, count)),
  ),
);

made(
  combining.Product,
  'product(*iterables, repeat=1)',
  (run, iterables: unknown[], repeat: unknown) => {
    const times = toSize(run, repeat);
    if (times < 0) throw new ValueError('repeat argument cannot be negative');
    const pools = times === 0 ? [] : iterables.map((each) => toArray(run, each));
    return new combining.Product(Array.from({ length: times }, () => pools).flat());
  },
);

function lengthOf(run: Interpreter, value: unknown): number {
  const length = toSize(run, value);
  if (length < 0) throw new ValueError('r must be non-negative');
  return length;
}

made(
  combining.Permutations,
  'permutations(iterable, r=None)',
  (run, iterable: unknown, count: unknown) => {
    const pool = toArray(run, iterable);
    if (count === null) return new combining.Permutations(pool, pool.length);
    if (typeof count !== 'number' && typeof count !== 'boolean') {
      throw new PyTypeError('Expected int as r');
    }
    return new combining.Permutations(pool, lengthOf(run, count));
  },
);
made(
  combining.CombinationsWithReplacement,
  'combinations_with_replacement(iterable, r)',
  (run, iterable: unknown, count: unknown) =>
    new combining.CombinationsWithReplacement(toArray(run, iterable), lengthOf(run, count), true),
);
made(
  combining.Combinations,
  'combinations(iterable, r)',
  (run, iterable: unknown, count: unknown) =>
    new combining.Combinations(toArray(run, iterable), lengthOf(run, count), false),
);

export const itertoolsModule = new PyModule('itertools', classes);
