// The operators of built-in classes as methods under their names: `int.__add__` as a function,
// `x.__rsub__(3)`, `[1].__mul__(2)`. The operators themselves do not go through these.
// Source: CPython Objects/typeobject.c (slotdefs, wrap_indexargfunc), Objects/longobject.c,
// Objects/listobject.c, Objects/setobject.c, Objects/dictobject.c.

import type { Interpreter } from '../interpreter.ts';
import { formatPercent } from '../text/percent.ts';
import type { BinaryOperator } from '../tree.ts';
import { Builtin, Float, notImplemented, type PyClass, type Tuple } from '../values.ts';
import { type BitOperator, combineBits } from './bit-operators.ts';
import * as classes from './classes.ts';
import { Dict } from './dict.ts';
import { updateDict } from './dict-methods.ts';
import { changeSet } from './in-place.ts';
import { toIndex } from './index-of.ts';
import { toFloat } from './integers.ts';
import { extend } from './list-methods.ts';
import { intOf, plainNumber, quantityOf } from './numbers.ts';
import { type BinaryFunction, binaryFunctions, operatorName } from './operators.ts';
import { round } from './rounding.ts';
import { concatenate, repeat } from './sequences.ts';
import { PySet } from './set.ts';
import { divmod, pow } from './summing.ts';
import { truthy } from './truth.ts';
import { absolute, invert, negative, positive } from './unary.ts';

type Accepts = (value: unknown) => boolean;

const isNumber: Accepts = (value) => quantityOf(value) !== undefined;
const isInt: Accepts = (value) => intOf(value) !== undefined;
const isSet: Accepts = (value) => value instanceof PySet;
const isDict: Accepts = (value) => value instanceof Dict;

/** `compute` as `__name__` and `__rname__`: NotImplemented for an operand of another kind. */
function defineBothWays(
  cls: PyClass,
  name: string,
  accepts: Accepts,
  compute: BinaryFunction,
): void {
  const method = (title: string, body: BinaryFunction): Builtin =>
    new Builtin(`${title}(self, value, /)`, (run: Interpreter, self: unknown, value: unknown) =>
      accepts(value) ? body(run, self, value) : notImplemented,
    );
  classes.define(cls, [
    method(`__${name}__`, compute),
    method(`__r${name}__`, (run, self, value) => compute(run, value, self)),
  ]);
}

/** What the core makes of two numbers, whatever a class of the program makes of them. */
function computing(operator: BinaryOperator): BinaryFunction {
  const compute = binaryFunctions.get(operator) as BinaryFunction;
  return (run, a, b) => compute(run, plainNumber(a), plainNumber(b));
}

const BIT_OPERATORS: readonly BinaryOperator[] = ['<<', '>>', '&', '|', '^'];
const ARITHMETIC: readonly BinaryOperator[] = ['+', '-', '*', '/', '//', '%'];
for (const operator of [...ARITHMETIC, ...BIT_OPERATORS]) {
  defineBothWays(classes.intClass, operatorName(operator), isInt, computing(operator));
}
for (const operator of ARITHMETIC) {
  defineBothWays(classes.floatClass, operatorName(operator), isNumber, computing(operator));
}
for (const [cls, accepts] of [
  [classes.intClass, isInt],
  [classes.floatClass, isNumber],
] as const) {
  defineBothWays(cls, 'divmod', accepts, divmod);
  const powerBy = (title: string, swap: boolean): Builtin =>
    new Builtin(`${title}(self, value, mod=None, /)`, (run, self, value: unknown, mod: unknown) => {
      if (!accepts(value)) return notImplemented;
      return swap ? pow(run, value, self, mod) : pow(run, self, value, mod);
    });
  classes.define(cls, [
    powerBy('__pow__', false),
    powerBy('__rpow__', true),
    new Builtin('__neg__(self, /)', negative),
    new Builtin('__pos__(self, /)', positive),
    new Builtin('__abs__(self, /)', absolute),
    new Builtin('__bool__(self, /)', truthy),
    new Builtin('__float__(self, /)', (_run, self) => new Float(toFloat(quantityOf(self)!))),
    new Builtin('__round__(self, ndigits=None, /)', round),
  ]);
}
classes.define(classes.intClass, [
  new Builtin('__invert__(self, /)', invert),
  new Builtin('__index__(self, /)', positive),
  new Builtin('__int__(self, /)', positive),
]);
classes.define(classes.floatClass, [
  new Builtin('__int__(self, /)', (run, self: Float) =>
    run.call(classes.floatClass.lookup('__trunc__'), [self]),
  ),
]);

type Sequence = string | unknown[] | Tuple;
for (const cls of [classes.strClass, classes.listClass, classes.tupleClass]) {
  const repeated = (run: Interpreter, self: Sequence, count: unknown): unknown =>
    repeat(run, self, toIndex(run, count));
  classes.define(cls, [
    new Builtin('__add__(self, value, /)', concatenate),
    new Builtin('__mul__(self, value, /)', repeated),
    new Builtin('__rmul__(self, value, /)', repeated),
  ]);
}
classes.define(classes.strClass, [
  new Builtin('__mod__(self, value, /)', (run, self: string, value: unknown) =>
    formatPercent(run, self, value),
  ),
  new Builtin('__rmod__(self, value, /)', (run, self: string, value: unknown) =>
    typeof value === 'string' ? formatPercent(run, value, self) : notImplemented,
  ),
]);
classes.define(classes.listClass, [
  new Builtin('__iadd__(self, value, /)', (run, self: unknown[], value: unknown) => {
    extend(run, self, value);
    return self;
  }),
  new Builtin('__imul__(self, value, /)', (run, self: unknown[], count: unknown) => {
    const items = repeat(run, self, toIndex(run, count)) as unknown[];
    self.length = 0;
    for (const item of items) self.push(item);
    return self;
  }),
]);

/** Sets by an operator, past what a class of the program makes of it. */
function combineSets(operator: '-' | BitOperator): BinaryFunction {
  if (operator === '-') return (_run, a, b) => (a as PySet).difference(b as PySet);
  return (run, a, b) => combineBits(run, operator, a, b);
}

for (const operator of ['-', '&', '|', '^'] as const) {
  const combine = combineSets(operator);
  const name = operatorName(operator);
  for (const cls of [classes.setClass, classes.frozensetClass]) {
    defineBothWays(cls, name, isSet, combine);
  }
  classes.define(classes.setClass, [
    new Builtin(`__i${name}__(self, value, /)`, (_run, self: PySet, value: unknown) => {
      return value instanceof PySet && changeSet(operator, self, value) ? self : notImplemented;
    }),
  ]);
}

defineBothWays(classes.dictClass, 'or', isDict, (_run, a, b) => {
  const merged = (a as Dict).copy();
  for (const { key, value } of (b as Dict).entries()) merged.set(key, value);
  return merged;
});
classes.define(classes.dictClass, [
  new Builtin('__ior__(self, value, /)', (run, self: Dict, value: unknown) => {
    updateDict(run, self, value);
    return self;
  }),
]);
