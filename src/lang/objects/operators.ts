// The binary operators, one function each: fast paths for two small ints and two floats first, then
// the other built-in kinds, then methods of the program (`__add__`, `__radd__`).
// Ints are exact: a result that leaves the safe integers is computed again as a bigint.
// Source: CPython Objects/abstract.c (binary_op1, binop_type_error), Objects/longobject.c,
// Objects/floatobject.c.

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import type { BinaryOperator } from '../tree.ts';
import {
  Builtin,
  Float,
  NumberInstance,
  notImplemented,
  plainText,
  TextInstance,
} from '../values.ts';
import { type BitOperator, combineBits } from './bit-operators.ts';
import { strClass } from './classes.ts';
import { derivedClass } from './derived.ts';
import { DictView } from './dict-views.ts';
import { floatDivide, floatFloorDivide, floatModulo, floatPower } from './float-math.ts';
import {
  addInts,
  floorDivideInts,
  type Int,
  isSafe,
  moduloInts,
  multiplyInts,
  powerInts,
  shiftLeft,
  shiftRight,
  subtractInts,
  toFloat,
  trueDivideInts,
} from './integers.ts';
import { intOf, isPlainFloat, type Quantity, quantityOf } from './numbers.ts';
import { concatenate, isSequence, repeat } from './sequences.ts';
import { PySet } from './set.ts';
import { callBuiltin } from './signature.ts';
import { callSpecial, specialOf } from './special.ts';
import { isSubclass, typeName, typeOf } from './type-of.ts';
import { combineViews } from './view-operators.ts';

/** `a + b`. */
export function add(run: Interpreter, a: unknown, b: unknown): unknown {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    return isSafe(sum) ? sum : addInts(a, b);
  }
  if (isPlainFloat(a) && isPlainFloat(b)) return new Float(a.value + b.value);
  const x = quantityOf(a);
  const y = x === undefined ? undefined : quantityOf(b);
  if (x !== undefined && y !== undefined) {
    const own = derivedResult(run, '+', a, b);
    if (own !== undefined) return own;
    if (a instanceof Float || b instanceof Float) {
      return new Float(toFloat(x) + toFloat(y));
    }
    return addInts(x, y);
  }
  const result = userResult(run, '+', a, b);
  return result === undefined ? (concatenate(run, a, b) ?? unsupported('+', a, b)) : result;
}

/** `a - b`. */
export function subtract(run: Interpreter, a: unknown, b: unknown): unknown {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    return isSafe(difference) ? difference : subtractInts(a, b);
  }
  if (isPlainFloat(a) && isPlainFloat(b)) return new Float(a.value - b.value);
  const x = quantityOf(a);
  const y = x === undefined ? undefined : quantityOf(b);
  if (x !== undefined && y !== undefined) {
    const own = derivedResult(run, '-', a, b);
    if (own !== undefined) return own;
    if (a instanceof Float || b instanceof Float) {
      return new Float(toFloat(x) - toFloat(y));
    }
    return subtractInts(x, y);
  }
  if (a instanceof PySet && b instanceof PySet) {
    const derived = derivedResult(run, '-', a, b);
    return derived === undefined ? a.difference(b) : derived;
  }
  if (a instanceof DictView || b instanceof DictView) {
    const difference = combineViews(run, '-', a, b);
    if (difference !== undefined) return difference;
  }
  return answered(run, '-', a, b);
}

/** `a * b`. */
export function multiply(run: Interpreter, a: unknown, b: unknown): unknown {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    return isSafe(product) ? product + 0 : multiplyInts(run, a, b);
  }
  if (isPlainFloat(a) && isPlainFloat(b)) return new Float(a.value * b.value);
  const x = quantityOf(a);
  const y = x === undefined ? undefined : quantityOf(b);
  if (x !== undefined && y !== undefined) {
    const own = derivedResult(run, '*', a, b);
    if (own !== undefined) return own;
    if (a instanceof Float || b instanceof Float) {
      return new Float(toFloat(x) * toFloat(y));
    }
    return multiplyInts(run, x, y);
  }
  const result = userResult(run, '*', a, b);
  if (result !== undefined) return result;
  const [left, right] = [plainText(a), plainText(b)];
  if (isSequence(left)) return repeat(run, left, b);
  return isSequence(right) ? repeat(run, right, a) : unsupported('*', a, b);
}

