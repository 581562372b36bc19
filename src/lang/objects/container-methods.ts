// The special methods of built-in classes under their names: `d.__getitem__` as a key function,
// `x.__len__()`, `hasattr(x, '__iter__')`. The operators do not go through these.
// Source: CPython Objects/typeobject.c (slotdefs).

import { ByteArray, bytearrayClass, bytesClass, Octets } from '../bytes/octets.ts';
import type { Interpreter } from '../interpreter.ts';
import { Builtin, Float, notImplemented, type PyClass } from '../values.ts';
import { reversed } from './builtin-iterators.ts';
import * as classes from './classes.ts';
import { builtinEqual, builtinOrder, equal, type OrderOperator, ordered } from './compare.ts';
import { DictItems, DictKeys, DictValues } from './dict-views.ts';
import { hash } from './hash.ts';
import { builtinIterator } from './iteration.ts';
import { builtinContains, builtinLength } from './membership.ts';
import { intOf, quantityOf } from './numbers.ts';
import { reprOfCore } from './repr.ts';
import { PySet } from './set.ts';
import { builtinItem, deleteBuiltinItem, setBuiltinItem } from './subscript.ts';
import { isOfClass, typeOf } from './type-of.ts';

const views = [DictKeys, DictValues, DictItems].map((view) =>
  typeOf(Object.create(view.prototype)),
);
const sized = [
  classes.strClass,
  classes.listClass,
  classes.tupleClass,
  classes.dictClass,
  classes.setClass,
  classes.frozensetClass,
  classes.rangeClass,
  ...views,
];
for (const cls of sized) {
  classes.define(cls, [
    new Builtin('__len__(self, /)', builtinLength),
    new Builtin('__contains__(self, key, /)', builtinContains),
    new Builtin('__iter__(self, /)', builtinIterator),
  ]);
}

const indexed = [
  classes.strClass,
  classes.listClass,
  classes.tupleClass,
  classes.dictClass,
  classes.rangeClass,
];
for (const cls of indexed) {
  classes.define(cls, [new Builtin('__getitem__(self, key, /)', builtinItem)]);
}

for (const cls of [classes.listClass, classes.dictClass, classes.rangeClass, ...views]) {
  classes.define(cls, [new Builtin('__reversed__(self, /)', reversed)]);
}

for (const cls of [classes.listClass, classes.dictClass]) {
  classes.define(cls, [
    new Builtin('__setitem__(self, key, value, /)', (run, self: unknown, key, value: unknown) => {
      setBuiltinItem(run, self, key, value);
      return null;
    }),
    new Builtin('__delitem__(self, key, /)', (run, self: unknown, key: unknown) => {
      deleteBuiltinItem(run, self, key);
      return null;
    }),
  ]);
}

const shown = [
  ...[...sized, classes.intClass, classes.floatClass, classes.boolClass, classes.sliceClass],
  ...[classes.noneClass, classes.functionClass, classes.typeClass],
  ...[classes.builtinFunctionClass, classes.methodClass, classes.methodDescriptorClass],
  ...[classes.ellipsisClass, classes.notImplementedClass],
];
for (const cls of shown) classes.define(cls, [new Builtin('__repr__(self, /)', reprOfCore)]);
classes.define(classes.strClass, [new Builtin('__str__(self, /)', (_run, self: string) => self)]);

for (const cls of [
  ...[classes.intClass, classes.floatClass, classes.strClass, classes.tupleClass],
  ...[classes.frozensetClass, classes.rangeClass, classes.sliceClass, classes.noneClass],
]) {
  classes.define(cls, [new Builtin('__hash__(self, /)', (run, self: unknown) => hash(run, self))]);
}
for (const cls of [classes.listClass, classes.dictClass, classes.setClass]) {
  cls.attributes.set('__hash__', null);
}

function sameKind(a: unknown, b: unknown): boolean {
  return a instanceof Float ? quantityOf(b) !== undefined : intOf(b) !== undefined;
}

/** Whether a method of `cls` knows what `value` is. */
function knows(cls: PyClass, self: unknown, value: unknown): boolean {
  if (quantityOf(self) !== undefined) return sameKind(self, value);
  if (self instanceof ByteArray && value instanceof Octets) return true;
  return isOfClass(value, cls) || (self instanceof PySet && value instanceof PySet);
}

/** `a == b`, past what a class of the program makes of it. */
function plainlyEqual(run: Interpreter, a: unknown, b: unknown): boolean {
  return quantityOf(a) === undefined ? builtinEqual(run, a, b, 0) : equal(run, a, b);
}

const comparable = [
  classes.intClass,
  classes.floatClass,
  classes.strClass,
  bytesClass,
  bytearrayClass,
  classes.listClass,
  classes.tupleClass,
  classes.setClass,
  classes.frozensetClass,
];
function plainOrder(run: Interpreter, operator: OrderOperator, a: unknown, b: unknown): unknown {
  if (typeof a !== 'object' || a instanceof Float) return ordered(run, operator, a, b);
  return builtinOrder(run, operator, a, b, 0);
}
const orders: readonly (readonly [string, OrderOperator])[] = [
  ['__lt__', '<'],
  ['__le__', '<='],
  ['__gt__', '>'],
  ['__ge__', '>='],
];
for (const cls of [...comparable, classes.dictClass, classes.rangeClass]) {
  classes.define(cls, [
    new Builtin('__eq__(self, value, /)', (run, self: unknown, value: unknown) =>
      knows(cls, self, value) ? plainlyEqual(run, self, value) : notImplemented,
    ),
    new Builtin('__ne__(self, value, /)', (run, self: unknown, value: unknown) =>
      knows(cls, self, value) ? !plainlyEqual(run, self, value) : notImplemented,
    ),
  ]);
}
for (const cls of [...comparable, classes.dictClass, classes.rangeClass]) {
  const hasOrder = comparable.includes(cls);
  for (const [name, operator] of orders) {
    classes.define(cls, [
      new Builtin(`${name}(self, value, /)`, (run, self: unknown, value: unknown) =>
        hasOrder && knows(cls, self, value)
          ? plainOrder(run, operator, self, value)
          : notImplemented,
      ),
    ]);
  }
}

for (const cls of [
  classes.functionClass,
  classes.builtinFunctionClass,
  classes.methodClass,
  classes.methodDescriptorClass,
  classes.typeClass,
]) {
  classes.define(cls, [
    new Builtin(
      '__call__(self, /, *args, **keywords)',
      (run, self: unknown, args: unknown[], keywords: ReadonlyMap<string, unknown>) =>
        run.call(self, args, keywords),
    ),
  ]);
}
