// The operators and methods of `decimal.Decimal`, and those of contexts that do the same.
// Source: CPython 3.14 Modules/_decimal/_decimal.c, Lib/_pydecimal.py.

import { OverflowError, PyTypeError, ValueError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { define } from '../../objects/classes.ts';
import { ClassMethod, defineGetters, Getter } from '../../objects/descriptors.ts';
import { normalise } from '../../objects/integers.ts';
import { bind } from '../../objects/signature.ts';
import { Builtin, Float, notImplemented, Tuple } from '../../values.ts';
import { classOf } from '../collections/namedtuple.ts';
import * as arithmetic from './arithmetic.ts';
import { contextOr, currentContext, roundingOf } from './context.ts';
import { formatDecimal } from './formats.ts';
import { DecimalNumber, decimalText, tenTo } from './number.ts';
import { exp, ln, log10, power, squareRoot } from './powers.ts';
import { type Bounds, fix, type Rounding, rescaled } from './rounding.ts';
import {
  convert,
  Decimal,
  decimalClass,
  ofFloat,
  operand,
  ratioOf,
  requiredOperand,
} from './values.ts';

export type Binary = (a: DecimalNumber, b: DecimalNumber, bounds: Bounds) => DecimalNumber;
export type Unary = (a: DecimalNumber, bounds: Bounds) => DecimalNumber;

export const made = (number: DecimalNumber): Decimal => new Decimal(number);

export const plus: Unary = (a, bounds) =>
  arithmetic.nanResult(bounds, a) ??
  fix(a.isZero && bounds.rounding !== 'ROUND_FLOOR' ? a.withSign(false) : a, bounds);
export const minus: Unary = (a, bounds) =>
  a.isNan ? plus(a, bounds) : plus(a.withSign(!a.isNegative), bounds);
export const absolute: Unary = (a, bounds) => (a.isNegative ? minus(a, bounds) : plus(a, bounds));

export const quotient: Binary = (a, b, bounds) =>
  arithmetic.divideWhole(a, b, bounds, 'quotient')[0];
export const remainder: Binary = (a, b, bounds) => arithmetic.divideWhole(a, b, bounds, 'rest')[1];

/** `a.max(b)`, `a.min(b)`: a number goes before a NaN. */
function extreme(sign: number): Binary {
  return (a, b, bounds) => {
    const numbers = [a, b].filter(({ kind }) => kind !== 'nan');
    if (numbers.length === 1 && numbers[0].kind !== 'snan') return fix(numbers[0], bounds);
    const nan = arithmetic.nanResult(bounds, a, b);
    if (nan !== null) return nan;
    const order = arithmetic.compareValues(a, b) || totalOrder(a, b);
    return fix(order * sign >= 0 ? a : b, bounds);
  };
}

/** Of numbers of equal value: by sign, then by exponent. */
function totalOrder(a: DecimalNumber, b: DecimalNumber): number {
  if (a.isNegative !== b.isNegative) return a.isNegative ? -1 : 1;
  const order = a.exponent === b.exponent ? 0 : a.exponent < b.exponent ? -1 : 1;
  return a.isNegative ? -order : order;
}

const compare: Binary = (a, b, bounds) =>
  arithmetic.nanResult(bounds, a, b) ?? fromOrder(arithmetic.compareValues(a, b));

function fromOrder(order: number): DecimalNumber {
  return new DecimalNumber(order < 0, BigInt(Math.abs(order)), 0);
}

const scaleb: Binary = (a, b, bounds) => {
  const nan = arithmetic.nanResult(bounds, a, b);
  if (nan !== null) return nan;
  if (!a.isFinite) return a;
  const shift = Number(b.coefficient * tenTo(Math.max(b.exponent, 0))) * (b.isNegative ? -1 : 1);
  return fix(new DecimalNumber(a.isNegative, a.coefficient, a.exponent + shift), bounds);
};

const operators: readonly (readonly [name: string, compute: Binary])[] = [
  ['add', arithmetic.add],
  ['sub', arithmetic.subtract],
  ['mul', arithmetic.multiply],
  ['truediv', arithmetic.divide],
  ['floordiv', quotient],
  ['mod', remainder],
];

/** An operator and its reflected form, which know Decimal and int. */
function bothWays([name, compute]: (typeof operators)[number]): Builtin[] {
  const method = (title: string, isReflected: boolean): Builtin =>
    new Builtin(`${title}(self, value, /)`, (run, self: Decimal, value: unknown) => {
      const other = operand(value);
      if (other === null) return notImplemented;
      const context = currentContext(run);
      run.charge(4);
      return made(
        isReflected ? compute(other, self.number, context) : compute(self.number, other, context),
      );
    });
  return [method(`__${name}__`, false), method(`__r${name}__`, true)];
}

function powerOf(run: Interpreter, a: unknown, b: unknown, modulus: unknown): unknown {
  const [x, y] = [operand(a), operand(b)];
  if (x === null || y === null) return notImplemented;
  if (modulus !== null) throw new PyTypeError('pow() of decimals with a modulus is not supported');
  run.charge(64);
  return made(power(x, y, currentContext(run)));
}

function divmodOf(run: Interpreter, a: unknown, b: unknown): unknown {
  const [x, y] = [operand(a), operand(b)];
  if (x === null || y === null) return notImplemented;
  return new Tuple(arithmetic.divideWhole(x, y, currentContext(run), 'both').map(made));
}

/** The int that a number is rounded to. Throws ValueError, OverflowError. */
function toInt(self: Decimal, rounding: Rounding): number | bigint {
  const { number } = self;
  if (number.isNan) throw new ValueError('cannot convert NaN to integer');
  if (!number.isFinite) throw new OverflowError('cannot convert Infinity to integer');
  const { coefficient, exponent, isNegative } =
    number.exponent >= 0 ? number : rescaled(number, 0, rounding);
  const size = coefficient * tenTo(exponent);
  return normalise(isNegative ? -size : size);
}

function toFloat({ number }: Decimal): Float {
  if (number.kind === 'snan') throw new ValueError('cannot convert signaling NaN to float');
  if (number.isNan) return new Float(number.isNegative ? -NaN : NaN);
  return new Float(Number(decimalText(number)));
}

function roundTo(run: Interpreter, self: Decimal, digits: unknown): unknown {
  if (digits === null || digits === undefined) return toInt(self, 'ROUND_HALF_EVEN');
  if (typeof digits !== 'number') throw new PyTypeError('optional arg must be an integer');
  const unit = new DecimalNumber(false, 1n, -digits);
  const context = currentContext(run);
  return made(arithmetic.quantize(self.number, unit, context.rounding, context));
}

function ratio({ number }: Decimal): Tuple {
  if (!number.isFinite) {
    throw number.isNan
      ? new ValueError('cannot convert NaN to integer ratio')
      : new OverflowError('cannot convert Infinity to integer ratio');
  }
  return new Tuple(ratioOf(number).map(normalise));
}

function asTuple(run: Interpreter, { number }: Decimal): unknown {
  const { kind, coefficient, isNegative } = number;
  const hasDigits = kind === 'finite' || coefficient !== 0n;
  const digits = hasDigits
    ? [...coefficient.toString()].map(Number)
    : kind === 'infinite'
      ? [0]
      : [];
  const exponent = { finite: number.exponent, infinite: 'F', nan: 'n', snan: 'N' }[kind];
  const cls = classOf(run, 'DecimalTuple', ['sign', 'digits', 'exponent'], []);
  return run.call(cls, [Number(isNegative), new Tuple(digits), exponent]);
}

export function quantizeTo(
  run: Interpreter,
  self: Decimal,
  unit: unknown,
  rounding: unknown,
  given: unknown,
): Decimal {
  const context = contextOr(run, given);
  const by = rounding === null ? context.rounding : roundingOf(rounding);
  return made(arithmetic.quantize(self.number, requiredOperand(unit), by, context));
}

function numberClass({ number }: Decimal, { minExponent }: Bounds): string {
  if (number.isNan) return number.kind === 'nan' ? 'NaN' : 'sNaN';
  const sign = number.isNegative ? '-' : '+';
  if (!number.isFinite) return `${sign}Infinity`;
  if (number.isZero) return `${sign}Zero`;
  return number.adjusted < minExponent ? `${sign}Subnormal` : `${sign}Normal`;
}

/** Methods that a Decimal and a context have alike: of one operand, and of two. */
export const unaries: readonly (readonly [string, Unary])[] = [
  ['sqrt', squareRoot],
  ['exp', exp],
  ['ln', ln],
  ['log10', log10],
  ['normalize', arithmetic.normalize],
];
export const binaries: readonly (readonly [string, Binary])[] = [
  ['compare', compare],
  ['max', extreme(1)],
  ['min', extreme(-1)],
  ['scaleb', scaleb],
];

const tests: readonly (readonly [string, (number: DecimalNumber) => boolean])[] = [
  ['is_nan', (number) => number.isNan],
  ['is_qnan', ({ kind }) => kind === 'nan'],
  ['is_snan', ({ kind }) => kind === 'snan'],
  ['is_infinite', ({ kind }) => kind === 'infinite'],
  ['is_finite', (number) => number.isFinite],
  ['is_zero', (number) => number.isZero],
  ['is_signed', (number) => number.isNegative],
];

const integrals = ['to_integral_value', 'to_integral', 'to_integral_exact'] as const;

define(decimalClass, [
  ...operators.flatMap(bothWays),
  new Builtin('__pow__(self, value, mod=None, /)', powerOf),
  new Builtin('__rpow__(self, value, mod=None, /)', (run, self, value: unknown, modulus: unknown) =>
    powerOf(run, value, self, modulus),
  ),
  new Builtin('__divmod__(self, value, /)', divmodOf),
  new Builtin('__rdivmod__(self, value, /)', (run, self, value: unknown) =>
    divmodOf(run, value, self),
  ),
  ...(
    [
      ['__neg__', minus],
      ['__pos__', plus],
      ['__abs__', absolute],
    ] as const
  ).map(
    ([name, compute]) =>
      new Builtin(`${name}(self, /)`, (run, self: Decimal) =>
        made(compute(self.number, currentContext(run))),
      ),
  ),
  new Builtin('__bool__(self, /)', (_run, self: Decimal) => !self.number.isZero),
  new Builtin('__int__(self, /)', (_run, self: Decimal) => toInt(self, 'ROUND_DOWN')),
  new Builtin('__trunc__(self, /)', (_run, self: Decimal) => toInt(self, 'ROUND_DOWN')),
  new Builtin('__floor__(self, /)', (_run, self: Decimal) => toInt(self, 'ROUND_FLOOR')),
  new Builtin('__ceil__(self, /)', (_run, self: Decimal) => toInt(self, 'ROUND_CEILING')),
  new Builtin('__float__(self, /)', (_run, self: Decimal) => toFloat(self)),
  new Builtin('__round__(self, ndigits=None, /)', roundTo),
  new Builtin('__str__(self, /)', (run, self: Decimal) =>
    decimalText(self.number, false, currentContext(run).capitals === 1),
  ),
  new Builtin('__repr__(self, /)', (run, self: Decimal) => {
    return `Decimal('${decimalText(self.number, false, currentContext(run).capitals === 1)}')`;
  }),
  new Builtin('__format__(self, fmtarg, /)', (run, self: Decimal, spec: string) => {
    const { rounding, capitals } = currentContext(run);
    if (spec === '') return decimalText(self.number, false, capitals === 1);
    return formatDecimal(self.number, spec, rounding, capitals === 1);
  }),
  new Builtin('__copy__(self, /)', (_run, self: Decimal) => self),
  new Builtin('__deepcopy__(self, memo, /)', (_run, self: Decimal) => self),
  ...unaries.map(
    ([name, compute]) =>
      new Builtin(`${name}(self, /, context=None)`, (run, self: Decimal, context: unknown) => {
        run.charge(64);
        return made(compute(self.number, contextOr(run, context)));
      }),
  ),
  ...binaries.map(
    ([name, compute]) =>
      new Builtin(`${name}(self, /, other, context=None)`, (run, self: Decimal, other, context) =>
        made(compute(self.number, requiredOperand(other), contextOr(run, context))),
      ),
  ),
  ...tests.map(
    ([name, test]) => new Builtin(`${name}(self, /)`, (_run, self: Decimal) => test(self.number)),
  ),
  ...integrals.map(
    (name) =>
      new Builtin(
        `${name}(self, /, rounding=None, context=None)`,
        (run, self: Decimal, rounding: unknown, given: unknown) => {
          const context = contextOr(run, given);
          const by = rounding === null ? context.rounding : roundingOf(rounding);
          const notesLoss = name === 'to_integral_exact';
          return made(arithmetic.integral(self.number, by, context, notesLoss));
        },
      ),
  ),
  new Builtin('quantize(self, /, exp, rounding=None, context=None)', quantizeTo),
  new Builtin('as_tuple(self, /)', asTuple),
  new Builtin('as_integer_ratio(self, /)', (_run, self: Decimal) => ratio(self)),
  new Builtin('adjusted(self, /)', (_run, { number }: Decimal) =>
    number.isFinite ? number.adjusted : 0,
  ),
  new Builtin('copy_abs(self, /)', (_run, self: Decimal) => made(self.number.withSign(false))),
  new Builtin('copy_negate(self, /)', (_run, self: Decimal) =>
    made(self.number.withSign(!self.number.isNegative)),
  ),
  new Builtin('copy_sign(self, /, other, context=None)', (_run, self: Decimal, other: unknown) =>
    made(self.number.withSign(requiredOperand(other).isNegative)),
  ),
  new Builtin(
    'same_quantum(self, /, other, context=None)',
    (_run, self: Decimal, other: unknown) => {
      const [a, b] = [self.number, requiredOperand(other)];
      return a.kind === b.kind && a.exponent === b.exponent;
    },
  ),
  new Builtin(
    'fma(self, /, other, third, context=None)',
    (run, self: Decimal, ...given: unknown[]) => {
      const [other, third, context] = given;
      const bounds = contextOr(run, context);
      const wide: Bounds = {
        ...bounds,
        precision: 999999,
        signal: (signals) => bounds.signal(signals),
      };
      const product = arithmetic.multiply(self.number, requiredOperand(other), wide);
      return made(arithmetic.add(product, requiredOperand(third), bounds));
    },
  ),
  new Builtin('number_class(self, /, context=None)', (run, self: Decimal, context: unknown) =>
    numberClass(self, contextOr(run, context)),
  ),
  new Builtin('logb(self, /, context=None)', (_run, { number }: Decimal) =>
    made(requiredOperand(number.adjusted)),
  ),
  new Builtin('to_eng_string(self, /, context=None)', (_run, self: Decimal) =>
    decimalText(self.number, true),
  ),
  new Builtin('conjugate(self, /)', (_run, self: Decimal) => self),
  new Builtin('canonical(self, /)', (_run, self: Decimal) => self),
  new Builtin('radix(self, /)', () => made(requiredOperand(10))),
]);
defineGetters(decimalClass, [
  new Getter('real', (_run, self: Decimal) => self),
  new Getter('imag', () => made(requiredOperand(0))),
]);
decimalClass.attributes.set(
  'from_float',
  new ClassMethod(
    new Builtin('from_float(cls, f, /)', (_run, _cls: unknown, value: unknown) => {
      if (value instanceof Float) return made(ofFloat(value.value));
      const number = operand(value);
      if (number !== null && !(value instanceof Decimal)) return made(number);
      throw new PyTypeError('argument must be int or float');
    }),
  ),
);
const make = new Builtin(
  "Decimal(value='0', context=None)",
  (run, value: unknown, context: unknown) =>
    value instanceof Decimal ? value : made(convert(run, value, contextOr(run, context))),
);
make.constructs = true;
decimalClass.signature = make.signature;
decimalClass.construct = (run, called, args, keywords) => {
  if (called !== decimalClass) {
    throw new PyTypeError(`a class derived from Decimal is not supported: hold one instead`);
  }
  return make.body(run, ...(bind(make, args, keywords) as never[]));
};