/** `a / b`. */
export function divide(run: Interpreter, a: unknown, b: unknown): unknown {
  if (isPlainFloat(a) && isPlainFloat(b)) return new Float(floatDivide(a.value, b.value));
  return arithmetic(run, '/', a, b, trueDivideInts, floatDivide, true) ?? answered(run, '/', a, b);
}

/** `a // b`. */
export function floorDivide(run: Interpreter, a: unknown, b: unknown): unknown {
  if (typeof a === 'number' && typeof b === 'number') return floorDivideInts(a, b);
  return (
    arithmetic(run, '//', a, b, floorDivideInts, floatFloorDivide, false) ??
    answered(run, '//', a, b)
  );
}

/** `a % b`: also a text with its arguments. */
export function modulo(run: Interpreter, a: unknown, b: unknown): unknown {
  if (typeof a === 'number' && typeof b === 'number') return moduloInts(a, b);
  if (typeof a === 'string' || a instanceof TextInstance) {
    const format = specialOf(a, '__mod__') ?? strClass.lookup('__mod__');
    if (format instanceof Builtin) return callBuiltin(run, format, [a, b]);
  }
  return arithmetic(run, '%', a, b, moduloInts, floatModulo, false) ?? answered(run, '%', a, b);
}

/** `a ** b`. */
export function power(run: Interpreter, a: unknown, b: unknown): unknown {
  const x = quantityOf(a);
  const y = x === undefined ? undefined : quantityOf(b);
  if (x === undefined || y === undefined) {
    return answered(run, '**', a, b);
  }
  const own = derivedResult(run, '**', a, b);
  if (own !== undefined) return own;
  if (a instanceof Float || b instanceof Float || y < 0) {
    return new Float(floatPower(toFloat(x), toFloat(y)));
  }
  return powerInts(run, x, y);
}

/** `a @ b`: no built-in value supports it. */
export function matrixMultiply(run: Interpreter, a: unknown, b: unknown): unknown {
  return answered(run, '@', a, b);
}

/** `a << b`. */
export function leftShift(run: Interpreter, a: unknown, b: unknown): unknown {
  const x = intOf(a);
  const y = x === undefined ? undefined : intOf(b);
  if (x !== undefined && y !== undefined) {
    return derivedResult(run, '<<', a, b) ?? shiftLeft(run, x, y);
  }
  return answered(run, '<<', a, b);
}

/** `a >> b`. */
export function rightShift(run: Interpreter, a: unknown, b: unknown): unknown {
  const x = intOf(a);
  const y = x === undefined ? undefined : intOf(b);
  if (x !== undefined && y !== undefined) {
    return derivedResult(run, '>>', a, b) ?? shiftRight(x, y);
  }
  return answered(run, '>>', a, b);
}

/** `a & b`. */
export function bitAnd(run: Interpreter, a: unknown, b: unknown): unknown {
  return bits(run, '&', a, b);
}

/** `a | b`. */
export function bitOr(run: Interpreter, a: unknown, b: unknown): unknown {
  return bits(run, '|', a, b);
}

/** `a ^ b`. */
export function bitXor(run: Interpreter, a: unknown, b: unknown): unknown {
  return bits(run, '^', a, b);
}

function bits(run: Interpreter, operator: BitOperator, a: unknown, b: unknown): unknown {
  const derived = derivedResult(run, operator, a, b);
  if (derived !== undefined) return derived;
  return combineBits(run, operator, a, b) ?? answered(run, operator, a, b);
}

/** Two numbers by one of two functions; undefined where one is no number. */
function arithmetic(
  run: Interpreter,
  operator: string,
  a: unknown,
  b: unknown,
  ofInts: (x: Int, y: Int) => Int,
  ofFloats: (x: number, y: number) => number,
  givesFloat: boolean,
): unknown {
  const x = quantityOf(a);
  const y: Quantity | undefined = x === undefined ? undefined : quantityOf(b);
  if (x === undefined || y === undefined) return undefined;
  const own = derivedResult(run, operator, a, b);
  if (own !== undefined) return own;
  if (a instanceof Float || b instanceof Float) {
    return new Float(ofFloats(toFloat(x), toFloat(y)));
  }
  const result = ofInts(x, y);
  return givesFloat ? new Float(result as number) : result;
}

