// `format(decimal, spec)`. Source: CPython 3.14 Lib/_pydecimal.py (__format__), and the specification
// of format strings.

import { ValueError } from '../../../asyncio/exceptions.ts';
import { layOut } from '../../text/format-number.ts';
import { type FormatSpec, parseFormatSpec } from '../../text/format-spec.ts';
import { DecimalNumber, digitCount } from './number.ts';
import { type Rounding, rescaled, withoutDigits } from './rounding.ts';

function parsed(text: string): FormatSpec {
  let spec: FormatSpec;
  try {
    spec = parseFormatSpec(text, 'decimal.Decimal', '', '>');
  } catch (error) {
    if (error instanceof ValueError) throw new ValueError('invalid format string');
    throw error;
  }
  const isKnown = spec.type === '' || 'eEfFgGn%'.includes(spec.type);
  const isForeign = spec.alternate || spec.thousands === '_' || spec.fractionThousands !== '';
  if (!isKnown || isForeign) throw new ValueError('invalid format string');
  return spec;
}

/** Rounded to so many digits, where it has more. */
function significant(number: DecimalNumber, digits: number, rounding: Rounding): DecimalNumber {
  const excess = digitCount(number.coefficient) - digits;
  if (excess <= 0) return number;
  const { kept } = withoutDigits(number.coefficient, excess, rounding, number.isNegative);
  const isLonger = digitCount(kept) > digits;
  return new DecimalNumber(
    number.isNegative,
    isLonger ? kept / 10n : kept,
    number.exponent + excess + (isLonger ? 1 : 0),
  );
}

function roundedFor(number: DecimalNumber, spec: FormatSpec, type: string, rounding: Rounding) {
  const { precision } = spec;
  if (precision >= 0) {
    if ('eE'.includes(type)) {
      const digits = significant(number, precision + 1, rounding);
      const missing = precision + 1 - digitCount(digits.coefficient);
      return number.coefficient === 0n
        ? digits
        : rescaled(digits, digits.exponent - missing, rounding);
    }
    if ('fF%'.includes(type)) return rescaled(number, -precision, rounding);
    return significant(number, Math.max(precision, 1), rounding);
  }
  const isWhole = number.isZero && number.exponent > 0 && 'fF%'.includes(type);
  return isWhole ? rescaled(number, 0, rounding) : number;
}

export function formatDecimal(
  given: DecimalNumber,
  text: string,
  rounding: Rounding,
  capitals: boolean,
): string {
  const spec = parsed(text);
  const general = spec.type === '' && capitals ? 'G' : 'g';
  const type = spec.type === '' || spec.type === 'n' ? general : spec.type;
  const percent = type === '%' ? '%' : '';
  if (!given.isFinite) {
    const name = given.kind === 'infinite' ? 'Infinity' : given.kind === 'nan' ? 'NaN' : 'sNaN';
    const payload = given.isNan && given.coefficient !== 0n ? `${given.coefficient}` : '';
    const digits = name + payload + percent;
    const isZeroPadded = spec.align === '=' && spec.fill === '0';
    const padding = isZeroPadded ? { fill: ' ', align: '>' } : {};
    const plain = { ...spec, ...padding, thousands: '' };
    return layOut({ negative: given.isNegative, prefix: '', digits: '', rest: digits }, plain);
  }
  const shifted =
    percent === ''
      ? given
      : new DecimalNumber(given.isNegative, given.coefficient, given.exponent + 2);
  const number = roundedFor(shifted, spec, type, rounding);
  const digits = number.coefficient.toString();
  const left = number.exponent + digits.length;
  const point = pointFor(number, left, spec.precision, type);
  const [whole, fraction] = split(digits, point);
  const power = left - point;
  const hasExponent = power !== 0 || 'eE'.includes(type);
  const letter = 'EG'.includes(type) ? 'E' : 'e';
  const exponent = hasExponent ? `${letter}${power < 0 ? '-' : '+'}${Math.abs(power)}` : '';
  const rest = (fraction === '' ? '' : `.${fraction}`) + exponent + percent;
  const isZero = number.coefficient === 0n && spec.noNegativeZero;
  return layOut({ negative: number.isNegative && !isZero, prefix: '', digits: whole, rest }, spec);
}

/** How many digits stand before the point. */
function pointFor(number: DecimalNumber, left: number, precision: number, type: string): number {
  if ('eE'.includes(type)) return number.isZero && precision >= 0 ? 1 - precision : 1;
  if ('fF%'.includes(type)) return left;
  return number.exponent <= 0 && left > -6 ? left : 1;
}

function split(digits: string, point: number): readonly [whole: string, fraction: string] {
  if (point <= 0) return ['0', '0'.repeat(-point) + digits];
  if (point >= digits.length) return [digits.padEnd(point, '0'), ''];
  return [digits.slice(0, point), digits.slice(point)];
}
