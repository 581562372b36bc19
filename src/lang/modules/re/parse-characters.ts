// The escapes and the sets of a regular expression: `\d`, `\x41`, `\1`, `[a-z_]`.
// Source: CPython 3.14 Lib/re/_parser.py (_escape, _class_escape).

import type { GroupReader } from './parse.ts';
import type { PatternCursor } from './pattern-cursor.ts';
import type { Category, Node, Place, SetPart } from './tree.ts';

const CONTROLS: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['b', 8],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
  ['\\', 92],
]);
const PLACES: ReadonlyMap<string, Place> = new Map([
  ['A', 'start'],
  ['Z', 'end'],
  ['z', 'end'],
  ['b', 'word'],
  ['B', 'no-word'],
]);
const CATEGORIES = 'dDsSwW';
const HEX_DIGITS: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** The character of `\x41` and its like; null for another letter. */
function hexadecimal(cursor: PatternCursor, letter: string, at: number): number | null {
  const count = HEX_DIGITS.get(letter);
  if (count === undefined) return null;
  const digits = cursor.takeWhile(/^[0-9a-fA-F]$/, count);
  const shown = `\\${letter}${digits}`;
  if (digits.length < count) throw cursor.error(`incomplete escape ${shown}`, at);
  const code = Number.parseInt(digits, 16);
  if (code > 0x10ffff) throw cursor.error(`bad escape ${shown}`, at);
  return code;
}

/** An escape outside of brackets, whose backslash was taken. */
export function parseEscape(
  cursor: PatternCursor,
  at: number,
  flags: number,
  groups: GroupReader,
): Node {
  if (cursor.isAtEnd) throw cursor.error('bad escape (end of pattern)', at);
  const letter = cursor.next();
  const place = PLACES.get(letter);
  if (place !== undefined) return { kind: 'place', place, flags };
  if (CATEGORIES.includes(letter)) {
    return { kind: 'set', parts: [letter as Category], isNegated: false, flags };
  }
  if (/^[1-9]$/.test(letter)) return reference(cursor, letter, at, flags, groups);
  const code = characterOf(cursor, letter, at);
  return { kind: 'character', code, flags };
}

/** A reference to a group, or an octal number of three digits. */
function reference(
  cursor: PatternCursor,
  first: string,
  at: number,
  flags: number,
  groups: GroupReader,
): Node {
  const more = cursor.takeWhile(/^[0-9]$/, 1);
  const isOctal = /^[0-3]$/.test(first) && /^[0-7]$/.test(more) && /^[0-7]$/.test(cursor.peek());
  if (isOctal) {
    const code = Number.parseInt(first + more + cursor.next(), 8);
    return { kind: 'character', code, flags };
  }
  const number = Number(first + more);
  if (number > groups.groups) throw cursor.error(`invalid group reference ${number}`, at + 1);
  groups.checkOpen(number, at);
  return { kind: 'reference', number, flags };
}

function characterOf(cursor: PatternCursor, letter: string, at: number): number {
  const hex = hexadecimal(cursor, letter, at);
  if (hex !== null) return hex;
  if (letter === '0') return Number.parseInt(`0${cursor.takeWhile(/^[0-7]$/, 2)}`, 8);
  const control = CONTROLS.get(letter);
  if (control !== undefined) return control;
  if (/^[a-zA-Z0-9]$/.test(letter)) throw cursor.error(`bad escape \\${letter}`, at);
  return letter.codePointAt(0) as number;
}

/** A character or category inside brackets. */
function setItem(cursor: PatternCursor): number | Category {
  const at = cursor.at;
  const character = cursor.next();
  if (character !== '\\') return character.codePointAt(0) as number;
  if (cursor.isAtEnd) throw cursor.error('bad escape (end of pattern)', at);
  const letter = cursor.next();
  if (CATEGORIES.includes(letter)) return letter as Category;
  if (/^[0-7]$/.test(letter)) {
    return Number.parseInt(letter + cursor.takeWhile(/^[0-7]$/, 2), 8);
  }
  return characterOf(cursor, letter, at);
}

/** A set, whose bracket was taken. */
export function parseSet(cursor: PatternCursor, at: number, flags: number): Node {
  const isNegated = cursor.take('^');
  const first = cursor.at;
  const parts: SetPart[] = [];
  while (cursor.at === first || cursor.peek() !== ']') {
    if (cursor.isAtEnd) throw cursor.error('unterminated character set', at);
    const itemAt = cursor.at;
    const low = setItem(cursor);
    const isRange = cursor.peek() === '-' && cursor.text(cursor.at + 1) !== ']';
    if (!isRange) {
      parts.push(typeof low === 'number' ? [low, low] : low);
      continue;
    }
    cursor.next();
    if (cursor.isAtEnd) throw cursor.error('unterminated character set', at);
    const high = setItem(cursor);
    if (typeof low !== 'number' || typeof high !== 'number' || low > high) {
      const shown = cursor.rest(itemAt).slice(0, cursor.at - itemAt);
      throw cursor.error(`bad character range ${shown}`, itemAt);
    }
    parts.push([low, high]);
  }
  cursor.next();
  return { kind: 'set', parts, isNegated, flags };
}