/** The names of the methods behind an operator: `__add__`, `__radd__`, `__iadd__`. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['+', 'add'],
  ['-', 'sub'],
  ['*', 'mul'],
  ['/', 'truediv'],
  ['//', 'floordiv'],
  ['%', 'mod'],
  ['**', 'pow'],
  ['@', 'matmul'],
  ['<<', 'lshift'],
  ['>>', 'rshift'],
  ['&', 'and'],
  ['|', 'or'],
  ['^', 'xor'],
  ['divmod', 'divmod'],
]);

/**
 * What methods of the program or of a module give for `a operator b`; undefined where there are
 * none or they give NotImplemented.
 */
export function userResult(run: Interpreter, operator: string, a: unknown, b: unknown): unknown {
  if (typeof a !== 'object' && typeof b !== 'object') return undefined;
  const name = NAMES.get(operator) ?? operator;
  const direct = `__${name}__`;
  const mirror = `__r${name}__`;
  const [left, right] = [typeOf(a), typeOf(b)];
  const mirrored = left === right ? undefined : specialOf(b, mirror);
  const rightFirst =
    mirrored !== undefined && isSubclass(right, left) && left.lookup(mirror) !== mirrored;
  if (rightFirst) {
    const answer = callSpecial(run, b, mirror, [a]);
    if (answer !== undefined && answer !== notImplemented) return answer;
  }
  const answer = callSpecial(run, a, direct, [b]);
  if (answer !== undefined && answer !== notImplemented) return answer;
  if (mirrored === undefined || rightFirst) return undefined;
  const reflected = callSpecial(run, b, mirror, [a]);
  return reflected === notImplemented ? undefined : reflected;
}

/** The same where one of them is of a class of the program that derives from a ready-made one. */
function derivedResult(run: Interpreter, operator: string, a: unknown, b: unknown): unknown {
  if (!isDerived(a) && !isDerived(b)) return undefined;
  return userResult(run, operator, a, b);
}

function isDerived(value: unknown): boolean {
  if (typeof value !== 'object' || isPlainFloat(value)) return false;
  return value instanceof NumberInstance || derivedClass(value) !== null;
}

/** What `userResult` gives. Throws TypeError where that is nothing. */
export function answered(run: Interpreter, operator: string, a: unknown, b: unknown): unknown {
  const result = userResult(run, operator, a, b);
  return result === undefined ? unsupported(operator, a, b) : result;
}

/** Throws the TypeError of an operator that the two operands do not support. */
export function unsupported(operator: string, a: unknown, b: unknown): never {
  const shown = operator === '**' ? '** or pow()' : operator === 'divmod' ? 'divmod()' : operator;
  throw new PyTypeError(
    `unsupported operand type(s) for ${shown}: '${typeName(a)}' and '${typeName(b)}'`,
  );
}

export type BinaryFunction = (run: Interpreter, a: unknown, b: unknown) => unknown;

/** The function of each binary operator, for the compiler. */
export const binaryFunctions: ReadonlyMap<BinaryOperator, BinaryFunction> = new Map<
  BinaryOperator,
  BinaryFunction
>([
  ['+', add],
  ['-', subtract],
  ['*', multiply],
  ['/', divide],
  ['//', floorDivide],
  ['%', modulo],
  ['**', power],
  ['@', matrixMultiply],
  ['<<', leftShift],
  ['>>', rightShift],
  ['&', bitAnd],
  ['|', bitOr],
  ['^', bitXor],
]);

/** `a operator b`. */
export function binary(
  run: Interpreter,
  operator: BinaryOperator,
  a: unknown,
  b: unknown,
): unknown {
  return (binaryFunctions.get(operator) as BinaryFunction)(run, a, b);
}

/** The method name of an operator without its underscores: `add` of `+`. */
export function operatorName(operator: string): string {
  return NAMES.get(operator) ?? operator;
}
