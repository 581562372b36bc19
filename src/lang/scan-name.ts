// Names (language reference 2.3): which characters they are made of, and the form in which they
// are compared; what is said of a character that is in none.

import { isIdentifierContinue, isIdentifierStart, isPrintableCode } from './text/unicode.ts';

const asciiName = /[A-Za-z_][A-Za-z0-9_]*/y;

/** The end of the name that starts at an offset, or the offset itself if none does. */
export function endOfName(text: string, offset: number): number {
  asciiName.lastIndex = offset;
  let end = asciiName.test(text) ? asciiName.lastIndex : offset;
  while (end < text.length) {
    const code = text.codePointAt(end) as number;
    if (!(end === offset ? isIdentifierStart(code) : isIdentifierContinue(code))) break;
    end += code > 0xffff ? 2 : 1;
  }
  return end;
}

/** A name in the form NFKC: names that look different may be the same. */
export function normalizeName(name: string): string {
  for (let index = 0; index < name.length; index++) {
    if (name.charCodeAt(index) > 127) return name.normalize('NFKC');
  }
  return name;
}

/** CPython's message for a character that no token begins with. Source: Parser/lexer/lexer.c. */
export function refusalOf(point: number): string {
  const number = point.toString(16).toUpperCase().padStart(4, '0');
  const character = String.fromCodePoint(point);
  if (point === 0) return 'source code cannot contain null bytes';
  if (!isPrintableCode(point)) return `invalid non-printable character U+${number}`;
  if (point > 127) return `invalid character '${character}' (U+${number})`;
  return `invalid syntax: '${character}' is no part of Python`;
}
