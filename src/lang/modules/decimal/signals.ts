// What a decimal operation may signal, and the exceptions of module `decimal`. A signal is a bit;
// the three conditions that count as InvalidOperation have bits of their own, since the exception
// names them. Source: CPython 3.14 Modules/_decimal/_decimal.c (signal_map, cond_map,
// dec_addstatus), the General Decimal Arithmetic Specification.

import { ArithmeticError, PyTypeError, ZeroDivisionError } from '../../../asyncio/exceptions.ts';
import { builtinClass } from '../../objects/classes.ts';
import { exceptionClassOf } from '../../objects/exception-classes.ts';
import type { PyClass } from '../../values.ts';

export const CLAMPED = 1;
export const INVALID = 2;
export const DIVISION_BY_ZERO = 4;
export const INEXACT = 8;
export const ROUNDED = 16;
export const SUBNORMAL = 32;
export const OVERFLOW = 64;
export const UNDERFLOW = 128;
export const FLOAT_OPERATION = 256;
export const CONVERSION_SYNTAX = 512;
export const DIVISION_IMPOSSIBLE = 1024;
export const DIVISION_UNDEFINED = 2048;
export const INVALID_CONTEXT = 4096;

const CONDITIONS = CONVERSION_SYNTAX | DIVISION_IMPOSSIBLE | DIVISION_UNDEFINED | INVALID_CONTEXT;

/** The flags that signals set: each condition is an InvalidOperation. */
export function flagsOf(signals: number): number {
  return (signals & ~CONDITIONS) | ((signals & CONDITIONS) === 0 ? 0 : INVALID);
}

function classOf(name: string, ...bases: PyClass[]): PyClass {
  return builtinClass(name, bases, 'decimal');
}

export const decimalException = classOf('DecimalException', exceptionClassOf(ArithmeticError));
const invalidOperation = classOf('InvalidOperation', decimalException);
const inexact = classOf('Inexact', decimalException);
const rounded = classOf('Rounded', decimalException);
const subnormal = classOf('Subnormal', decimalException);
const byZero = exceptionClassOf(ZeroDivisionError);

/** In the order in which CPython looks for the one to raise. */
export const SIGNALS: readonly (readonly [bit: number, cls: PyClass])[] = [
  [INVALID, invalidOperation],
  [FLOAT_OPERATION, classOf('FloatOperation', decimalException, exceptionClassOf(PyTypeError))],
  [DIVISION_BY_ZERO, classOf('DivisionByZero', decimalException, byZero)],
  [OVERFLOW, classOf('Overflow', inexact, rounded)],
  [UNDERFLOW, classOf('Underflow', inexact, rounded, subnormal)],
  [SUBNORMAL, subnormal],
  [INEXACT, inexact],
  [ROUNDED, rounded],
  [CLAMPED, classOf('Clamped', decimalException)],
];

export const CONDITION_CLASSES: readonly (readonly [bit: number, cls: PyClass])[] = [
  [CONVERSION_SYNTAX, classOf('ConversionSyntax', invalidOperation)],
  [DIVISION_IMPOSSIBLE, classOf('DivisionImpossible', invalidOperation)],
  [DIVISION_UNDEFINED, classOf('DivisionUndefined', invalidOperation, byZero)],
  [INVALID_CONTEXT, classOf('InvalidContext', invalidOperation)],
];

/** The exception for the signals among `traps`; null where none is. */
export function exceptionFor(signals: number, traps: number): ArithmeticError | null {
  const trapped = flagsOf(signals) & traps;
  if (trapped === 0) return null;
  const [, cls] = SIGNALS.find(([bit]) => (trapped & bit) !== 0) as (typeof SIGNALS)[number];
  const conditions = trapped & INVALID ? CONDITION_CLASSES : [];
  const named = [...conditions, ...SIGNALS].filter(
    ([bit]) => (signals & (bit > FLOAT_OPERATION ? bit : bit & trapped)) !== 0,
  );
  const error = new ArithmeticError(named.map(([, each]) => each));
  error.userClass = cls;
  return error;
}
