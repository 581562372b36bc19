import { describe, expect, test } from 'vitest';
import { RandomStream } from '../../src/explore/random-stream.ts';

const DRAWS = 6000;

function drawn<T>(purpose: string, draw: (random: RandomStream) => T, count = DRAWS): T[] {
  const random = new RandomStream(purpose);
  return Array.from({ length: count }, () => draw(random));
}

describe('a random stream', () => {
  test('is the same for the same purpose, and another for another', () => {
    const units = (purpose: string) => drawn(purpose, (random) => random.unit(), 20);
    expect(units('1/pct/4')).toEqual(units('1/pct/4'));
    expect(units('1/pct/5')).not.toEqual(units('1/pct/4'));
  });

  test('gives numbers from 0 to below 1, half of them below the half', () => {
    const units = drawn('units', (random) => random.unit());
    expect(units.every((unit) => unit >= 0 && unit < 1)).toBe(true);
    expect(units.filter((unit) => unit < 0.5).length / DRAWS).toBeCloseTo(0.5, 1);
  });

  test('gives every integer below a limit as often as the others', () => {
    const counts = new Map<number, number>();
    for (const each of drawn('integers', (random) => random.below(4)))
      counts.set(each, (counts.get(each) ?? 0) + 1);
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual([0, 1, 2, 3]);
    for (const count of counts.values()) expect(count / DRAWS).toBeCloseTo(1 / 4, 1);
  });

  test('lets something happen as often as its probability says', () => {
    const share = (probability: number) =>
      drawn('events', (random) => random.happens(probability)).filter(Boolean).length / DRAWS;
    expect([share(0), share(1)]).toEqual([0, 1]);
    expect(share(0.2)).toBeCloseTo(0.2, 1);
  });

  test('gives each of the six orders of three as often as the others', () => {
    const counts = new Map<string, number>();
    for (const order of drawn('orders', (random) => random.order(3).join('')))
      counts.set(order, (counts.get(order) ?? 0) + 1);
    expect([...counts.keys()].sort((a, b) => Number(a) - Number(b))).toEqual(
      '012 021 102 120 201 210'.split(' '),
    );
    for (const count of counts.values()) expect(count / DRAWS).toBeCloseTo(1 / 6, 1);
  });

  test('of nothing and of one gives the only order', () => {
    const random = new RandomStream('few');
    expect([random.order(0), random.order(1)]).toEqual([[], [0]]);
  });
});
