// Module `fnmatch`: names against patterns with `*`, `?` and `[…]`, matched by going back to the
// last star alone, so that no pattern takes long. Source: CPython 3.14 Lib/fnmatch.py.

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { items } from '../objects/iteration.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { typeName } from '../objects/type-of.ts';
import { PyModule, plainText } from '../values.ts';

type Piece = '*' | ((character: string) => boolean);

/** A `[…]` that begins at `at`; null where it is not closed. */
function setAt(pattern: readonly string[], at: number): { test: Piece; end: number } | null {
  let end = at + 1;
  if (pattern[end] === '!') end++;
  if (pattern[end] === ']') end++;
  while (end < pattern.length && pattern[end] !== ']') end++;
  if (end >= pattern.length) return null;
  const isNegated = pattern[at + 1] === '!';
  const inside = pattern.slice(at + (isNegated ? 2 : 1), end);
  const accepts = (character: string): boolean => {
    for (let i = 0; i < inside.length; i++) {
      const isRange = inside[i + 1] === '-' && i + 2 < inside.length;
      const last = isRange ? inside[i + 2] : inside[i];
      if (character >= inside[i] && character <= last) return true;
      if (isRange) i += 2;
    }
    return false;
  };
  return { test: (character) => accepts(character) !== isNegated, end };
}

function piecesOf(text: string): Piece[] {
  const pattern = Array.from(text);
  const pieces: Piece[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i];
    const set = c === '[' ? setAt(pattern, i) : null;
    if (set !== null) {
      pieces.push(set.test);
      i = set.end;
    } else if (c === '*') pieces.push('*');
    else pieces.push(c === '?' ? () => true : (character) => character === c);
  }
  return pieces;
}

function matches(run: Interpreter, name: string, pattern: string): boolean {
  const [characters, pieces] = [Array.from(name), piecesOf(pattern)];
  run.charge((characters.length + 1) * (pieces.length + 1));
  let [i, p, star, from] = [0, 0, -1, 0];
  while (i < characters.length) {
    const piece = pieces[p];
    if (piece === '*') {
      star = p++;
      from = i;
    } else if (piece?.(characters[i]) === true) {
      i++;
      p++;
    } else if (star < 0) return false;
    else {
      p = star + 1;
      i = ++from;
    }
  }
  while (pieces[p] === '*') p++;
  return p === pieces.length;
}

function textOf(value: unknown): string {
  const text = plainText(value);
  if (typeof text === 'string') return text;
  throw new PyTypeError(`expected str, bytes or os.PathLike object, not ${typeName(value)}`);
}

const test = (run: Interpreter, name: unknown, pattern: unknown): boolean =>
  matches(run, textOf(name), textOf(pattern));

const functions: readonly LibraryFunction[] = [
  new LibraryFunction('fnmatch(name, pat)', test),
  new LibraryFunction('fnmatchcase(name, pat)', test),
  new LibraryFunction('filter(names, pat)', (run, names: unknown, pattern: unknown) =>
    [...items(run, names)].filter((name) => test(run, name, pattern)),
  ),
  new LibraryFunction('filterfalse(names, pat)', (run, names: unknown, pattern: unknown) =>
    [...items(run, names)].filter((name) => !test(run, name, pattern)),
  ),
];

/** The module; the same for every run. */
export const fnmatchModule = new PyModule(
  'fnmatch',
  new Map(functions.map((each): [string, unknown] => [each.name, each])),
);
