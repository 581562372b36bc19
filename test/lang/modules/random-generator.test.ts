// Expected values are CPython's: `random.Random(seed).random()` and its neighbours.

import { describe, expect, test } from 'vitest';
import { PyTypeError } from '../../../src/asyncio/exceptions.ts';
import { PyRandom } from '../../../src/lang/modules/random-generator.ts';
import { Float } from '../../../src/lang/values.ts';

const firstOf = (seed: unknown) => new PyRandom(seed).random();

describe('the Mersenne Twister', () => {
  test('a seed of any kind gives CPython’s draws', () => {
    expect([1, 42, 'seed', true, 2n ** 64n].map(firstOf)).toEqual([
      0.13436424411240122, 0.6394267984578837, 0.1382359792209653, 0.13436424411240122,
      0.9776462743838505,
    ]);
    expect([-42, -(2n ** 64n)].map(firstOf)).toEqual([0.6394267984578837, 0.9776462743838505]);
  });

  test('a float seeds by its hash', () => {
    const seeds = [1.5, -2.25, 0, 1e300, Infinity, -1].map((value) => new Float(value));
    expect(seeds.map(firstOf)).toEqual([
      0.551763726942059, 0.9236205677220981, 0.8444218515250481, 0.2614143642581235,
      0.19236379321481523, 0.13119521545503066,
    ]);
    expect(new PyRandom(new Float(1.5)).bits(70)).toBe(310329124653222617900n);
  });

  test('version 1 seeds texts in the old way', () => {
    const random = new PyRandom(0);
    random.seed('abc', 1);
    expect(random.random()).toBe(0.09639374978773074);
    random.seed('', 1);
    expect(random.random()).toBe(0.8444218515250481);
  });

  test('other values are no seeds', () => {
    expect(() => new PyRandom([])).toThrow(PyTypeError);
  });

  test('without a seed the next one comes from a stream that the last seed determines', () => {
    const [first, second] = [new PyRandom(5), new PyRandom(5)];
    first.seed(null);
    second.random();
    second.seed(null);
    const drawn = first.random();
    expect(second.random()).toBe(drawn);
    first.seed(null);
    expect(first.random()).not.toBe(drawn);
    expect(firstOf(5)).not.toBe(drawn);
    expect(new PyRandom(5).fresh()).not.toBe(new PyRandom(6).fresh());
  });

  test('asking for a fresh seed moves no draw', () => {
    const random = new PyRandom(1);
    random.fresh();
    expect(random.random()).toBe(0.13436424411240122);
  });

  test('bits and bounded ints of any size lie in their range', () => {
    const random = new PyRandom(3);
    for (const count of [0, 1, 31, 32, 33, 53, 54, 64, 65, 1000]) {
      const value = BigInt(random.bits(count));
      expect(value >= 0n && value < 1n << BigInt(count)).toBe(true);
    }
    for (let i = 0; i < 100; i++) {
      expect(random.indexBelow(3)).toBeLessThan(3);
      expect(BigInt(random.below(10n ** 20n)) < 10n ** 20n).toBe(true);
    }
  });

  test('every draw is reported', () => {
    const drawn: [PyRandom, unknown][] = [];
    const random = new PyRandom(1, (generator, value) => drawn.push([generator, value]));
    const given = [new Float(random.random()), random.bits(8), new Float(random.random())];
    expect(drawn).toEqual(given.map((value) => [random, value]));
  });
});
