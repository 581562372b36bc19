// Where a number ends and whether it is one, after the rules of CPython's Parser/lexer/lexer.c:
// what may stand directly after it, leading zeros, underscores between digits. The value is the
// business of parse-literal.ts.

const hex = /0[xX](?:_?[0-9a-fA-F])+/y;
const octal = /0[oO](?:_?[0-7])+/y;
const binary = /0[bB](?:_?[01])+/y;
const digits = '[0-9](?:_?[0-9])*';
const decimal = new RegExp(
  `(?:${digits}(?:\\.(?:${digits})?)?|\\.${digits})(?:[eE][-+]?${digits})?[jJ]?`,
  'y',
);
const leadingZeros = /^0[0-9_]*[1-9][0-9_]*$/;
/** A number may run into one of these words: `1if x else 2`. */
const follower = /(?:and|else|for|if|in|is|not|or)(?![\w\x80-\uffff])/y;
const wordCharacter = /[\w\x80-\uffff]/y;
const restOfWord = /[\w\x80-\uffff]*/y;

export interface ScannedNumber {
  readonly end: number;
  /** CPython's message where the text is not a number. */
  readonly error: string | null;
}

/**
 * The number that starts at an offset.
 * @param offset of a digit, or of a point before a digit.
 */
export function scanNumber(text: string, offset: number): ScannedNumber {
  const letter = text[offset] === '0' ? (text[offset + 1] ?? '').toLowerCase() : '';
  if (letter === 'x') return scanBased(text, offset, hex, 'hexadecimal', /[0-9a-fA-F]/);
  if (letter === 'o') return scanBased(text, offset, octal, 'octal', /[0-7]/);
  if (letter === 'b') return scanBased(text, offset, binary, 'binary', /[01]/);
  const end = matchEnd(decimal, text, offset);
  const literal = text.slice(offset, end);
  const next = text[end];
  if (next === '_' || isGluedWord(text, end)) {
    const kind = /[jJ]$/.test(literal) ? 'imaginary' : 'decimal';
    return { end: matchEnd(restOfWord, text, end), error: `invalid ${kind} literal` };
  }
  if (leadingZeros.test(literal)) {
    const advice = 'use an 0o prefix for octal integers';
    const error = `leading zeros in decimal integer literals are not permitted; ${advice}`;
    return { end, error };
  }
  return { end, error: null };
}

function scanBased(
  text: string,
  offset: number,
  pattern: RegExp,
  kind: string,
  digit: RegExp,
): ScannedNumber {
  const end = matchEnd(pattern, text, offset);
  const next = text[end === offset ? offset + 2 : end] ?? '';
  const wordEnd = matchEnd(restOfWord, text, offset);
  if (/[0-9]/.test(next) && !digit.test(next)) {
    return { end: wordEnd, error: `invalid digit '${next}' in ${kind} literal` };
  }
  if (end === offset || next === '_' || isGluedWord(text, end)) {
    return { end: wordEnd, error: `invalid ${kind} literal` };
  }
  return { end, error: null };
}

function isGluedWord(text: string, offset: number): boolean {
  if (matchEnd(wordCharacter, text, offset) === offset) return false;
  return matchEnd(follower, text, offset) === offset;
}

function matchEnd(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}
