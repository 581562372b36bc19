// The format mini-language: `format(value, spec)` of str, int, bool and float. A spec is
// [[fill]align][sign][z][#][0][width][grouping][.precision[grouping]][type]; it is parsed in full,
// then checked against the type, in CPython's order, since the first complaint is the one that is
// seen.
// Source: CPython 3.14 Python/formatter_unicode.c.

import { OverflowError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import { LimitReached } from '../../base/stop.ts';
import { Float, NumberInstance, TextInstance } from '../values.ts';
import { formatFloat, formatInt } from './format-number.ts';
import { codePoints, lengthOf, sliceText } from './quote.ts';
import { decimalValue } from './unicode.ts';

/**
 * A parsed spec. `width` and `precision` are -1, `sign`, `type` and the separators '' where absent.
 */
export interface FormatSpec {
  readonly fill: string;
  readonly align: string;
  readonly sign: string;
  readonly noNegativeZero: boolean;
  readonly alternate: boolean;
  readonly width: number;
  readonly thousands: string;
  readonly precision: number;
  readonly fractionThousands: string;
  readonly type: string;
}

const LARGEST_SIZE = 9223372036854775807n;
const COLLECTION_LIMIT = 50_000_000;

function isAlign(character: string | undefined): boolean {
  return character === '<' || character === '>' || character === '=' || character === '^';
}

/** Reads a spec character by character. */
class SpecReader {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(spec: string) {
    this.#characters = codePoints(spec);
  }

  peek(ahead = 0): string | undefined {
    return this.#characters[this.#at + ahead];
  }

  skip(count: number): void {
    this.#at += count;
  }

  take(character: string): boolean {
    if (this.peek() !== character) return false;
    this.#at++;
    return true;
  }

  get left(): number {
    return this.#characters.length - this.#at;
  }

  /** An unsigned integer; -1 where there is none. */
  integer(): number {
    let digits = '';
    for (let c = this.peek(); c !== undefined; c = this.peek()) {
      const digit = decimalValue(c.codePointAt(0) as number);
      if (digit < 0) break;
      digits += digit;
      this.#at++;
    }
    if (digits === '') return -1;
    if (digits.length > 18 && BigInt(digits) > LARGEST_SIZE) {
      throw new ValueError('Too many decimal digits in format string');
    }
    return Number(digits);
  }

  /** `,` or `_`; '' where there is neither. */
  separator(): string {
    let found = this.take(',') ? ',' : '';
    if (this.peek() === '_') {
      if (found !== '') throw bothSeparators();
      this.skip(1);
      found = '_';
    }
    if (found === '_' && this.peek() === ',') throw bothSeparators();
    return found;
  }
}

function bothSeparators(): ValueError {
  return new ValueError("Cannot specify both ',' and '_'.");
}

/** A type character as messages show it. */
function shownType(type: string): string {
  const code = type.codePointAt(0) as number;
  return code > 32 && code < 128 ? `'${type}'` : `'\\x${code.toString(16)}'`;
}

/** The separator of thousands must suit the type; that of the fraction is refused by `n` alone. */
function checkSeparator(separator: string, type: string): void {
  if (separator === '' || 'defgEG%F'.includes(type)) return;
  if (separator === '_' && 'boxX'.includes(type)) return;
  throw new ValueError(`Cannot specify '${separator}' with ${shownType(type)}.`);
}

/**
 * Parses a format spec. `defaultType` and `defaultAlign` are what the value's class sets,
 * `className` its name in messages. Throws ValueError.
 */
export function parseFormatSpec(
  spec: string,
  className: string,
  defaultType: string,
  defaultAlign: string,
): FormatSpec {
  const reader = new SpecReader(spec);
  let fill = ' ';
  let align = defaultAlign;
  const hasFill = isAlign(reader.peek(1));
  const hasAlign = hasFill || isAlign(reader.peek());
  if (hasFill) fill = reader.peek() as string;
  if (hasAlign) align = reader.peek(hasFill ? 1 : 0) as string;
  reader.skip(hasFill ? 2 : hasAlign ? 1 : 0);
  const next = reader.peek();
  const sign = next === ' ' || next === '+' || next === '-' ? next : '';
  if (sign !== '') reader.skip(1);
  const noNegativeZero = reader.take('z');
  const alternate = reader.take('#');
  if (!hasFill && reader.take('0')) {
    fill = '0';
    if (!hasAlign && defaultAlign === '>') align = '=';
  }
  const width = reader.integer();
  const thousands = reader.separator();
  let precision = -1;
  let fractionThousands = '';
  if (reader.take('.')) {
    precision = reader.integer();
    fractionThousands = reader.separator();
    if (precision < 0 && fractionThousands === '') {
      throw new ValueError('Format specifier missing precision');
    }
  }
  if (reader.left > 1) {
    throw new ValueError(`Invalid format specifier '${spec}' for object of type '${className}'`);
  }
  const type = reader.peek() ?? defaultType;
  checkSeparator(thousands, type);
  if (type === 'n') checkSeparator(fractionThousands, type);
  return {
    fill,
    align,
    sign,
    noNegativeZero,
    alternate,
    width,
    thousands,
    precision,
    fractionThousands,
    type,
  };
}

function unknownType(type: string, className: string): ValueError {
  return new ValueError(`Unknown format code ${shownType(type)} for object of type '${className}'`);
}

function checkSize(size: number, limit: number): void {
  if (size > limit) {
    throw new LimitReached('items in one collection or string', limit, '--max-collection');
  }
}

function formatText(text: string, spec: FormatSpec, limit: number): string {
  if (spec.type !== 's') throw unknownType(spec.type, 'str');
  if (spec.sign !== '') {
    const what = spec.sign === ' ' ? 'Space' : 'Sign';
    throw new ValueError(`${what} not allowed in string format specifier`);
  }
  if (spec.noNegativeZero) {
    throw new ValueError('Negative zero coercion (z) not allowed in string format specifier');
  }
  if (spec.alternate) {
    throw new ValueError('Alternate form (#) not allowed in string format specifier');
  }
  if (spec.align === '=') {
    throw new ValueError("'=' alignment not allowed in string format specifier");
  }
  checkSize(spec.width, limit);
  const shown = spec.precision < 0 ? text : sliceText(text, 0, spec.precision);
  const padding = spec.width - lengthOf(shown);
  if (padding <= 0) return shown;
  const left = spec.align === '<' ? 0 : spec.align === '^' ? padding >> 1 : padding;
  return spec.fill.repeat(left) + shown + spec.fill.repeat(padding - left);
}

function formatInteger(
  value: number | bigint,
  spec: FormatSpec,
  className: string,
  limit: number,
): string {
  if ('bcdoxXn'.includes(spec.type)) {
    // With a precision, there is CPython's error to come.
    if (spec.precision < 0) checkSize(spec.width, limit);
    return formatInt(value, spec);
  }
  if (!'eEfFgG%'.includes(spec.type)) throw unknownType(spec.type, className);
  const float = Number(value);
  if (!Number.isFinite(float)) throw new OverflowError('int too large to convert to float');
  return formatReal(float, spec, limit);
}

function formatReal(value: number, spec: FormatSpec, limit: number): string {
  if (spec.precision > 0x7fffffff) throw new ValueError('precision too big');
  const dropsZeros = !spec.alternate && (spec.type === '' || 'gGn'.includes(spec.type));
  checkSize(dropsZeros ? spec.width : Math.max(spec.width, spec.precision), limit);
  return formatFloat(value, spec);
}

/** The names of the classes that this module formats by itself. */
function plainTypeName(value: unknown): string {
  if (value === null) return 'NoneType';
  return Array.isArray(value) ? 'list' : 'object';
}

/**
 * `format(value, spec)` for values of the built-in classes. `str` and `typeName` are asked about
 * every value that is not a str, int, bool or float: those take an empty spec only, as in
 * object.__format__. `limit` bounds the code points of the result. Throws ValueError, TypeError and
 * OverflowError with CPython's messages.
 */
export function formatValue(
  value: unknown,
  spec: string,
  str: (value: unknown) => string,
  typeName: (value: unknown) => string = plainTypeName,
  limit = COLLECTION_LIMIT,
): string {
  if (spec === '') return typeof value === 'string' ? value : str(value);
  if (typeof value === 'string') {
    return formatText(value, parseFormatSpec(spec, 'str', 's', '<'), limit);
  }
  const isBool = typeof value === 'boolean';
  if (typeof value === 'number' || typeof value === 'bigint' || isBool) {
    const className = isBool ? 'bool' : 'int';
    const parsed = parseFormatSpec(spec, className, 'd', '>');
    return formatInteger(isBool ? Number(value) : value, parsed, className, limit);
  }
  if (value instanceof TextInstance) return formatValue(value.text, spec, str, typeName, limit);
  if (value instanceof NumberInstance) return formatValue(value.number, spec, str, typeName, limit);
  if (value instanceof Float) {
    const parsed = parseFormatSpec(spec, 'float', '', '>');
    if (!'eEfFgGn%'.includes(parsed.type)) throw unknownType(parsed.type, 'float');
    return formatReal(value.value, parsed, limit);
  }
  throw new PyTypeError(`unsupported format string passed to ${typeName(value)}.__format__`);
}
