import { expect, test } from 'vitest';
import { LimitReached } from '../../../src/base/stop.ts';
import { checkDepth, reserve, reserveBits } from '../../../src/lang/objects/limits.ts';
import { plainInterpreter, shown } from './plain-interpreter.ts';

const small = plainInterpreter({ limits: { collection: 100, recursion: 10 } });

test('a size at the limit is taken, one above ends the run', () => {
  expect(() => reserve(small, 99)).not.toThrow();
  expect(() => reserve(small, 100)).not.toThrow();
  expect(() => reserve(small, 101)).toThrow(LimitReached);
  expect(() => reserveBits(small, 100)).not.toThrow();
  expect(() => reserveBits(small, 101)).toThrow(LimitReached);
});

test('what is made is charged', () => {
  const run = plainInterpreter();
  reserve(run, 50);
  reserveBits(run, 60);
  expect(run.charged).toBe(52);
});

test('depth is an exception of Python', () => {
  expect(() => checkDepth(small, 10, '')).not.toThrow();
  expect(shown(small, () => checkDepth(small, 11, ' in comparison'))).toBe(
    'RecursionError: maximum recursion depth exceeded in comparison',
  );
});
