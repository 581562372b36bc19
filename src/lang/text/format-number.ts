// Numbers laid out by a parsed format spec: digits, then sign, prefix, grouping and padding around
// them. Zero padding takes part in the grouping (`format(1234, '010,')` is `00,001,234`), other
// fills stay outside.
// Source: CPython 3.14 Python/formatter_unicode.c (calc_number_widths, format_long_internal,
// format_float_internal), Objects/stringlib/localeutil.h.

import { OverflowError, ValueError } from '../../asyncio/exceptions.ts';
import { floatRepr, formatExponent, formatFixed, formatGeneral } from '../../base/float-text.ts';
import type { FormatSpec } from './format-spec.ts';
import { intText } from './parse-number.ts';
import { lengthOf } from './quote.ts';

/** A number taken apart; `digits` is the part that is grouped, `rest` whatever follows it. */
export interface NumberText {
  readonly negative: boolean;
  readonly prefix: string;
  readonly digits: string;
  readonly rest: string;
}

/** Digits in groups of `size` from the right, zeros put before them up to `minimum` characters. */
function groupDigits(digits: string, separator: string, size: number, minimum: number): string {
  if (separator === '') return digits.padStart(minimum, '0');
  const groups: string[] = [];
  let end = digits.length;
  let wanted = minimum;
  do {
    const length = Math.min(size, Math.max(end, wanted, 1));
    const start = Math.max(0, end - length);
    groups.push(digits.slice(start, end).padStart(length, '0'));
    end = start;
    wanted -= length + 1;
  } while (end > 0 || wanted + 1 > 0);
  return groups.reverse().join(separator);
}

/** A number that is taken apart, as a spec wants it. */
export function layOut(number: NumberText, spec: FormatSpec): string {
  const { prefix, digits, rest } = number;
  const sign = number.negative ? '-' : spec.sign === '-' ? '' : spec.sign;
  const size = 'boxX'.includes(spec.type) && spec.type !== '' ? 4 : 3;
  const zeroPadded = spec.fill === '0' && spec.align === '=';
  const fixed = sign.length + prefix.length + lengthOf(rest);
  const minimum = zeroPadded ? spec.width - fixed : 0;
  const grouped = digits === '' ? '' : groupDigits(digits, spec.thousands, size, minimum);
  const padding = spec.width - fixed - grouped.length;
  if (padding <= 0) return sign + prefix + grouped + rest;
  const fill = spec.fill.repeat(padding);
  switch (spec.align) {
    case '<':
      return sign + prefix + grouped + rest + fill;
    case '=':
      return sign + prefix + fill + grouped + rest;
    case '^': {
      const left = padding >> 1;
      const right = spec.fill.repeat(padding - left);
      return spec.fill.repeat(left) + sign + prefix + grouped + rest + right;
    }
    default:
      return fill + sign + prefix + grouped + rest;
  }
}

function characterOf(value: number | bigint): string {
  if (value > 0x7fffffffffffffffn || value < -0x8000000000000000n) {
    throw new OverflowError('Python int too large to convert to C long');
  }
  if (value < 0 || value > 0x10ffff) throw new OverflowError('%c arg not in range(0x110000)');
  return String.fromCodePoint(Number(value));
}

function formatCharacter(value: number | bigint, spec: FormatSpec): string {
  if (spec.sign !== '') {
    throw new ValueError("Sign not allowed with integer format specifier 'c'");
  }
  if (spec.alternate) {
    throw new ValueError("Alternate form (#) not allowed with integer format specifier 'c'");
  }
  return layOut({ negative: false, prefix: '', digits: '', rest: characterOf(value) }, spec);
}

/** An int by a spec of type b, c, d, n, o, x or X. Throws ValueError, OverflowError. */
export function formatInt(value: number | bigint, spec: FormatSpec): string {
  if (spec.precision >= 0) {
    throw new ValueError('Precision not allowed in integer format specifier');
  }
  if (spec.noNegativeZero) {
    throw new ValueError('Negative zero coercion (z) not allowed in integer format specifier');
  }
  const { type } = spec;
  if (type === 'c') return formatCharacter(value, spec);
  const negative = value < 0;
  const size = negative ? -value : value;
  const base = type === 'b' ? 2 : type === 'o' ? 8 : type === 'x' || type === 'X' ? 16 : 10;
  const text = base === 10 ? intText(size) : size.toString(base);
  const digits = type === 'X' ? text.toUpperCase() : text;
  const prefix = spec.alternate && base !== 10 ? `0${type}` : '';
  return layOut({ negative, prefix, digits, rest: '' }, spec);
}

/** The digits of a float as C's printf would print them, sign included. */
function floatDigits(value: number, spec: FormatSpec): string {
  const { type, alternate } = spec;
  const precision = spec.precision < 0 ? 6 : spec.precision;
  switch (type) {
    case '': {
      const text =
        spec.precision < 0 ? floatRepr(value) : formatGeneral(value, precision, alternate, 1);
      if (!Number.isFinite(value)) return text;
      if (alternate) return text.includes('.') ? text : text.replace(/(?=e|$)/, '.');
      return /[.e]/.test(text) ? text : `${text}.0`;
    }
    case 'e':
    case 'E':
      return formatExponent(value, precision, alternate);
    case 'g':
    case 'G':
    case 'n':
      return formatGeneral(value, precision, alternate);
    default: {
      const text = formatFixed(type === '%' ? value * 100 : value, precision);
      return alternate && Number.isFinite(value) && precision === 0 ? `${text}.` : text;
    }
  }
}

/** Separators between every three digits of a fraction, counted from the point. */
function groupFraction(rest: string, separator: string): string {
  if (separator === '') return rest;
  return rest.replace(/^\.\d+/, (fraction) => fraction.replace(/(\d{3})(?=\d)/g, `$1${separator}`));
}

/** A float by a spec of type e, E, f, F, g, G, n, % or none. */
export function formatFloat(value: number, spec: FormatSpec): string {
  let text = floatDigits(value, spec);
  if ('EFG'.includes(spec.type) && spec.type !== '') text = text.toUpperCase();
  if (spec.type === '%') text += '%';
  let negative = text.startsWith('-');
  if (negative) text = text.slice(1);
  if (spec.noNegativeZero && /^[0.]+(?:[eE%]|$)/.test(text)) negative = false;
  const digits = (/^\d+/.exec(text) ?? [''])[0];
  const rest = groupFraction(text.slice(digits.length), spec.fractionThousands);
  return layOut({ negative, prefix: '', digits, rest }, spec);
}
