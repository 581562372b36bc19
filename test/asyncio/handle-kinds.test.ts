// Every operation code has a name of its own in a trace.
import { expect, test } from 'vitest';
import * as kinds from '../../src/asyncio/handle-kinds.ts';

const codes = Object.entries(kinds).flatMap(([name, value]) =>
  typeof value === 'number' ? [[name, value] as const] : [],
);

test('names are those of the constants, and no two share a code', () => {
  const named = (code: string): string => code.toLowerCase().replaceAll('_', '-');
  expect(codes.map(([, code]) => kinds.handleName(code))).toEqual(
    codes.map(([name]) => named(name)),
  );
  expect(new Set(codes.map(([, code]) => code)).size).toBe(codes.length);
});

test('codes fit into the column of the ready queue', () => {
  expect(codes.every(([, code]) => code >= 0 && code < 256)).toBe(true);
});
