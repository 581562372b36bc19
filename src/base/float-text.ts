// Text of floats, as CPython writes it: repr (shortest digits that read back), and the three
// layouts of format specs (fixed, exponent, general), correctly rounded to any number of digits:
// half to even on the exact binary value, which JavaScript's toFixed (half up, 100 digits at most)
// does not give.
// Source: CPython Python/pystrtod.c (format_float_short), Python/dtoa.c, Objects/floatobject.c.

/** A double has no more decimals than this, nor significant digits: further ones are 0. */
const MOST_DECIMALS = 1074;

const scratch = new DataView(new ArrayBuffer(8));

/** Exact parts of a finite double: its absolute value is `mantissa * 2^exponent`. */
export function decompose(x: number): { readonly mantissa: bigint; readonly exponent: number } {
  scratch.setFloat64(0, x);
  const bits = scratch.getBigUint64(0);
  const fraction = bits & 0xfffffffffffffn;
  const biased = Number((bits >> 52n) & 0x7ffn);
  if (biased === 0) return { mantissa: fraction, exponent: -1074 };
  return { mantissa: fraction | 0x10000000000000n, exponent: biased - 1075 };
}

/** True for -0.0 and everything below. NaN counts as positive, as in CPython's output. */
function isNegative(x: number): boolean {
  return x < 0 || Object.is(x, -0);
}

/** `inf`, `-inf` or `nan`; null where `x` is finite. */
function specialText(x: number): string | null {
  if (Number.isNaN(x)) return 'nan';
  if (x === Infinity) return 'inf';
  if (x === -Infinity) return '-inf';
  return null;
}

/** `10^n` as a bigint; `n >= 0`. */
export function bigPowerOfTen(n: number): bigint {
  let result = 1n;
  let base = 10n;
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= base;
    base *= base;
  }
  return result;
}

/** `numerator / denominator` rounded half to even; both positive. */
function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twice = (numerator % denominator) * 2n;
  if (twice > denominator) return quotient + 1n;
  if (twice < denominator) return quotient;
  return quotient + (quotient & 1n);
}

/** `|x| * 10^digits` rounded half to even; `digits` may be negative. `x` is finite. */
function scaledInteger(x: number, digits: number): bigint {
  const { mantissa, exponent } = decompose(x);
  const scale = bigPowerOfTen(Math.abs(digits));
  let numerator = digits >= 0 ? mantissa * scale : mantissa;
  let denominator = digits >= 0 ? 1n : scale;
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  return divideHalfEven(numerator, denominator);
}

/** `2^n` exactly, for n in the range of doubles; 0 below it, infinity above. */
export function powerOfTwo(n: number): number {
  if (n > 1023) return Infinity;
  if (n < -1074) return 0;
  scratch.setBigUint64(0, n >= -1022 ? BigInt(n + 1023) << 52n : 1n << BigInt(n + 1074));
  return scratch.getFloat64(0);
}

/** Whether `x` lies exactly between two numbers of `digits` decimals: only there toFixed is off. */
function isTie(x: number, digits: number): boolean {
  return (Math.abs(x) * powerOfTwo(digits + 1)) % 2 === 1;
}

/**
 * `x` with exactly `digits` digits after the point, as `'%.*f'` prints it.
 * `digits` is any integer >= 0. Returns `inf`, `-inf` and `nan` for those.
 */
