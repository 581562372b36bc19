// What is asleep, and what wakes it, in a run whose stretches share what is said.
import { expect, test } from 'vitest';
import { Commuting, sameFiring } from '../../../src/explore/orders/sleep-set.ts';
import { logged } from './logged.ts';

// At 1 s and 2 s two tasks append to one list, at 3 s and 4 s two others to lists of their own.
const { record } = logged(`
x, y, z = [], [], []
async def other(seconds, act):
    await asyncio.sleep(seconds)
    act()
    await asyncio.sleep(9)
await asyncio.gather(
    other(1, lambda: x.append(1)), other(2, lambda: x.append(2)),
    other(3, lambda: y.append(3)), other(4, lambda: z.append(4)))`);
const commuting = new Commuting(record);
const [A, B, C, D] = ['0.0', '0.1', '0.2', '0.3'];

test('firings are the same where their ids are', () => {
  expect(sameFiring([A, B], [A, B])).toBe(true);
  expect(sameFiring([A, B], [A])).toBe(false);
  expect(sameFiring([A], [B])).toBe(false);
});

test('stretches commute unless they share something, or one did not come about', () => {
  expect(commuting.commute([A], [C, D])).toBe(true);
  expect(commuting.commute([C, A], [B])).toBe(false);
  expect(commuting.commute([A], ['0.9'])).toBe(false);
});

test('what is asleep stays so after what it commutes with', () => {
  expect(commuting.after([[A], [D]], [C])).toEqual([[A], [D]]);
  expect(commuting.after([[A], [D]], [B])).toEqual([[D]]);
});

test('what is left of it stays asleep where a part of it fires', () => {
  expect(commuting.after([[A, C]], [A])).toEqual([[C]]);
  expect(commuting.after([[A, B]], [A])).toEqual([]);
  expect(commuting.after([[A, C]], [A, D])).toEqual([]);
  expect(commuting.after([[A]], [A])).toEqual([]);
});

test('what fires is covered where a part of it is asleep that commutes with the rest', () => {
  expect(commuting.isCovered([[A]], [A])).toBe(true);
  expect(commuting.isCovered([[A]], [A, C])).toBe(true);
  expect(commuting.isCovered([[A]], [A, B])).toBe(false);
  expect(commuting.isCovered([[A, C]], [A])).toBe(false);
  expect(commuting.isCovered([], [A])).toBe(false);
});
