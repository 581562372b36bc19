// Strings as sequences of code points, and `repr` of a string. JavaScript counts UTF-16 units, so
// indices are translated where a text holds surrogate pairs; every other text takes the fast path.
// Source: CPython Objects/unicodeobject.c (unicode_repr).

import { isPrintableCode } from './unicode.ts';

const surrogate = /[\ud800-\udfff]/;

/** Whether lengths and indices in code points differ from JavaScript's (or might). */
export function hasSurrogates(text: string): boolean {
  return surrogate.test(text);
}

/** The characters of a text: strings of one code point each. */
export function codePoints(text: string): string[] {
  return hasSurrogates(text) ? Array.from(text) : text.split('');
}

/** `len(text)`. */
export function lengthOf(text: string): number {
  if (!hasSurrogates(text)) return text.length;
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** `text[index]` for an index that counts from 0; undefined outside the text. */
export function at(text: string, index: number): string | undefined {
  if (!hasSurrogates(text)) return text[index];
  return Array.from(text)[index];
}

/** `text[start:stop]` for bounds in code points, both at least 0. */
export function sliceText(text: string, start: number, stop: number): string {
  if (!hasSurrogates(text)) return text.slice(start, Math.max(start, stop));
  return Array.from(text).slice(start, Math.max(start, stop)).join('');
}

/** The index in code points of the index `unit` in UTF-16 units. */
export function codeIndex(text: string, unit: number): number {
  return unit <= 0 ? unit : lengthOf(text.slice(0, unit));
}

const plain = /^[ !#-[\]-~]*$/;

function hexEscape(character: string): string {
  const code = character.codePointAt(0) as number;
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
  if (code < 0x10000) return `\\u${hex.padStart(4, '0')}`;
  return `\\U${hex.padStart(8, '0')}`;
}

function escaped(character: string, quote: string): string {
  switch (character) {
    case '\\':
      return '\\\\';
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
    case '\t':
      return '\\t';
    case quote:
      return `\\${quote}`;
  }
  return isPrintableCode(character.codePointAt(0) as number) ? character : hexEscape(character);
}

/**
 * `repr(text)`: in single quotes unless only single quotes occur; what is not printable escaped.
 */
export function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  if (plain.test(text) && !text.includes(mark)) return mark + text + mark;
  let result = mark;
  for (const character of text) result += escaped(character, mark);
  return result + mark;
}

/** `ascii(text)`: `repr` with everything beyond ASCII escaped. */
export function quoteAscii(text: string): string {
  return escapeBeyondAscii(quote(text));
}

/** A text that is a repr already, with everything beyond ASCII escaped. */
export function escapeBeyondAscii(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  return codePoints(text)
    .map((character) =>
      (character.codePointAt(0) as number) < 0x80 ? character : hexEscape(character),
    )
    .join('');
}

const octetEscapes = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/**
 * `repr` of a bytes, given as text of the codes 0 to 255: in single quotes unless only single
 * quotes occur.
 */
export function quoteOctets(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const body = text.replace(/[^ !#-&(-[\]-~]/g, (character) => {
    if (character === '"' || character === "'") {
      return character === mark ? `\\${character}` : character;
    }
    const hex = character.charCodeAt(0).toString(16).padStart(2, '0');
    return octetEscapes.get(character) ?? `\\x${hex}`;
  });
  return `b${mark}${body}${mark}`;
}
