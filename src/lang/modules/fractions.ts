// Module `fractions`: Fraction, a ratio of ints in lowest terms. With ints it stays exact, with
// floats it becomes one. Left out: classes derived from Fraction.
// Source: CPython 3.14 Lib/fractions.py.

import { PyTypeError, ValueError, ZeroDivisionError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass, declareType, define } from '../objects/classes.ts';
import { ClassMethod, defineGetters, Getter } from '../objects/descriptors.ts';
import { toIndex } from '../objects/index-of.ts';
import { type Int, normalise, trueDivideInts } from '../objects/integers.ts';
import { intOf } from '../objects/numbers.ts';
import { binaryFunctions } from '../objects/operators.ts';
import { integerRatio } from '../objects/rounding.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { type OrderOperator, Structural } from '../objects/structural.ts';
import { divmod } from '../objects/summing.ts';
import { Float, notImplemented, PyModule, plainText, Tuple } from '../values.ts';
import { constructs } from './asyncio/construct.ts';
import { divide } from './decimal/arithmetic.ts';
import { formatDecimal } from './decimal/formats.ts';
import { tenTo, wholeNumber } from './decimal/number.ts';
import { Decimal, ratioOf } from './decimal/values.ts';
import { hashOfRatio, plainRatio } from './rational-hash.ts';

