// A user's function as a target: called with its arguments, known by its key.
import { expect, test } from 'vitest';
import { CallbackTarget } from '../../src/asyncio/callback.ts';

test('calls the function with its arguments', () => {
  const seen: unknown[][] = [];
  new CallbackTarget((...args: unknown[]) => seen.push(args), [1, 'two']).run();
  expect(seen).toEqual([[1, 'two']]);
});

test('is known by its function, or by what was wrapped into it', () => {
  const fn = (): null => null;
  expect(new CallbackTarget(fn, []).key).toBe(fn);
  expect(new CallbackTarget(fn, [], 'wrapped').key).toBe('wrapped');
});
