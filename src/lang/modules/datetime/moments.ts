// The values of module `datetime`: a date, a time of day, and both together. Each compares by what
// it stands for: moments with a zone by their instant, those without one by their fields.
// Source: CPython 3.14 Modules/_datetimemodule.c (datetime_richcompare, time_richcompare).

import { OverflowError, PyTypeError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { hash } from '../../objects/hash.ts';
import type { Int } from '../../objects/integers.ts';
import { type OrderOperator, Structural } from '../../objects/structural.ts';
import { Tuple } from '../../values.ts';
import {
  type DateFields,
  dateOfOrdinal,
  LAST_ORDINAL,
  microsOf,
  ordinalOf,
  type TimeFields,
  timeOfMicros,
} from './calendar-fields.ts';
import { compareBy, TimeDelta } from './deltas.ts';
import type { TimeZone } from './zones.ts';

const DAY = 86_400_000_000n;

export class PyDate extends Structural {
  readonly date: DateFields;

  constructor(date: DateFields) {
    super();
    this.date = date;
  }

  get ordinal(): number {
    return ordinalOf(this.date);
  }

  equalTo(_run: Interpreter, other: unknown): boolean | undefined {
    if (!(other instanceof PyDate) || other instanceof PyDateTime) return undefined;
    return this.ordinal === other.ordinal;
  }

  override orderTo(_run: Interpreter, operator: OrderOperator, other: unknown) {
    if (!(other instanceof PyDate) || other instanceof PyDateTime) return undefined;
    return compareBy(operator, BigInt(this.ordinal), BigInt(other.ordinal));
  }

  hash(run: Interpreter): Int {
    return hash(run, new Tuple(this.date));
  }
}

/** A day by its ordinal. Throws OverflowError. */
export function checkOrdinal(ordinal: number): DateFields {
  if (ordinal < 1 || ordinal > LAST_ORDINAL) throw new OverflowError('date value out of range');
  return dateOfOrdinal(ordinal);
}

export class PyTime extends Structural {
  readonly time: TimeFields;
  readonly zone: TimeZone | null;
  readonly fold: number;

  constructor(time: TimeFields, zone: TimeZone | null = null, fold = 0) {
    super();
    this.time = time;
    this.zone = zone;
    this.fold = fold;
  }

  /** Microseconds from midnight of UTC where it has a zone. */
  get instant(): bigint {
    return microsOf(this.time) - (this.zone?.offset.total ?? 0n);
  }

  equalTo(_run: Interpreter, other: unknown): boolean | undefined {
    if (!(other instanceof PyTime)) return undefined;
    return (this.zone === null) === (other.zone === null) && this.instant === other.instant;
  }

  override orderTo(_run: Interpreter, operator: OrderOperator, other: unknown) {
    if (!(other instanceof PyTime)) return undefined;
    if ((this.zone === null) !== (other.zone === null)) {
      throw new PyTypeError("can't compare offset-naive and offset-aware times");
    }
    return compareBy(operator, this.instant, other.instant);
  }

  hash(run: Interpreter): Int {
    return hash(run, `time ${this.zone === null} ${this.instant}`);
  }
}

export class PyDateTime extends PyDate {
  readonly time: TimeFields;
  readonly zone: TimeZone | null;
  readonly fold: number;

  constructor(date: DateFields, time: TimeFields, zone: TimeZone | null = null, fold = 0) {
    super(date);
    this.time = time;
    this.zone = zone;
    this.fold = fold;
  }

  /** Microseconds from ordinal 0, as the clock on the wall shows them. */
  get wall(): bigint {
    return BigInt(this.ordinal) * DAY + microsOf(this.time);
  }

  /** The same in UTC, where it has a zone. */
  get instant(): bigint {
    return this.wall - (this.zone?.offset.total ?? 0n);
  }

  override equalTo(_run: Interpreter, other: unknown): boolean | undefined {
    if (!(other instanceof PyDateTime)) return undefined;
    return (this.zone === null) === (other.zone === null) && this.instant === other.instant;
  }

  override orderTo(_run: Interpreter, operator: OrderOperator, other: unknown) {
    if (!(other instanceof PyDateTime)) return undefined;
    this.#checkLike(other, 'compare');
    return compareBy(operator, this.instant, other.instant);
  }

  override hash(run: Interpreter): Int {
    return hash(run, `datetime ${this.zone === null} ${this.instant}`);
  }

  /** `self - other`. */
  since(other: PyDateTime): TimeDelta {
    this.#checkLike(other, 'subtract');
    return new TimeDelta(this.instant - other.instant);
  }

  #checkLike(other: PyDateTime, action: string): void {
    if ((this.zone === null) === (other.zone === null)) return;
    throw new PyTypeError(`can't ${action} offset-naive and offset-aware datetimes`);
  }
}

/** The moment at which a wall clock shows so many microseconds. Throws OverflowError. */
export function momentAt(wall: bigint, zone: TimeZone | null = null, fold = 0): PyDateTime {
  const micros = ((wall % DAY) + DAY) % DAY;
  const ordinal = Number((wall - micros) / DAY);
  return new PyDateTime(checkOrdinal(ordinal), timeOfMicros(micros), zone, fold);
}

/** 1970-01-01 in microseconds from ordinal 0. */
const EPOCH = 719_163n * DAY;

/** The moment so many microseconds after 1970-01-01 00:00 UTC, in a zone. */
export function momentOfUnix(micros: bigint, zone: TimeZone | null): PyDateTime {
  return momentAt(EPOCH + micros + (zone?.offset.total ?? 0n), zone);
}

/** Microseconds after 1970-01-01 00:00 UTC; a moment without a zone is taken for UTC's. */
export function unixMicros(moment: PyDateTime): bigint {
  return moment.instant - EPOCH;
}
