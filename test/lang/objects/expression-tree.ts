// Small expression trees as JSON, evaluated with our operators and built-ins. They are how outcomes
// recorded from CPython are replayed without a parser: each tree was written out as Python,
// evaluated there, and its repr or exception kept.

import { BaseException } from '../../../src/asyncio/exceptions.ts';
import type { Interpreter } from '../../../src/lang/interpreter.ts';
import { getAttribute } from '../../../src/lang/objects/attributes.ts';
import { builtins } from '../../../src/lang/objects/builtins.ts';
import {
  equals,
  notEquals,
  type OrderOperator,
  ordered,
} from '../../../src/lang/objects/compare.ts';
import { Dict } from '../../../src/lang/objects/dict.ts';
import { normalise } from '../../../src/lang/objects/integers.ts';
import { contains } from '../../../src/lang/objects/membership.ts';
import { binary } from '../../../src/lang/objects/operators.ts';
import { repr, str } from '../../../src/lang/objects/repr.ts';
import { PySet } from '../../../src/lang/objects/set.ts';
import { getItem } from '../../../src/lang/objects/subscript.ts';
import { typeName } from '../../../src/lang/objects/type-of.ts';
import { invert, negative, not, positive } from '../../../src/lang/objects/unary.ts';
import type { BinaryOperator } from '../../../src/lang/tree.ts';
import { Float, Range, Slice, Tuple } from '../../../src/lang/values.ts';

export type Tree = { readonly [key: string]: never };
/** `['ok', repr]` or `['err', class, message]`. */
export type Outcome = readonly string[];

const constants = new Map<string, unknown>([
  ['None', null],
  ['True', true],
  ['False', false],
]);

function floatOf(text: string): Float {
  const named = new Map([
    ['inf', Infinity],
    ['-inf', -Infinity],
    ['nan', NaN],
  ]);
  return new Float(named.get(text) ?? Number(text));
}

const unary = new Map([
  ['-', negative],
  ['+', positive],
  ['~', invert],
  ['not', not],
]);

/** The value of a tree. Throws Python's exceptions. */
export function evaluate(run: Interpreter, tree: Tree): unknown {
  const one = (child: Tree): unknown => evaluate(run, child);
  const all = (children: readonly Tree[]): unknown[] => children.map(one);
  if ('c' in tree) return constants.get(tree.c);
  if ('i' in tree) return normalise(BigInt(tree.i));
  if ('f' in tree) return floatOf(tree.f);
  if ('s' in tree) return tree.s;
  if ('l' in tree) return all(tree.l);
  if ('t' in tree) return new Tuple(all(tree.t));
  if ('set' in tree) return new PySet(run, all(tree.set));
  if ('fs' in tree) return new PySet(run, all(tree.fs), true);
  if ('d' in tree) {
    const dict = new Dict(run);
    for (const [key, value] of tree.d as [Tree, Tree][]) dict.set(one(key), one(value));
    return dict;
  }
  if ('r' in tree) {
    const [start, stop, step] = tree.r as number[];
    return new Range(start, stop, step);
  }
  if ('bin' in tree) return binary(run, tree.bin as BinaryOperator, one(tree.a), one(tree.b));
  if ('cmp' in tree) return compare(run, tree.cmp, one(tree.a), one(tree.b));
  if ('un' in tree) return unary.get(tree.un)?.(run, one(tree.a));
  if ('idx' in tree) return getItem(run, one(tree.a), one(tree.idx));
  if ('slice' in tree) {
    const value = one(tree.a);
    const bounds = (tree.slice as (Tree | null)[]).map((x) => (x === null ? null : one(x)));
    return getItem(run, value, new Slice(bounds[0], bounds[1], bounds[2] ?? null));
  }
  if ('call' in tree) return run.call(builtins.get(tree.call), all(tree.args));
  return run.call(getAttribute(run, one(tree.a), tree.meth), all(tree.args));
}

function compare(run: Interpreter, operator: string, a: unknown, b: unknown): unknown {
  switch (operator) {
    case '==':
      return equals(run, a, b);
    case '!=':
      return notEquals(run, a, b);
    case 'in':
      return contains(run, b, a);
    case 'not in':
      return !contains(run, b, a);
    default:
      return ordered(run, operator as OrderOperator, a, b);
  }
}

/** What a tree comes to, as recorded from CPython. Anything but a Python exception is rethrown. */
export function outcome(run: Interpreter, tree: Tree): Outcome {
  try {
    return ['ok', repr(run, evaluate(run, tree))];
  } catch (error) {
    if (!(error instanceof BaseException)) throw error;
    return ['err', typeName(error), str(run, error)];
  }
}
