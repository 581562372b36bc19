// `%` formatting: flags, width and precision (also `*`), mapping keys, and the conversions d i u o x
// X e E f F g G c r s a of str. What bytes do otherwise is handed in.
// Source: CPython 3.14 Objects/unicode_format.c (unicode_format_arg_parse,
// unicode_format_arg_format, unicode_format_arg_output, _PyUnicode_FormatLong).

import { OverflowError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import { formatExponent, formatFixed, formatGeneral } from '../../base/float-text.ts';
import { Octets } from '../bytes/octets.ts';
import type { Interpreter } from '../interpreter.ts';
import { fromFloat } from '../objects/integers.ts';
import { reserve } from '../objects/limits.ts';
import { Float, NumberInstance, Tuple } from '../values.ts';
import { intText } from './parse-number.ts';
import { codePoints, escapeBeyondAscii, lengthOf, sliceText } from './quote.ts';

/** One conversion as written; `precision` is -1 where absent. */
export interface Conversion {
  readonly flags: string;
  readonly width: number;
  readonly precision: number;
  readonly type: string;
}

/** In what str and bytes differ. */
export interface PercentKind {
  readonly name: string;
  /** Whether an argument that is no tuple may be asked for keys. */
  isMapping(run: Interpreter, right: unknown): boolean;
  keyOf(text: string): unknown;
  /** A conversion to text; undefined for one of numbers, and for none. */
  shows(run: Interpreter, value: unknown, conversion: Conversion): string | undefined;
}

/** The arguments of `%`, taken one after the other. */
class Arguments {
  readonly #values: readonly unknown[];
  readonly #isTuple: boolean;
  readonly #kind: PercentKind;
  readonly mapping: unknown;
  /** What a mapping key selected, for the next conversion; undefined apart from that. */
  #selected: unknown;
  #next = 0;

  constructor(run: Interpreter, right: unknown, kind: PercentKind) {
    this.#isTuple = right instanceof Tuple;
    this.#values = right instanceof Tuple ? right.items : [right];
    this.#kind = kind;
    this.mapping = !this.#isTuple && kind.isMapping(run, right) ? right : undefined;
  }

  get keyOf(): (text: string) => unknown {
    return this.#kind.keyOf;
  }

  select(value: unknown): void {
    this.#selected = value;
    this.#next = this.#values.length;
  }

  take(): unknown {
    if (this.#selected !== undefined) {
      const value = this.#selected;
      this.#selected = undefined;
      return value;
    }
    if (this.#next >= this.#values.length) {
      throw new PyTypeError('not enough arguments for format string');
    }
    return this.#values[this.#next++];
  }

  /** Throws TypeError where arguments are left, unless the right side could have been a mapping. */
  checkUsedUp(): void {
    if (this.#next < this.#values.length && this.mapping === undefined) {
      const { name } = this.#kind;
      throw new PyTypeError(`not all arguments converted during ${name} formatting`);
    }
  }
}

/** Reads conversions out of a template. */
class PercentReader {
  readonly #run: Interpreter;
  readonly #characters: readonly string[];
  readonly #arguments: Arguments;
  at = 0;

  constructor(run: Interpreter, template: string, args: Arguments) {
    this.#run = run;
    this.#characters = codePoints(template);
    this.#arguments = args;
  }

  /** Literal text up to the next conversion, `%%` included; leaves `at` behind the `%`. */
  literal(): { readonly text: string; readonly atEnd: boolean } {
    let text = '';
    for (;;) {
      const start = this.at;
      const mark = this.#characters.indexOf('%', start);
      const end = mark < 0 ? this.#characters.length : mark;
      text += this.#characters.slice(start, end).join('');
      this.at = end + 1;
      if (mark < 0) return { text, atEnd: true };
      if (this.#characters[this.at] !== '%') return { text, atEnd: false };
      text += '%';
      this.at++;
    }
  }

  #peek(): string {
    return this.#characters[this.at] ?? '';
  }

  /** Reads one conversion behind its `%`. */
  conversion(): Conversion {
    if (this.#peek() === '(') this.#key();
    let flags = '';
    while (this.#peek() !== '' && '-+ #0'.includes(this.#peek())) {
      flags += this.#peek();
      this.at++;
    }
    let width = this.#number('width', 9223372036854775807n);
    if (width < 0) {
      flags += '-';
      width = -width;
    }
    let precision = -1;
    if (this.#peek() === '.') {
      this.at++;
      precision = Math.max(0, this.#number('precision', 0x7fffffffn));
    }
    if ('hlL'.includes(this.#peek())) this.at++;
    const type = this.#peek();
    if (type === '') throw new ValueError('incomplete format');
    this.at++;
    return { flags, width, precision, type };
  }

  /** A number, or `*` for the next argument; 0 where neither is written. */
  #number(name: string, maximum: bigint): number {
    if (this.#peek() === '*') {
      this.at++;
      const value = this.#arguments.take();
      if (typeof value === 'boolean') return Number(value);
      if (typeof value !== 'number' && typeof value !== 'bigint') {
        throw new PyTypeError('* wants int');
      }
      if (value > maximum || value < -maximum) {
        const kind = name === 'width' ? 'ssize_t' : 'int';
        throw new OverflowError(`Python int too large to convert to C ${kind}`);
      }
      return Number(value);
    }
    let digits = '';
    while (/^[0-9]$/.test(this.#peek())) digits += this.#characters[this.at++];
    if (digits.length > 9 && BigInt(digits) > maximum) throw new ValueError(`${name} too big`);
    return Number(digits);
  }

  #key(): void {
    if (this.#arguments.mapping === undefined) throw new PyTypeError('format requires a mapping');
    const start = ++this.at;
    for (let open = 1; open > 0; this.at++) {
      const c = this.#peek();
      if (c === '') throw new ValueError('incomplete format key');
      if (c === ')') open--;
      else if (c === '(') open++;
    }
    const key = this.#characters.slice(start, this.at - 1).join('');
    const { mapping, keyOf } = this.#arguments;
    this.#arguments.select(this.#run.objects.getItem(this.#run, mapping, keyOf(key)));
  }
}

/** The int that d, i and u print: a float is cut. Throws TypeError, OverflowError, ValueError. */
function integerOf(run: Interpreter, value: unknown, type: string): number | bigint {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof NumberInstance) return value.number;
  const decimal = 'diu'.includes(type);
  if (value instanceof Float && decimal) {
    if (Number.isNaN(value.value)) throw new ValueError('cannot convert float NaN to integer');
    if (!Number.isFinite(value.value)) {
      throw new OverflowError('cannot convert float infinity to integer');
    }
    return fromFloat(Math.trunc(value.value));
  }
  try {
    const isObject = typeof value === 'object' && value !== null && !(value instanceof Octets);
    return run.objects[decimal && isObject ? 'integer' : 'index'](run, value);
  } catch (error) {
    if (!(error instanceof PyTypeError)) throw error;
    const wanted = decimal ? 'a real number' : 'an integer';
    throw new PyTypeError(
      `%${type} format: ${wanted} is required, not ${run.objects.typeName(value)}`,
    );
  }
}

function floatOf(run: Interpreter, value: unknown): number {
  return run.objects.real(run, value);
}

/** Puts sign and prefix before digits and pads all to the width; zeros go between them. */
function pad(conversion: Conversion, sign: string, prefix: string, body: string): string {
  const { flags, width } = conversion;
  const missing = width - sign.length - prefix.length - lengthOf(body);
  if (missing <= 0) return sign + prefix + body;
  if (flags.includes('-')) return sign + prefix + body + ' '.repeat(missing);
  const isNumber = 'diuoxXeEfFgG'.includes(conversion.type);
  if (flags.includes('0') && isNumber) return sign + prefix + '0'.repeat(missing) + body;
  return ' '.repeat(missing) + sign + prefix + body;
}

/** A text, padded to the width. */
export function padded(conversion: Conversion, text: string): string {
  return pad(conversion, '', '', text);
}

function signOf(flags: string, negative: boolean): string {
  if (negative) return '-';
  return flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
}

function formatInteger(run: Interpreter, value: unknown, conversion: Conversion): string {
  const { flags, precision, type } = conversion;
  const integer = integerOf(run, value, type);
  const size = integer < 0 ? -integer : integer;
  const base = type === 'o' ? 8 : type === 'x' || type === 'X' ? 16 : 10;
  const text = base === 10 ? intText(size, run.limits.digits) : size.toString(base);
  const digits = type === 'X' ? text.toUpperCase() : text;
  const prefix = flags.includes('#') && base !== 10 ? `0${type}` : '';
  return pad(conversion, signOf(flags, integer < 0), prefix, digits.padStart(precision, '0'));
}

function formatReal(run: Interpreter, value: unknown, conversion: Conversion): string {
  const { flags, type } = conversion;
  const x = floatOf(run, value);
  const precision = conversion.precision < 0 ? 6 : conversion.precision;
  const alternate = flags.includes('#');
  let text: string;
  if (type === 'e' || type === 'E') text = formatExponent(x, precision, alternate);
  else if (type === 'g' || type === 'G') text = formatGeneral(x, precision, alternate);
  else {
    text = formatFixed(x, precision);
    if (alternate && precision === 0 && Number.isFinite(x)) text += '.';
  }
  if ('EFG'.includes(type)) text = text.toUpperCase();
  const negative = text.startsWith('-');
  return pad(conversion, signOf(flags, negative), '', negative ? text.slice(1) : text);
}

function codeOf(run: Interpreter, value: unknown): number | bigint {
  try {
    return run.objects.index(run, value);
  } catch (error) {
    if (!(error instanceof PyTypeError)) throw error;
    const found = run.objects.typeName(value);
    throw new PyTypeError(`%c requires an int or a unicode character, not ${found}`);
  }
}

function characterOf(run: Interpreter, value: unknown): string {
  if (typeof value === 'string') {
    if (lengthOf(value) === 1) return value;
    throw new PyTypeError(
      '%c requires an int or a unicode character, ' + `not a string of length ${lengthOf(value)}`,
    );
  }
  const code = codeOf(run, value);
  if (code < 0 || code > 0x10ffff) throw new OverflowError('%c arg not in range(0x110000)');
  return String.fromCodePoint(Number(code));
}

const ofText: PercentKind = {
  name: 'string',
  isMapping: (run, right) => typeof right !== 'string' && run.objects.isSubscriptable(right),
  keyOf: (text) => text,
  shows(run, value, conversion) {
    const { precision, type } = conversion;
    const { objects } = run;
    if (type === 'c') return padded(conversion, characterOf(run, value));
    if (type !== 's' && type !== 'r' && type !== 'a') return undefined;
    let text = type === 's' ? objects.str(run, value) : objects.repr(run, value);
    if (type === 'a') text = escapeBeyondAscii(text);
    return padded(conversion, precision < 0 ? text : sliceText(text, 0, precision));
  },
};

function formatNumber(
  run: Interpreter,
  value: unknown,
  conversion: Conversion,
  position: number,
): string {
  const { type } = conversion;
  if ('diuoxX'.includes(type)) return formatInteger(run, value, conversion);
  if ('eEfFgG'.includes(type)) return formatReal(run, value, conversion);
  const code = type.codePointAt(0) as number;
  const shown = code > 31 && code < 127 ? type : '?';
  throw new ValueError(
    `unsupported format character '${shown}' (0x${code.toString(16)}) at index ${position}`,
  );
}

/** `template % right` of str. */
export function formatPercent(run: Interpreter, template: string, right: unknown): string {
  return formatTemplate(run, template, right, ofText);
}

/**
 * `template % right` of either kind. Throws TypeError, ValueError, KeyError, OverflowError with
 * CPython's messages.
 */
export function formatTemplate(
  run: Interpreter,
  template: string,
  right: unknown,
  kind: PercentKind,
): string {
  const args = new Arguments(run, right, kind);
  const reader = new PercentReader(run, template, args);
  let result = '';
  for (;;) {
    const { text, atEnd } = reader.literal();
    result += text;
    if (atEnd) break;
    const conversion = reader.conversion();
    const value = args.take();
    reserve(run, Math.max(conversion.width, conversion.precision, 0));
    result +=
      kind.shows(run, value, conversion) ?? formatNumber(run, value, conversion, reader.at - 1);
    if (result.length > run.limits.collection) reserve(run, result.length);
  }
  args.checkUsedUp();
  return result;
}