export function formatFixed(x: number, digits: number): string {
  const special = specialText(x);
  if (special !== null) return special;
  if (digits > MOST_DECIMALS) {
    return formatFixed(x, MOST_DECIMALS) + '0'.repeat(digits - MOST_DECIMALS);
  }
  const sign = isNegative(x) ? '-' : '';
  if (digits <= 100 && Math.abs(x) < 1e21 && !isTie(x, digits)) {
    return sign + Math.abs(x).toFixed(digits);
  }
  const text = scaledInteger(x, digits)
    .toString()
    .padStart(digits + 1, '0');
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Digits and decimal exponent of a float: `d.ddd * 10^exponent`. */
export interface DecimalDigits {
  readonly digits: string;
  readonly exponent: number;
}

/** The shortest digits that read back as `|x|`; `x` is finite. */
export function shortestDigits(x: number): DecimalDigits {
  const text = Math.abs(x).toExponential();
  const mark = text.indexOf('e');
  return { digits: text.slice(0, mark).replace('.', ''), exponent: Number(text.slice(mark + 1)) };
}

/** `|x|` correctly rounded to `count` significant digits, count >= 1; `x` is finite. */
export function significantDigits(x: number, count: number): DecimalDigits {
  if (x === 0) return { digits: '0'.repeat(count), exponent: 0 };
  if (count > MOST_DECIMALS) {
    const all = significantDigits(x, MOST_DECIMALS);
    return { digits: all.digits.padEnd(count, '0'), exponent: all.exponent };
  }
  // The shortest text may round up to the next power of ten (1e23 is below it), never down below.
  let exponent = shortestDigits(x).exponent;
  let digits = scaledInteger(x, count - 1 - exponent).toString();
  if (digits.length < count) {
    exponent -= 1;
    digits = scaledInteger(x, count - 1 - exponent).toString();
  }
  if (digits.length > count) {
    exponent += 1;
    digits = digits.slice(0, count);
  }
  return { digits, exponent };
}

/** An exponent as C prints it: a sign and at least two digits. */
function exponentText(exponent: number): string {
  const digits = Math.abs(exponent).toString().padStart(2, '0');
  return `e${exponent < 0 ? '-' : '+'}${digits}`;
}

/** Digits laid out as `d.ddde+xx`. `alternate` keeps the point where nothing follows it. */
function layExponent({ digits, exponent }: DecimalDigits, alternate: boolean): string {
  const rest = digits.slice(1);
  const point = rest === '' && !alternate ? '' : '.';
  return digits[0] + point + rest + exponentText(exponent);
}

/** Digits laid out without an exponent. */
function layPlain({ digits, exponent }: DecimalDigits): string {
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** `x` as `'%.*e'` prints it: `digits` after the point, any integer >= 0. */
export function formatExponent(x: number, digits: number, alternate = false): string {
  const special = specialText(x);
  if (special !== null) return special;
  return (isNegative(x) ? '-' : '') + layExponent(significantDigits(x, digits + 1), alternate);
}

/**
 * `x` as `'%.*g'` prints it: `digits` significant digits (0 counts as 1), trailing zeros dropped
 * unless `alternate`, an exponent where it is below -4 or not below `digits` (less `lead`, which
 * CPython's format() without a type sets to 1, so that a point always fits).
 */
export function formatGeneral(x: number, digits: number, alternate = false, lead = 0): string {
  const special = specialText(x);
  if (special !== null) return special;
  const count = Math.max(1, alternate ? digits : Math.min(digits, MOST_DECIMALS));
  const rounded = significantDigits(x, count);
  const kept = alternate ? rounded.digits : rounded.digits.replace(/(?!^)0+$/, '');
  const found = { digits: kept, exponent: rounded.exponent };
  const sign = isNegative(x) ? '-' : '';
  if (found.exponent < -4 || found.exponent >= count - lead) {
    return sign + layExponent(found, alternate);
  }
  const plain = layPlain(found);
  return sign + (alternate && !plain.includes('.') ? `${plain}.` : plain);
}

/** `repr(x)` of CPython: shortest digits; exponent below 1e-4 and from 1e16 on; `.0` if whole. */
export function floatRepr(x: number): string {
  const special = specialText(x);
  if (special !== null) return special;
  if (x === 0) return isNegative(x) ? '-0.0' : '0.0';
  const magnitude = Math.abs(x);
  if (magnitude >= 1e-4 && magnitude < 1e16) {
    const text = String(x);
    return Number.isInteger(x) ? `${text}.0` : text;
  }
  return (x < 0 ? '-' : '') + layExponent(shortestDigits(x), false);
}

/**
 * `round(x, digits)` for floats: correctly rounded to `digits` decimals, half to even on the exact
 * value; `digits` may be negative. Returns an infinity where the result overflows (CPython raises
 * OverflowError there). Source: Objects/floatobject.c (float___round___impl, double_round).
 */
export function roundHalfEven(x: number, digits: number): number {
  if (!Number.isFinite(x) || digits > 323) return x;
  if (digits < -308) return 0 * x;
  if (digits >= 0) return Number(formatFixed(x, digits));
  const text = scaledInteger(x, digits).toString() + '0'.repeat(-digits);
  return isNegative(x) ? -Number(text) : Number(text);
}