function greatestCommon(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Towards minus infinity; `below` is greater than 0. */
function floorDivide(above: bigint, below: bigint): bigint {
  const quotient = above / below;
  return above % below < 0n ? quotient - 1n : quotient;
}

/** To the nearest int, half to even; `below` is greater than 0. */
function nearest(above: bigint, below: bigint): bigint {
  const floor = floorDivide(above, below);
  const double = 2n * (above - floor * below);
  return double > below || (double === below && floor % 2n !== 0n) ? floor + 1n : floor;
}

export class Ratio extends Structural {
  readonly above: bigint;
  readonly below: bigint;

  /** Throws ZeroDivisionError for a denominator of 0. */
  constructor(above: bigint, below: bigint) {
    super();
    if (below === 0n) throw new ZeroDivisionError(`Fraction(${above}, 0)`);
    const common = greatestCommon(above, below) * (below < 0n ? -1n : 1n);
    this.above = above / common;
    this.below = below / common;
  }

  override equalTo(run: Interpreter, other: unknown): boolean | undefined {
    if (other instanceof Float) {
      return Number.isFinite(other.value) && this.equalTo(run, ofFloat(other));
    }
    const ratio = comparable(other);
    if (ratio === null) return undefined;
    return ratio.above === this.above && ratio.below === this.below;
  }

  override orderTo(run: Interpreter, operator: OrderOperator, other: unknown): boolean | undefined {
    if (other instanceof Float) {
      if (Number.isFinite(other.value)) return this.orderTo(run, operator, ofFloat(other));
      return orders(operator, 0, other.value);
    }
    const ratio = comparable(other);
    if (ratio === null) return undefined;
    return orders(operator, this.above * ratio.below, ratio.above * this.below);
  }

  override plainNumber(): unknown {
    return plainRatio(this.above, this.below);
  }

  override hash(): Int {
    return hashOfRatio(this.above, this.below);
  }

  toFloat(): Float {
    return new Float(trueDivideInts(normalise(this.above), normalise(this.below)));
  }

  get text(): string {
    return this.below === 1n ? `${this.above}` : `${this.above}/${this.below}`;
  }
}

function orders<T extends number | bigint>(operator: OrderOperator, a: T, b: T): boolean {
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  return operator === '>' ? a > b : a >= b;
}

function ofFloat({ value }: Float): Ratio {
  const [above, below] = integerRatio(value);
  return new Ratio(BigInt(above), BigInt(below));
}

/** A Fraction or an int as a ratio; null for any other value. */
function rational(value: unknown): Ratio | null {
  if (value instanceof Ratio) return value;
  const whole = intOf(value);
  return whole === undefined ? null : new Ratio(BigInt(whole), 1n);
}

/** What compares with a ratio, a Decimal included. */
function comparable(value: unknown): Ratio | null {
  if (!(value instanceof Decimal)) return rational(value);
  return value.number.isFinite ? new Ratio(...ratioOf(value.number)) : null;
}

const DIGITS = String.raw`\d+(?:_\d+)*`;
const DECIMALS = String.raw`(?:\.(${DIGITS})?)?(?:[eE]([-+]?${DIGITS}))?`;
/** A sign, digits, and a denominator or a fraction and an exponent. */
const LITERAL = new RegExp(
  String.raw`^\s*([-+]?)(?=\d|\.\d)((?:${DIGITS})?)(?:\s*\/\s*(${DIGITS})|${DECIMALS})\s*$`,
);

function ofText(run: Interpreter, text: string): Ratio {
  const found = LITERAL.exec(text);
  if (found === null) {
    throw new ValueError(`Invalid literal for Fraction: ${run.objects.repr(run, text)}`);
  }
  const [, sign, whole, below, fraction = '', exponent = '0'] = found.map((each) =>
    each?.replaceAll('_', ''),
  );
  const digits = BigInt(`${whole}${fraction}` || '0');
  const above = sign === '-' ? -digits : digits;
  if (below !== undefined) return new Ratio(above, BigInt(below));
  const shift = Number(exponent) - fraction.length;
  return shift >= 0 ? new Ratio(above * tenTo(shift), 1n) : new Ratio(above, tenTo(-shift));
}

function make(run: Interpreter, above: unknown, below: unknown): Ratio {
  if (below === null) {
    const text = plainText(above);
    if (typeof text === 'string') return ofText(run, text);
    const ratio = above instanceof Float ? ofFloat(above) : rational(above);
    if (ratio !== null) return ratio;
    if (above instanceof Decimal) return new Ratio(...ratioOf(above.number));
    throw new PyTypeError(
      'argument should be a string or a Rational instance or have the as_integer_ratio() method',
    );
  }
  const [x, y] = [rational(above), rational(below)];
  if (x === null || y === null) {
    throw new PyTypeError('both arguments should be Rational instances');
  }
  return new Ratio(x.above * y.below, x.below * y.above);
}

export const fractionClass = builtinClass('Fraction', undefined, 'fractions');
declareType(Ratio, fractionClass);
constructs(fractionClass, 'Fraction(numerator=0, denominator=None)', make);

type Compute = (a: Ratio, b: Ratio) => unknown;

const quotientOf: Compute = (a, b) => {
  const [above, below] = [a.above * b.below, a.below * b.above];
  if (below === 0n) throw new ZeroDivisionError('division by zero');
  return below < 0n ? floorDivide(-above, -below) : floorDivide(above, below);
};
const floored: Compute = (a, b) => normalise(quotientOf(a, b) as bigint);
const rest: Compute = (a, b) => {
  const quotient = quotientOf(a, b) as bigint;
  return new Ratio(a.above * b.below - quotient * b.above * a.below, a.below * b.below);
};

/** Operators by name, with the sign that floats have it by. */
const operators: readonly (readonly [string, '+' | '-' | '*' | '/' | '//' | '%', Compute])[] = [
  ['add', '+', (a, b) => new Ratio(a.above * b.below + b.above * a.below, a.below * b.below)],
  ['sub', '-', (a, b) => new Ratio(a.above * b.below - b.above * a.below, a.below * b.below)],
  ['mul', '*', (a, b) => new Ratio(a.above * b.above, a.below * b.below)],
  [
    'truediv',
    '/',
    (a, b) => {
      if (b.above === 0n) throw new ZeroDivisionError(`Fraction(${b.below}, 0)`);
      return new Ratio(a.above * b.below, a.below * b.above);
    },
  ],
  ['floordiv', '//', floored],
  ['mod', '%', rest],
];

function bothWays([name, sign, compute]: (typeof operators)[number]): LibraryFunction[] {
  const apply = (run: Interpreter, a: unknown, b: unknown): unknown => {
    const [x, y] = [rational(a), rational(b)];
    if (x !== null && y !== null) return compute(x, y);
    if (!(a instanceof Float || b instanceof Float)) return notImplemented;
    const floats = [a, b].map((each) => (each instanceof Ratio ? each.toFloat() : each));
    return binaryFunctions.get(sign)?.(run, floats[0], floats[1]);
  };
  return [
    new LibraryFunction(`__${name}__(a, b)`.replace('(a', '(self'), apply),
    new LibraryFunction(`__r${name}__(self, a)`, (run, self, other: unknown) =>
      apply(run, other, self),
    ),
  ];
}

function power(run: Interpreter, a: unknown, b: unknown): unknown {
  const [x, y] = [rational(a), rational(b)];
  if (x !== null && y !== null && y.below === 1n) {
    const size = y.above < 0n ? -y.above : y.above;
    run.charge(Number(size));
    const [above, below] = [x.above ** size, x.below ** BigInt(size)];
    return y.above >= 0n ? new Ratio(above, below) : new Ratio(below, above);
  }
  const isNumber = (each: unknown, ratio: Ratio | null): boolean =>
    ratio !== null || each instanceof Float;
  if (!isNumber(a, x) || !isNumber(b, y)) return notImplemented;
  const floats = [x?.toFloat() ?? a, y?.toFloat() ?? b];
  return binaryFunctions.get('**')?.(run, floats[0], floats[1]);
}

/** `divmod(a, b)`. */
function divided(run: Interpreter, a: unknown, b: unknown): unknown {
  const [x, y] = [rational(a), rational(b)];
  if (x !== null && y !== null) return new Tuple([floored(x, y), rest(x, y)]);
  const floats = [x?.toFloat() ?? a, y?.toFloat() ?? b];
  return floats.every((each) => each instanceof Float)
    ? divmod(run, floats[0], floats[1])
    : notImplemented;
}

/** The nearest fraction whose denominator is not greater than `most`. */
function limited({ above, below }: Ratio, most: bigint): Ratio {
  if (most < 1n) throw new ValueError('max_denominator should be at least 1');
  if (below <= most) return new Ratio(above, below);
  let [p0, q0, p1, q1] = [0n, 1n, 1n, 0n];
  let [n, d] = [above, below];
  for (;;) {
    const a = floorDivide(n, d);
    const q2 = q0 + a * q1;
    if (q2 > most) break;
    [p0, q0, p1, q1] = [p1, q1, p0 + a * p1, q2];
    [n, d] = [d, n - a * d];
  }
  const k = (most - q0) / q1;
  if (2n * d * (q0 + k * q1) <= below) return new Ratio(p1, q1);
  return new Ratio(p0 + k * p1, q0 + k * q1);
}

function roundTo({ above, below }: Ratio, digits: unknown): unknown {
  if (digits === null) return normalise(nearest(above, below));
  const places = Number(toIndexOf(digits));
  const unit = tenTo(Math.abs(places));
  if (places > 0) return new Ratio(nearest(above * unit, below), unit);
  return new Ratio(nearest(above, below * unit) * unit, 1n);
}

function toIndexOf(digits: unknown): Int {
  const whole = intOf(digits);
  if (whole === undefined) throw new PyTypeError('an integer is required');
  return whole;
}

/** Digits that a format looks at. */
const WIDE = 1200;

function formatted(self: Ratio, spec: string): string {
  const bounds = {
    precision: WIDE,
    rounding: 'ROUND_HALF_EVEN',
    minExponent: -999999,
    maxExponent: 999999,
    clamps: false,
    signal: () => {},
  } as const;
  const number = divide(wholeNumber(self.above), wholeNumber(self.below), bounds);
  const whole = /^(.*?)(\.\d+)?([fF%])$/su.exec(spec);
  if (whole === null)
    throw new ValueError(`Invalid format specifier '${spec}' for object of type 'Fraction'`);
  const precise = whole[2] === undefined ? `${whole[1]}.6${whole[3]}` : spec;
  return formatDecimal(number, precise, 'ROUND_HALF_EVEN', true);
}

const part = (name: string, of: (self: Ratio) => bigint): LibraryFunction =>
  new LibraryFunction(`${name}(self)`, (_run, self: Ratio) => normalise(of(self)));

define(fractionClass, [
  ...operators.flatMap(bothWays),
  new LibraryFunction('__pow__(self, b, modulo=None)', power),
  new LibraryFunction('__rpow__(self, a, modulo=None)', (run, self: Ratio, other: unknown) => {
    const isPlain = self.below === 1n && (self.above >= 0n || rational(other) === null);
    if (!isPlain && rational(other) !== null) return power(run, other, self);
    const exponent = self.below === 1n ? normalise(self.above) : self.toFloat();
    return binaryFunctions.get('**')?.(run, other, exponent);
  }),
  new LibraryFunction('__divmod__(self, b)', divided),
  new LibraryFunction('__rdivmod__(self, a)', (run, self: Ratio, other: unknown) =>
    divided(run, other, self),
  ),
  new LibraryFunction('__neg__(self)', (_run, self: Ratio) => new Ratio(-self.above, self.below)),
  new LibraryFunction('__pos__(self)', (_run, self: Ratio) => self),
  new LibraryFunction('__abs__(self)', (_run, self: Ratio) =>
    self.above < 0n ? new Ratio(-self.above, self.below) : self,
  ),
  new LibraryFunction('__bool__(self)', (_run, self: Ratio) => self.above !== 0n),
  new LibraryFunction('__float__(self)', (_run, self: Ratio) => self.toFloat()),
  part('__int__', ({ above, below }) => above / below),
  part('__trunc__', ({ above, below }) => above / below),
  part('__floor__', ({ above, below }) => floorDivide(above, below)),
  part('__ceil__', ({ above, below }) => -floorDivide(-above, below)),
  new LibraryFunction('__round__(self, ndigits=None)', (_run, self: Ratio, digits: unknown) =>
    roundTo(self, digits),
  ),
  new LibraryFunction('__str__(self)', (_run, self: Ratio) => self.text),
  new LibraryFunction('__repr__(self)', (_run, { above, below }: Ratio) => {
    return `Fraction(${above}, ${below})`;
  }),
  new LibraryFunction('__format__(self, format_spec, /)', (_run, self: Ratio, spec: string) =>
    spec === '' ? self.text : formatted(self, spec),
  ),
  new LibraryFunction('__copy__(self)', (_run, self: Ratio) => self),
  new LibraryFunction('__deepcopy__(self, memo)', (_run, self: Ratio) => self),
  new LibraryFunction(
    'limit_denominator(self, max_denominator=1000000)',
    (run, self: Ratio, most: unknown) => limited(self, BigInt(toIndex(run, most))),
  ),
  new LibraryFunction('as_integer_ratio(self)', (_run, { above, below }: Ratio) => {
    return new Tuple([normalise(above), normalise(below)]);
  }),
  new LibraryFunction('is_integer(self)', (_run, self: Ratio) => self.below === 1n),
]);
defineGetters(fractionClass, [
  new Getter('numerator', (_run, self: Ratio) => normalise(self.above)),
  new Getter('denominator', (_run, self: Ratio) => normalise(self.below)),
]);
for (const name of ['from_float', 'from_decimal', 'from_number']) {
  const callee = new LibraryFunction(`${name}(cls, value)`, (run, _cls: unknown, value: unknown) =>
    make(run, value, null),
  );
  fractionClass.attributes.set(name, new ClassMethod(callee));
}

/** The module; the same for every run. */
export const fractionsModule = new PyModule(
  'fractions',
  new Map<string, unknown>([['Fraction', fractionClass]]),
);
