// `datetime.timedelta`: a span of time, exact to the microsecond. Floats are taken as they are and
// rounded once, half to even; products and quotients with floats are exact before they are rounded.
// Source: CPython 3.14 Modules/_datetimemodule.c (delta_new, accum, delta_to_string).

import { OverflowError, PyTypeError, ZeroDivisionError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { builtinClass, declareType, define } from '../../objects/classes.ts';
import { defineGetters, Getter } from '../../objects/descriptors.ts';
import { hash } from '../../objects/hash.ts';
import { type Int, normalise, trueDivideInts } from '../../objects/integers.ts';
import { integerRatio, truncate } from '../../objects/rounding.ts';
import { callBuiltin } from '../../objects/signature.ts';
import { type OrderOperator, Structural } from '../../objects/structural.ts';
import { isInt, typeName } from '../../objects/type-of.ts';
import { Builtin, Float, notImplemented, Tuple } from '../../values.ts';

const SECOND = 1_000_000n;
const DAY = 86_400n * SECOND;
const MOST_DAYS = 999_999_999n;

/** How two amounts, instants or spans, compare by an operator. */
export function compareBy(operator: OrderOperator, a: bigint, b: bigint): boolean {
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  return operator === '>' ? a > b : a >= b;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** a / b, to the nearest whole number, half to even. */
function divideNearest(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new ZeroDivisionError('division by zero');
  const [top, bottom] = b < 0n ? [-a, -b] : [a, b];
  const quotient = floorDivide(top, bottom);
  const rest = 2n * (top - quotient * bottom);
  const isUp = rest > bottom || (rest === bottom && quotient % 2n !== 0n);
  return isUp ? quotient + 1n : quotient;
}

export class TimeDelta extends Structural {
  readonly total: bigint;

  /** Of microseconds. Throws OverflowError beyond 999999999 days. */
  constructor(total: bigint) {
    super();
    this.total = total;
    const days = floorDivide(total, DAY);
    if (days <= MOST_DAYS && days >= -MOST_DAYS) return;
    if (days > 2n ** 31n || days < -(2n ** 31n)) {
      throw new OverflowError('Python int too large to convert to C int');
    }
    throw new OverflowError(`days=${days}; must have magnitude <= ${MOST_DAYS}`);
  }

  get days(): number {
    return Number(floorDivide(this.total, DAY));
  }

  get seconds(): number {
    return Number((this.total - BigInt(this.days) * DAY) / SECOND);
  }

  get microseconds(): number {
    return Number((this.total - BigInt(this.days) * DAY) % SECOND);
  }

  equalTo(_run: Interpreter, other: unknown): boolean | undefined {
    return other instanceof TimeDelta ? this.total === other.total : undefined;
  }

  override orderTo(_run: Interpreter, operator: OrderOperator, other: unknown) {
    return other instanceof TimeDelta ? compareBy(operator, this.total, other.total) : undefined;
  }

  hash(run: Interpreter): Int {
    return hash(run, new Tuple([this.days, this.seconds, this.microseconds]));
  }
}

export const timeDeltaClass = builtinClass('timedelta', undefined, 'datetime');
timeDeltaClass.messageName = 'datetime.timedelta';
timeDeltaClass.isFinal = true;
declareType(TimeDelta, timeDeltaClass);

/** Microseconds in each argument, in the order in which CPython adds them up. */
const FACTORS: readonly (readonly [string, bigint])[] = [
  ['microseconds', 1n],
  ['milliseconds', 1000n],
  ['seconds', SECOND],
  ['minutes', 60n * SECOND],
  ['hours', 3600n * SECOND],
  ['days', DAY],
  ['weeks', 7n * DAY],
];

/** A whole number of microseconds, and the fraction of one that is left over. */
interface Sum {
  whole: bigint;
  rest: number;
}

function addTo(sum: Sum, name: string, value: unknown, factor: bigint): void {
  if (isInt(value)) {
    sum.whole += BigInt(value) * factor;
    return;
  }
  if (!(value instanceof Float)) {
    throw new PyTypeError(`unsupported type for timedelta ${name} component: ${typeName(value)}`);
  }
  const whole = BigInt(truncate(value.value));
  const fraction = Number(factor) * (value.value - Number(whole));
  sum.whole += whole * factor + BigInt(Math.trunc(fraction));
  sum.rest += fraction - Math.trunc(fraction);
}

/** The left-over fraction rounded half to even, by whether the whole is odd. */
function rounded({ whole, rest }: Sum): bigint {
  if (rest === 0) return whole;
  const size = Math.abs(rest);
  const floor = Math.floor(size);
  const isOdd = (whole + BigInt(floor)) % 2n !== 0n;
  const up = size - floor > 0.5 || (size - floor === 0.5 && isOdd) ? 1 : 0;
  return whole + BigInt(rest < 0 ? -(floor + up) : floor + up);
}

const make = new Builtin(
  '__new__(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)',
  (_run, ...args: unknown[]) => {
    const [days, seconds, microseconds, milliseconds, minutes, hours, weeks] = args;
    const given = [microseconds, milliseconds, seconds, minutes, hours, days, weeks];
    const sum: Sum = { whole: 0n, rest: 0 };
    FACTORS.forEach(([name, factor], i) => {
      addTo(sum, name, given[i], factor);
    });
    return new TimeDelta(rounded(sum));
  },
);
timeDeltaClass.signature = make.signature.replace('__new__', 'timedelta');
timeDeltaClass.construct = (run, _cls, args, keywords) => callBuiltin(run, make, args, keywords);

function deltaRepr(_run: Interpreter, self: TimeDelta): string {
  const parts = (['days', 'seconds', 'microseconds'] as const)
    .filter((name) => self[name] !== 0)
    .map((name) => `${name}=${self[name]}`);
  return `datetime.timedelta(${parts.join(', ') || '0'})`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `1 day, 0:00:05.000001`. */
export function deltaText({ days, seconds, microseconds }: TimeDelta): string {
  const dayText = days === 0 ? '' : `${days} day${Math.abs(days) === 1 ? '' : 's'}, `;
  const fraction = microseconds === 0 ? '' : `.${String(microseconds).padStart(6, '0')}`;
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return `${dayText}${hours}:${two(minutes)}:${two(seconds % 60)}${fraction}`;
}

/** An int or float as an exact fraction; null for anything else. */
function ratioOf(value: unknown): readonly [bigint, bigint] | null {
  if (isInt(value)) return [BigInt(value), 1n];
  if (!(value instanceof Float)) return null;
  const [top, bottom] = integerRatio(value.value);
  return [BigInt(top), BigInt(bottom)];
}

function times(_run: Interpreter, self: TimeDelta, other: unknown): unknown {
  const ratio = ratioOf(other);
  if (ratio === null) return notImplemented;
  return new TimeDelta(divideNearest(self.total * ratio[0], ratio[1]));
}

function divide(_run: Interpreter, self: TimeDelta, other: unknown): unknown {
  if (other instanceof TimeDelta) {
    return new Float(trueDivideInts(normalise(self.total), normalise(other.total)));
  }
  const ratio = ratioOf(other);
  if (ratio === null) return notImplemented;
  return new TimeDelta(divideNearest(self.total * ratio[1], ratio[0]));
}

/** Whole quotient and rest of two spans; undefined where the other is none. */
function divided(self: TimeDelta, other: unknown): readonly [Int, TimeDelta] | undefined {
  if (!(other instanceof TimeDelta)) return undefined;
  if (other.total === 0n) throw new ZeroDivisionError('division by zero');
  const quotient = floorDivide(self.total, other.total);
  return [normalise(quotient), new TimeDelta(self.total - quotient * other.total)];
}

type BinaryMethod = (run: Interpreter, self: TimeDelta, other: unknown) => unknown;

const operators: readonly (readonly [string, BinaryMethod])[] = [
  ['add', (_run, self, other) => sumOf(self, other, 1n)],
  ['radd', (_run, self, other) => sumOf(self, other, 1n)],
  ['sub', (_run, self, other) => sumOf(self, other, -1n)],
  ['mul', times],
  ['rmul', times],
  ['truediv', divide],
  [
    'floordiv',
    (_run, self, other) => {
      if (!isInt(other)) return divided(self, other)?.[0] ?? notImplemented;
      if (BigInt(other) === 0n) throw new ZeroDivisionError('division by zero');
      return new TimeDelta(floorDivide(self.total, BigInt(other)));
    },
  ],
  ['mod', (_run, self, other) => divided(self, other)?.[1] ?? notImplemented],
  [
    'divmod',
    (_run, self, other) => {
      const both = divided(self, other);
      return both === undefined ? notImplemented : new Tuple(both);
    },
  ],
];

function sumOf(self: TimeDelta, other: unknown, sign: bigint): unknown {
  if (!(other instanceof TimeDelta)) return notImplemented;
  return new TimeDelta(self.total + sign * other.total);
}

define(timeDeltaClass, [
  ...operators.map(([name, method]) => new Builtin(`__${name}__(self, other, /)`, method)),
  new Builtin('__neg__(self, /)', (_run, self: TimeDelta) => new TimeDelta(-self.total)),
  new Builtin('__pos__(self, /)', (_run, self: TimeDelta) => self),
  new Builtin('__abs__(self, /)', (_run, self: TimeDelta) =>
    self.total < 0n ? new TimeDelta(-self.total) : self,
  ),
  new Builtin('__bool__(self, /)', (_run, self: TimeDelta) => self.total !== 0n),
  new Builtin('__repr__(self, /)', deltaRepr),
  new Builtin('__str__(self, /)', (_run, self: TimeDelta) => deltaText(self)),
  new Builtin(
    'total_seconds(self, /)',
    (_run, self: TimeDelta) => new Float(trueDivideInts(normalise(self.total), Number(SECOND))),
  ),
]);
defineGetters(
  timeDeltaClass,
  (['days', 'seconds', 'microseconds'] as const).map(
    (name) => new Getter(name, (_run, self: TimeDelta) => self[name]),
  ),
);
timeDeltaClass.attributes.set('min', new TimeDelta(-MOST_DAYS * DAY));
timeDeltaClass.attributes.set('max', new TimeDelta((MOST_DAYS + 1n) * DAY - 1n));
timeDeltaClass.attributes.set('resolution', new TimeDelta(1n));
