// int and float from text, with Python's grammar: surrounding white space, a sign, underscores
// between digits, base prefixes, the digits of every script, `inf`, `infinity` and `nan`.
// Source: CPython Objects/longobject.c (PyLong_FromString), Objects/floatobject.c
// (PyFloat_FromString).

import { ValueError } from '../../asyncio/exceptions.ts';
import { normalise } from '../objects/integers.ts';
import { codePoints, quote } from './quote.ts';
import { decimalValue, isSpaceCode } from './unicode.ts';

const DIGIT_LIMIT = 4300;

/** `text` with all white space as blanks and all decimal digits as ASCII, then stripped. */
function toPlain(text: string): string {
  if (/^[!-~]*$/.test(text)) return text;
  return codePoints(text)
    .map((character) => {
      const code = character.codePointAt(0) as number;
      if (code > 0x20 && code < 0x7f) return character;
      if (isSpaceCode(code)) return ' ';
      const value = decimalValue(code);
      return value >= 0 ? String(value) : character;
    })
    .join('')
    .replace(/^ +| +$/g, '');
}

function digitValue(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48;
  if (unit >= 97 && unit <= 122) return unit - 87;
  return unit >= 65 && unit <= 90 ? unit - 55 : 36;
}

/** Whether `digits` are of the base, with underscores only between two of them. */
function areDigits(digits: string, base: number): boolean {
  let afterDigit = false;
  for (let i = 0; i < digits.length; i++) {
    const unit = digits.charCodeAt(i);
    if (unit === 95) {
      if (!afterDigit) return false;
      afterDigit = false;
    } else {
      if (digitValue(unit) >= base) return false;
      afterDigit = true;
    }
  }
  return afterDigit;
}

/** The value of digits in a base that BigInt does not read. */
function inBase(digits: string, base: number): bigint {
  if (digits.length <= 32) {
    let value = 0n;
    for (let i = 0; i < digits.length; i++) {
      value = value * BigInt(base) + BigInt(digitValue(digits.charCodeAt(i)));
    }
    return value;
  }
  const tail = digits.length >> 1;
  let scale = 1n;
  let square = BigInt(base);
  for (let left = tail; left > 0; left >>= 1) {
    if (left % 2 === 1) scale *= square;
    square *= square;
  }
  return inBase(digits.slice(0, -tail), base) * scale + inBase(digits.slice(-tail), base);
}

const prefixes = new Map([
  [2, 'b'],
  [8, 'o'],
  [16, 'x'],
]);

/** Takes a base prefix off; for base 0 finds the base by it. */
function splitBase(text: string, base: number): { digits: string; base: number } {
  const mark = text.slice(1, 2).toLowerCase();
  if (text.startsWith('0')) {
    for (const [value, letter] of prefixes) {
      if (mark === letter && (base === value || base === 0)) {
        const digits = text.slice(2);
        return { digits: digits.startsWith('_') ? digits.slice(1) : digits, base: value };
      }
    }
  }
  if (base !== 0) return { digits: text, base };
  // In base 0, as in a program, digits after a leading zero must be zeros too.
  const refused = text.startsWith('0') && /[^0_]/.test(text);
  return { digits: refused ? '' : text, base: 10 };
}

/** How messages show what is no number: as the repr of a str, or of a bytes. */
type Show = (text: string) => string;

function invalidInt(text: string, base: number, show: Show): ValueError {
  return new ValueError(`invalid literal for int() with base ${base}: ${show(text)}`);
}

/**
 * `int(text, base)`; `base` is 0 or 2 to 36.
 * Throws ValueError for a base or text that is none, and where a decimal text has more than
 * `limit` digits.
 */
export function intFromText(
  text: string,
  base = 10,
  limit = DIGIT_LIMIT,
  show: Show = quote,
): number | bigint {
  if (base !== 0 && (base < 2 || base > 36)) {
    throw new ValueError('int() base must be >= 2 and <= 36, or 0');
  }
  const all = toPlain(text);
  const signed = all.startsWith('-') || all.startsWith('+');
  const split = splitBase(signed ? all.slice(1) : all, base);
  if (!areDigits(split.digits, split.base)) throw invalidInt(text, base, show);
  const digits = split.digits.replaceAll('_', '');
  const isPowerOfTwo = (split.base & (split.base - 1)) === 0;
  if (limit > 0 && !isPowerOfTwo && digits.length > limit) {
    throw new ValueError(
      `Exceeds the limit (${limit} digits) for integer string conversion: ` +
        `value has ${digits.length} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
  }
  let value: bigint;
  if (split.base === 10) value = BigInt(digits);
  else {
    const letter = prefixes.get(split.base);
    value = letter === undefined ? inBase(digits, split.base) : BigInt(`0${letter}${digits}`);
  }
  return normalise(all.startsWith('-') ? -value : value);
}

const floatShape =
  /^[+-]?(?:\d+(?:_\d+)*\.?|(?:\d+(?:_\d+)*)?\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?$/;
const floatName = /^([+-]?)(inf|infinity|nan)$/;

/** `float(text)`. Throws ValueError. */
export function floatFromText(text: string, show: Show = quote): number {
  const plain = toPlain(text);
  if (floatShape.test(plain)) return Number(plain.replaceAll('_', ''));
  const name = floatName.exec(/^[\0-\x7f]*$/.test(plain) ? plain.toLowerCase() : '');
  if (name === null) throw new ValueError(`could not convert string to float: ${show(text)}`);
  if (name[2] === 'nan') return NaN;
  return name[1] === '-' ? -Infinity : Infinity;
}

function tooManyDigits(limit: number): ValueError {
  return new ValueError(
    `Exceeds the limit (${limit} digits) for integer string conversion; ` +
      'use sys.set_int_max_str_digits() to increase the limit',
  );
}

/** `str(value)` of an int. Throws ValueError where it has more than `limit` decimal digits. */
export function intText(value: number | bigint, limit = DIGIT_LIMIT): string {
  if (typeof value === 'number' || limit <= 0) return String(value);
  const size = value < 0n ? -value : value;
  // 0.301 decimal digits a bit: refuses before the costly conversion wherever that is certain.
  if ((size.toString(16).length - 1) * 4 * 0.301 > limit) throw tooManyDigits(limit);
  const text = String(value);
  if (text.length - (value < 0n ? 1 : 0) > limit) throw tooManyDigits(limit);
  return text;
}
