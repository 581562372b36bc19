import { expect, test } from 'vitest';
import * as codes from '../../src/cli/exit-codes.ts';

test('no two ways to end share a code, and signals are 128 + their number', () => {
  const all = Object.values(codes);
  expect(new Set(all).size).toBe(all.length);
  expect(codes.EXIT_SIGINT).toBe(128 + 2);
  expect(codes.EXIT_SIGTERM).toBe(128 + 15);
});
