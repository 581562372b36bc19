import { expect, test } from 'vitest';
import { loadText } from '../mistakes/corpus.ts';

const told = (...lines: readonly string[]) =>
  loadText('py', `${lines.join('\n')}\n`).diagnostics.map(
    ({ span, message, hint }) => `${span.line}:${span.column} ${message} (${hint})`,
  );

const HINT = 'hold one in an attribute, and write the methods that are called';

test('a class that the simulator makes no others of is refused before the run', () => {
  expect(
    told('import asyncio', 'class Pairs(zip): pass', 'class Mine(asyncio.Task): pass'),
  ).toEqual([
    `2:13 a class derived from 'zip' is not supported (${HINT})`,
    `3:12 a class derived from 'asyncio.Task' is not supported (${HINT})`,
  ]);
});

test('collections, locks and enumerations of values are derived from', () => {
  expect(
    told(
      'import asyncio',
      'from enum import Enum',
      'class Cache(dict): pass',
      'class Named(asyncio.Lock): pass',
      'class Colour(str, Enum): RED = "red"',
    ),
  ).toEqual([]);
});
