// Augmented assignment: `a += b` changes lists, sets and dicts in place; everything else is `a = a
// + b`.
// Source: CPython Objects/abstract.c (binary_iop1), Objects/listobject.c (list_inplace_concat).

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import type { BinaryOperator } from '../tree.ts';
import { Instance, notImplemented, Range } from '../values.ts';
import { derivedClass } from './derived.ts';
import { Dict } from './dict.ts';
import { updateDict } from './dict-methods.ts';
import { extend } from './list-methods.ts';
import { binary, operatorName, userResult } from './operators.ts';
import { isSequence, repeat } from './sequences.ts';
import { PySet } from './set.ts';
import { callSpecial, specialOf } from './special.ts';
import { Structural } from './structural.ts';
import { typeName } from './type-of.ts';

/** The new value of `a` after `a operator= b`. Throws TypeError where that is not supported. */
export function inPlace(
  run: Interpreter,
  operator: BinaryOperator,
  a: unknown,
  b: unknown,
): unknown {
  if (typeof a === 'number' || typeof a === 'string') return inPlaceByBinary(run, operator, a, b);
  if (derivedClass(a) !== null) {
    const own = callSpecial(run, a, `__i${operatorName(operator)}__`, [b]);
    if (own !== undefined && own !== notImplemented) return own;
  }
  if (Array.isArray(a) && (operator === '+' || operator === '*')) {
    const reflected = callSpecial(run, b, `__r${operatorName(operator)}__`, [a]);
    if (reflected !== undefined && reflected !== notImplemented) return reflected;
    if (operator === '*') return repeatInPlace(run, a, b);
    extend(run, a, b);
    return a;
  }
  if (a instanceof PySet && !a.frozen && b instanceof PySet && changeSet(operator, a, b)) return a;
  if (a instanceof Dict && operator === '|' && specialOf(a, '__ior__') === undefined) {
    updateDict(run, a, b);
    return a;
  }
  const result = callSpecial(run, a, `__i${operatorName(operator)}__`, [b]);
  if (result !== undefined && result !== notImplemented) return result;
  if (operator === '*' && isSequence(b) && refusesToRepeat(a)) {
    const own = userResult(run, '*', a, b);
    if (own !== undefined) return own;
    throw new PyTypeError(
      `unsupported operand type(s) for *=: '${typeName(a)}' and '${typeName(b)}'`,
    );
  }
  return inPlaceByBinary(run, operator, a, b);
}

/** What has an interface of sequences without repetition: `*=` then does not ask the other one. */
function refusesToRepeat(value: unknown): boolean {
  return value instanceof Range || value instanceof Structural || value instanceof Instance;
}

function repeatInPlace(run: Interpreter, list: unknown[], count: unknown): unknown[] {
  const repeated = repeat(run, list, count) as unknown[];
  list.length = 0;
  for (const item of repeated) list.push(item);
  return list;
}

/** `a operator= b` of two sets; false where sets have no such operator. */
export function changeSet(operator: BinaryOperator, a: PySet, b: PySet): boolean {
  if (operator === '|') a.update(b);
  else if (operator === '-') a.subtract(b);
  else if (operator === '&') a.become(a.intersection(b));
  else if (operator === '^') a.symmetricUpdate(b);
  else return false;
  return true;
}

/** As the plain operator, but the message names the augmented one. */
function inPlaceByBinary(
  run: Interpreter,
  operator: BinaryOperator,
  a: unknown,
  b: unknown,
): unknown {
  try {
    return binary(run, operator, a, b);
  } catch (error) {
    const shown = operator === '**' ? '** or pow()' : operator;
    const plain =
      `unsupported operand type(s) for ${shown}: ` + `'${typeName(a)}' and '${typeName(b)}'`;
    if (error instanceof PyTypeError && error.args[0] === plain && error.traceback === null) {
      error.args = [plain.replace(`for ${shown}:`, `for ${operator}=:`)];
    }
    throw error;
  }
}
