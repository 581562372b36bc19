// Virtual seconds for people: decimal, without exponent, to the nanosecond, without trailing zeros.
// What binary fractions add to a sum (0.30000000000000004) is rounded away; a trace keeps it.

/** Decimal places that are shown at most. */
const PLACES = 9;

/** `seconds` as a decimal number: `0.3`, `3600`, `0.000001`. */
export function secondsText(seconds: number): string {
  if (!(seconds - seconds === 0)) return String(seconds);
  // From 2**53 on, and below half a nanosecond, fixed places say nothing.
  const size = Math.abs(seconds);
  if (size >= 9007199254740992 || (size > 0 && size < 5e-10)) return String(seconds);
  const text = trimZeros(seconds.toFixed(PLACES));
  return text === '-0' ? '0' : text;
}

/** `seconds` with its unit: `0.3 s`. */
export function formatSeconds(seconds: number): string {
  return `${secondsText(seconds)} s`;
}

function trimZeros(text: string): string {
  let end = text.length;
  while (text[end - 1] === '0') end--;
  if (text[end - 1] === '.') end--;
  return text.slice(0, end);
}
