// str methods that take a text apart or trim it: split, rsplit, splitlines, partition, strip. White
// space is CPython's set, written out (all of it lies in the basic plane, so UTF-16 units do).
// Source: CPython Objects/unicodeobject.c, Objects/stringlib/split.h.

import { PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { Builtin, Tuple } from '../values.ts';
import { chargeText, sizeArgument } from './arguments.ts';
import { codePoints } from './quote.ts';

const SPACE =
  '\\t-\\r\\x1c-\\x1f \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const isSpace = new RegExp(`^[${SPACE}]$`);
const leadingSpace = new RegExp(`^[${SPACE}]+`);
const words = new RegExp(`[^${SPACE}]+`, 'g');
const firstWord = new RegExp(`^[^${SPACE}]+`);

/** `text.rstrip()`; by hand, as a regular expression would try every run of spaces to its end. */
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Words between white space, `limit` cuts at most, counted from the left. */
function splitSpace(text: string, limit: number): string[] {
  if (limit === Infinity) return text.match(words) ?? [];
  const parts: string[] = [];
  let rest = text.replace(leadingSpace, '');
  while (rest !== '' && parts.length < limit) {
    const found = (firstWord.exec(rest) as RegExpExecArray)[0];
    parts.push(found);
    rest = rest.slice(found.length).replace(leadingSpace, '');
  }
  if (rest !== '') parts.push(rest);
  return parts;
}

function rsplitSpace(text: string, limit: number): string[] {
  if (limit === Infinity) return splitSpace(text, limit);
  const parts: string[] = [];
  let rest = trimEnd(text);
  while (rest !== '' && parts.length < limit) {
    let start = rest.length;
    while (start > 0 && !isSpace.test(rest.charAt(start - 1))) start--;
    parts.push(rest.slice(start));
    rest = trimEnd(rest.slice(0, start));
  }
  if (rest !== '') parts.push(rest);
  return parts.reverse();
}

export function splitBy(text: string, separator: string, limit: number): string[] {
  if (limit === Infinity) return text.split(separator);
  const parts: string[] = [];
  let from = 0;
  while (parts.length < limit) {
    const at = text.indexOf(separator, from);
    if (at < 0) break;
    parts.push(text.slice(from, at));
    from = at + separator.length;
  }
  parts.push(text.slice(from));
  return parts;
}

/** Cuts at separators found from the right; without a limit too, as overlaps then differ. */
export function rsplitBy(text: string, separator: string, limit: number): string[] {
  const parts: string[] = [];
  let end = text.length;
  while (parts.length < limit) {
    const from = end - separator.length;
    const at = from < 0 ? -1 : text.lastIndexOf(separator, from);
    if (at < 0) break;
    parts.push(text.slice(at + separator.length, end));
    end = at;
  }
  parts.push(text.slice(0, end));
  return parts.reverse();
}

function splitter(
  method: string,
  bySpace: (text: string, limit: number) => string[],
  byText: (text: string, separator: string, limit: number) => string[],
): Builtin {
  return new Builtin(
    `${method}(self, /, sep=None, maxsplit=-1)`,
    (run: Interpreter, self: string, separator: unknown, maxsplit: unknown) => {
      const maximum = sizeArgument(run, maxsplit);
      const limit = maximum < 0 ? Infinity : maximum;
      run.charge(1 + (self.length >> 2));
      if (separator === null) return bySpace(self, limit);
      if (typeof separator !== 'string') {
        throw new PyTypeError(`must be str or None, not ${run.objects.typeName(separator)}`);
      }
      if (separator === '') throw new ValueError('empty separator');
      return byText(self, separator, limit);
    },
  );
}

const lineEnd = /\r\n|[\n-\r\x1c-\x1e\x85\u2028\u2029]/g;

/** `text.splitlines(keepends)`. */
export function splitLines(text: string, keepEnds: boolean): string[] {
  const lines: string[] = [];
  let from = 0;
  for (const found of text.matchAll(lineEnd)) {
    const end = found.index + found[0].length;
    lines.push(text.slice(from, keepEnds ? end : found.index));
    from = end;
  }
  if (from < text.length) lines.push(text.slice(from));
  return lines;
}

const splitlines = new Builtin(
  'splitlines(self, /, keepends=False)',
  (run: Interpreter, self: string, keepEnds: unknown) => {
    chargeText(run, self);
    return splitLines(self, isTrue(run, keepEnds));
  },
);

/** The truth of a flag argument. */
function isTrue(run: Interpreter, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  return run.objects.truth(run, value);
}

function partitioner(method: string): Builtin {
  return new Builtin(
    `${method}(self, sep, /)`,
    (run: Interpreter, self: string, separator: unknown) => {
      if (typeof separator !== 'string') {
        throw new PyTypeError(`must be str, not ${run.objects.typeName(separator)}`);
      }
      if (separator === '') throw new ValueError('empty separator');
      chargeText(run, self);
      const backwards = method === 'rpartition';
      const at = backwards ? self.lastIndexOf(separator) : self.indexOf(separator);
      if (at < 0) return new Tuple(backwards ? ['', '', self] : [self, '', '']);
      return new Tuple([self.slice(0, at), separator, self.slice(at + separator.length)]);
    },
  );
}

/** `self` without the characters that `trims` takes, at the ends asked for. */
function trim(self: string, trims: (character: string) => boolean, ends: 'l' | 'r' | 'b'): string {
  const characters = codePoints(self);
  let start = 0;
  let end = characters.length;
  if (ends !== 'r') while (start < end && trims(characters[start])) start++;
  if (ends !== 'l') while (start < end && trims(characters[end - 1])) end--;
  if (start === 0 && end === characters.length) return self;
  return characters.slice(start, end).join('');
}

function stripper(method: string, ends: 'l' | 'r' | 'b'): Builtin {
  return new Builtin(
    `${method}(self, chars=None, /)`,
    (run: Interpreter, self: string, chars: unknown) => {
      chargeText(run, self);
      if (chars === null) {
        const right = ends === 'l' ? self : trimEnd(self);
        return ends === 'r' ? right : right.replace(leadingSpace, '');
      }
      if (typeof chars !== 'string') {
        throw new PyTypeError(`${method} arg must be None or str`);
      }
      const set = new Set(codePoints(chars));
      return trim(self, (character) => set.has(character), ends);
    },
  );
}

export const splitMethods: readonly Builtin[] = [
  splitter('split', splitSpace, splitBy),
  splitter('rsplit', rsplitSpace, rsplitBy),
  splitlines,
  partitioner('partition'),
  partitioner('rpartition'),
  stripper('strip', 'b'),
  stripper('lstrip', 'l'),
  stripper('rstrip', 'r'),
];
