// What stands in the place of a match: `\1`, `\g<name>` and the escapes of a text.
// Source: CPython 3.14 Lib/re/_parser.py (parse_template).

import { IndexError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import type { Match } from './match.ts';
import { PatternCursor } from './pattern-cursor.ts';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['\\', '\\'],
]);

/** A text, or the number of a group. */
type Part = string | number;

type Groups = Pick<Match['pattern'], 'names' | 'groups'>;

function groupNamed(cursor: PatternCursor, groups: Groups): number {
  const start = cursor.at;
  if (!cursor.take('<')) throw cursor.error('missing <', start);
  const name = cursor.until('>', 'group name');
  if (/^\d+$/.test(name)) {
    if (Number(name) > groups.groups) {
      throw cursor.error(`invalid group reference ${Number(name)}`, start + 1);
    }
    return Number(name);
  }
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) {
    throw cursor.error(`bad character in group name '${name}'`, start + 1);
  }
  const number = groups.names.get(name);
  if (number === undefined) throw new IndexError(`unknown group name '${name}'`);
  return number;
}

function escaped(cursor: PatternCursor, groups: Groups, at: number): Part {
  if (cursor.isAtEnd) throw cursor.error('bad escape (end of pattern)', at);
  const letter = cursor.next();
  if (letter === 'g') return groupNamed(cursor, groups);
  if (letter === '0') {
    return String.fromCodePoint(Number.parseInt(`0${cursor.takeWhile(/^[0-7]$/, 2)}`, 8));
  }
  if (/^[1-9]$/.test(letter)) {
    const digits = letter + cursor.takeWhile(/^[0-9]$/, 1);
    const isOctal = /^[0-3][0-7]$/.test(digits) && /^[0-7]$/.test(cursor.peek());
    if (isOctal) return String.fromCodePoint(Number.parseInt(digits + cursor.next(), 8));
    if (Number(digits) > groups.groups) {
      throw cursor.error(`invalid group reference ${digits}`, at + 1);
    }
    return Number(digits);
  }
  const known = ESCAPES.get(letter);
  if (known !== undefined) return known;
  if (/^[a-zA-Z]$/.test(letter)) throw cursor.error(`bad escape \\${letter}`, at);
  return `\\${letter}`;
}

/** The parts of a template. Throws re.PatternError, and IndexError for an unknown name. */
export function parseTemplate(template: string, groups: Groups): readonly Part[] {
  if (!template.includes('\\')) return [template];
  const cursor = new PatternCursor(template);
  const parts: Part[] = [];
  while (!cursor.isAtEnd) {
    const at = cursor.at;
    const character = cursor.next();
    parts.push(character === '\\' ? escaped(cursor, groups, at) : character);
  }
  return parts;
}

/** A template with the groups of a match; one that has not matched is empty. */
export function filled(parts: readonly Part[], match: Match): string {
  return parts
    .map((part) => (typeof part === 'string' ? part : (match.group(part) ?? '')))
    .join('');
}

/** `match.expand(template)`. */
export function expanded(_run: Interpreter, match: Match, template: string): string {
  return filled(parseTemplate(template, match.pattern), match);
}
