// The methods of bytes and bytearray that take octets apart or trim them: split, splitlines,
// partition, strip. White space is ASCII's, a line ends with \n, \r or both.
// Source: CPython Objects/bytesobject.c, Objects/stringlib/split.h.

import { ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { truthy } from '../objects/truth.ts';
import { chargeText, sizeArgument } from '../text/arguments.ts';
import { rsplitBy, splitBy } from '../text/str-splits.ts';
import { Builtin, Tuple } from '../values.ts';
import { alike, type OctetString, octetsArgument } from './octets.ts';

const isSpace = (text: string, place: number): boolean => /[\t-\r ]/.test(text.charAt(place));

/** Words between white space, `limit` cuts at most, counted from the left. */
function splitSpace(text: string, limit: number): string[] {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    while (from < text.length && isSpace(text, from)) from++;
    if (from === text.length) return parts;
    if (parts.length >= limit) return [...parts, text.slice(from)];
    let end = from;
    while (end < text.length && !isSpace(text, end)) end++;
    parts.push(text.slice(from, end));
    from = end;
  }
}

/** The same, counted from the right. */
function rsplitSpace(text: string, limit: number): string[] {
  const parts: string[] = [];
  let end = text.length;
  for (;;) {
    while (end > 0 && isSpace(text, end - 1)) end--;
    if (end === 0) return parts.reverse();
    if (parts.length >= limit) return [...parts, text.slice(0, end)].reverse();
    let from = end;
    while (from > 0 && !isSpace(text, from - 1)) from--;
    parts.push(text.slice(from, end));
    end = from;
  }
}

function splitter(
  method: string,
  bySpace: (text: string, limit: number) => string[],
  byText: (text: string, separator: string, limit: number) => string[],
): Builtin {
  return new Builtin(
    `${method}(self, /, sep=None, maxsplit=-1)`,
    (run: Interpreter, self: OctetString, separator: unknown, maxsplit: unknown) => {
      const maximum = sizeArgument(run, maxsplit);
      const limit = maximum < 0 ? Number.POSITIVE_INFINITY : maximum;
      const { text } = self;
      run.charge(1 + (text.length >> 2));
      if (separator === null) return bySpace(text, limit).map((part) => alike(self, part));
      const by = octetsArgument(separator);
      if (by === '') throw new ValueError('empty separator');
      return byText(text, by, limit).map((part) => alike(self, part));
    },
  );
}

function lineSplitter(): Builtin {
  return new Builtin(
    'splitlines(self, /, keepends=False)',
    (run: Interpreter, self: OctetString, keepEnds: unknown) => {
      chargeText(run, self.text);
      const keeps = truthy(run, keepEnds);
      const lines = self.text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
      return lines.map((line) => alike(self, keeps ? line : line.replace(/[\r\n]+$/, '')));
    },
  );
}

function partitioner(method: string): Builtin {
  return new Builtin(
    `${method}(self, sep, /)`,
    (run: Interpreter, self: OctetString, separator: unknown) => {
      const by = octetsArgument(separator);
      if (by === '') throw new ValueError('empty separator');
      const { text } = self;
      chargeText(run, text);
      const backwards = method === 'rpartition';
      const at = backwards ? text.lastIndexOf(by) : text.indexOf(by);
      const found = [text.slice(0, at), by, text.slice(at + by.length)];
      const parts = at >= 0 ? found : backwards ? ['', '', text] : [text, '', ''];
      return new Tuple(parts.map((part) => alike(self, part)));
    },
  );
}

function stripper(method: string, ends: 'l' | 'r' | 'b'): Builtin {
  return new Builtin(
    `${method}(self, bytes=None, /)`,
    (run: Interpreter, self: OctetString, given: unknown) => {
      const { text } = self;
      chargeText(run, text);
      const trimmed = given === null ? '\t\n\v\f\r ' : octetsArgument(given);
      let start = 0;
      let end = text.length;
      if (ends !== 'r') while (start < end && trimmed.includes(text[start])) start++;
      if (ends !== 'l') while (start < end && trimmed.includes(text[end - 1])) end--;
      return alike(self, text.slice(start, end));
    },
  );
}

/** Made anew for each of the two classes. */
export function splitMethods(): Builtin[] {
  return [
    splitter('split', splitSpace, splitBy),
    splitter('rsplit', rsplitSpace, rsplitBy),
    lineSplitter(),
    partitioner('partition'),
    partitioner('rpartition'),
    stripper('strip', 'b'),
    stripper('lstrip', 'l'),
    stripper('rstrip', 'r'),
  ];
}
