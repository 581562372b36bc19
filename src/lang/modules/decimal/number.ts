// A decimal number: sign, coefficient and exponent, or infinity, or one of the two kinds of NaN;
// how it is read and written. Source: the General Decimal Arithmetic Specification (numeric
// strings, to-scientific-string), CPython 3.14 Lib/_pydecimal.py.

export type Kind = 'finite' | 'infinite' | 'nan' | 'snan';

/** The number of decimal digits of a coefficient; 1 for zero. */
export function digitCount(coefficient: bigint): number {
  return coefficient.toString().length;
}

export class DecimalNumber {
  readonly isNegative: boolean;
  /** Of a NaN, its payload. */
  readonly coefficient: bigint;
  readonly exponent: number;
  readonly kind: Kind;

  constructor(isNegative: boolean, coefficient: bigint, exponent: number, kind: Kind = 'finite') {
    this.isNegative = isNegative;
    this.coefficient = coefficient;
    this.exponent = exponent;
    this.kind = kind;
  }

  get isFinite(): boolean {
    return this.kind === 'finite';
  }

  get isNan(): boolean {
    return this.kind === 'nan' || this.kind === 'snan';
  }

  get isZero(): boolean {
    return this.isFinite && this.coefficient === 0n;
  }

  /** The exponent of its first digit. */
  get adjusted(): number {
    return this.exponent + digitCount(this.coefficient) - 1;
  }

  /** The same with another sign. */
  withSign(isNegative: boolean): DecimalNumber {
    return new DecimalNumber(isNegative, this.coefficient, this.exponent, this.kind);
  }
}

export const NAN = new DecimalNumber(false, 0n, 0, 'nan');

export function infinity(isNegative: boolean): DecimalNumber {
  return new DecimalNumber(isNegative, 0n, 0, 'infinite');
}

export function wholeNumber(value: bigint): DecimalNumber {
  return new DecimalNumber(value < 0n, value < 0n ? -value : value, 0);
}

/** A power of ten, exact. */
export function tenTo(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

const NUMBER =
  /^([-+])?(?:(?=\d|\.\d)(\d*)(?:\.(\d*))?(?:e([-+]?\d+))?|inf(?:inity)?|(s)?nan(\d*))$/i;

/** A text as a number; null where it is none. Underscores and surrounding blanks do not count. */
export function parseDecimal(text: string): DecimalNumber | null {
  const plain = text
    .trim()
    .replaceAll('_', '')
    .replace(/\p{Nd}/gu, asciiDigit);
  const found = NUMBER.exec(plain);
  if (found === null) return null;
  const [, sign, whole, fraction, exponent, signalling, payload] = found;
  const isNegative = sign === '-';
  if (whole !== undefined) {
    const digits = whole + (fraction ?? '');
    const shift = Number(exponent ?? 0) - (fraction ?? '').length;
    return new DecimalNumber(isNegative, BigInt(digits), shift);
  }
  if (payload === undefined) return infinity(isNegative);
  const kind = signalling === undefined ? 'nan' : 'snan';
  return new DecimalNumber(isNegative, BigInt(payload === '' ? 0 : payload), 0, kind);
}

/** Digits of any script stand in blocks of ten that begin with zero. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) as number;
  if (code < 128) return digit;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

/** Where the point stands among the digits, and the exponent that is written. */
function pointOf(number: DecimalNumber, length: number, isEngineering: boolean): number {
  const left = number.exponent + length;
  if (number.exponent <= 0 && left > -6) return left;
  if (!isEngineering) return 1;
  const turn = (value: number): number => ((value % 3) + 3) % 3;
  return number.coefficient === 0n ? turn(left + 1) - 1 : turn(left - 1) + 1;
}

/** `str(number)`; with exponents that are multiples of three where `isEngineering`. */
export function decimalText(number: DecimalNumber, isEngineering = false, capitals = true): string {
  const sign = number.isNegative ? '-' : '';
  if (number.kind === 'infinite') return `${sign}Infinity`;
  const digits = number.coefficient.toString();
  if (number.isNan) {
    const name = number.kind === 'nan' ? 'NaN' : 'sNaN';
    return `${sign}${name}${number.coefficient === 0n ? '' : digits}`;
  }
  const left = number.exponent + digits.length;
  const point = pointOf(number, digits.length, isEngineering);
  let whole: string;
  let fraction = '';
  if (point <= 0) {
    whole = '0';
    fraction = `.${'0'.repeat(-point)}${digits}`;
  } else if (point >= digits.length) {
    whole = digits.padEnd(point, '0');
  } else {
    whole = digits.slice(0, point);
    fraction = `.${digits.slice(point)}`;
  }
  const power = left - point;
  const letter = capitals ? 'E' : 'e';
  const exponent = power === 0 ? '' : `${letter}${power < 0 ? '' : '+'}${power}`;
  return `${sign}${whole}${fraction}${exponent}`;
}
