// Numbers of YAML's core schema and of JSON, as Python values: an int keeps every digit, a number
// with a point or an exponent is a float. Infinity and nan have no literal in the language and are
// refused, and so is an int of more digits than CPython converts from text. Source: YAML 1.2.2,
// chapter 10.3.2; RFC 8259, chapter 6.

/** The decimal digits that CPython converts without `sys.set_int_max_str_digits`. */
const maxDigits = 4300;

export type NumberValue =
  | { readonly type: 'int'; readonly value: number | bigint }
  | { readonly type: 'float'; readonly value: number };

/**
 * Reads a number.
 * @param text a number of the core schema (JSON's numbers are among them).
 * @returns its value, or the message that says why it cannot be one.
 */
export function readNumber(text: string): NumberValue | string {
  const digits = text.replace(/^[-+]/, '');
  if (/^(\d+|0o[0-7]+|0x[\da-fA-F]+)$/.test(digits)) {
    if (digits.length > maxDigits) return `an int has at most ${maxDigits} digits`;
    const magnitude = BigInt(digits);
    return { type: 'int', value: toInteger(text.startsWith('-') ? -magnitude : magnitude) };
  }
  const value = Number(text);
  if (Number.isFinite(value)) return { type: 'float', value };
  return /\d/.test(text) ? `${text} is too large for a float` : `${text} is not a finite number`;
}

/** An integer as the language holds it: a number while it is safe (never -0), else a bigint. */
function toInteger(value: bigint): number | bigint {
  const asNumber = Number(value);
  return Number.isSafeInteger(asNumber) ? asNumber : value;
}

const INTEGER = /^(?:[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+)$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const SPECIAL = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** Whether YAML's core schema reads this plain scalar as a number. */
export function isNumber(text: string): boolean {
  return INTEGER.test(text) || FLOAT.test(text) || SPECIAL.test(text);
}
