// What comes before what, in runs of which it is known.
import { describe, expect, test } from 'vitest';
import { Causes } from '../../../src/explore/orders/causes.ts';
import { logged } from './logged.ts';

/** Stretches 1 to 4: a at 1 s, b at 2 s, a again at 3 s, c at 4 s; who name one list clash. */
function causesOf(a: string, b: string, again: string, c: string): Causes {
  const { record } = logged(`
x, y = [], []
async def first():
    await asyncio.sleep(1)
    ${a}
    await asyncio.sleep(2)
    ${again}
    await asyncio.sleep(9)
async def other(seconds, act):
    await asyncio.sleep(seconds)
    act()
    await asyncio.sleep(9)
await asyncio.gather(first(), other(2, lambda: ${b}), other(4, lambda: ${c}))`);
  return new Causes(record);
}

/** Only the start is done. */
const start = (at: number): boolean => at === 0;

describe('a stretch comes after', () => {
  test('what made its timer and what it clashes with, and what these come after', () => {
    const causes = causesOf('x.append(1)', 'x.append(2)', 'pass', 'y.append(3)');
    expect([1, 2, 3, 4].filter((each) => causes.follows(2, each))).toEqual([1]);
    expect(causes.follows(3, 1)).toBe(true);
    expect(causes.follows(3, 2)).toBe(false);
    expect([1, 2, 3].some((each) => causes.follows(4, each))).toBe(false);
    const chained = causesOf('x.append(1)', '(x.append(2), y.append(1))', 'pass', 'y.append(3)');
    expect(chained.follows(4, 1)).toBe(true);
  });
});

test('two race where neither made the other, and nothing between them decides', () => {
  const causes = causesOf('x.append(1)', 'x.append(2)', 'x.append(3)', 'x.append(4)');
  expect(causes.racingWith(2)).toEqual([1]);
  // The first made the timer of the third; the third comes between the first two and the fourth.
  expect(causes.racingWith(3)).toEqual([2]);
  expect(causes.racingWith(4)).toEqual([3]);
});

describe('to take the later one first, a run goes on with', () => {
  test('that one itself, where it needs nothing else', () => {
    const causes = causesOf('x.append(1)', 'x.append(2)', 'pass', 'y.append(3)');
    expect(causes.initials([1], 2, start)).toEqual([2]);
  });

  test('what it needs first', () => {
    const causes = causesOf('y.append(1)', 'x.append(2)', 'x.append(3)', 'x.append(4)');
    // Stretch 4 before 2: first comes 1, which makes the timer of 3, unless it is done.
    expect(causes.initials([2], 3, start)).toEqual([1]);
    expect(causes.initials([2], 3, (at) => at <= 1)).toEqual([3]);
  });

  test('nothing, where it is made by what comes after the earlier one', () => {
    const causes = causesOf('x.append(1)', 'x.append(2)', 'pass', 'x.append(3)');
    expect(causes.initials([1], 3, start)).toEqual([]);
  });
});

test('one comes directly after the last ones that it comes after, its maker among them', () => {
  const causes = causesOf('x.append(1)', 'x.append(2)', 'y.append(1)', 'x.append(y.pop())');
  expect([1, 2, 3, 4].map((at) => causes.directlyBefore(at))).toEqual([[0], [1], [1], [2, 3]]);
  expect(causes.racingWith(4)).toEqual([2, 3]);
  expect(causes.racingWith(3)).toEqual([]);
});
