// Draws by seed are compared with CPython's in random.test.ts; here are means and edges.

import { describe, expect, test } from 'vitest';
import { OverflowError, ValueError, ZeroDivisionError } from '../../../src/asyncio/exceptions.ts';
import * as distributions from '../../../src/lang/modules/random-distributions.ts';
import { PyRandom } from '../../../src/lang/modules/random-generator.ts';

const COUNT = 20_000;

function mean(draw: (random: PyRandom) => number): number {
  const random = new PyRandom(2024);
  let sum = 0;
  for (let i = 0; i < COUNT; i++) sum += draw(random);
  return sum / COUNT;
}

describe('distributions', () => {
  test.each([
    ['normalvariate', (r: PyRandom) => distributions.normalvariate(r, 3, 1), 3],
    ['gauss', (r: PyRandom) => distributions.gauss(r, 3, 1), 3],
    [
      'lognormvariate',
      (r: PyRandom) => distributions.lognormvariate(r, 0, 0.5),
      1.1331484530668263,
    ],
    ['expovariate', (r: PyRandom) => distributions.expovariate(r, 0.5), 2],
    ['gammavariate', (r: PyRandom) => distributions.gammavariate(r, 2, 3), 6],
    ['gammavariate below 1', (r: PyRandom) => distributions.gammavariate(r, 0.5, 2), 1],
    ['betavariate', (r: PyRandom) => distributions.betavariate(r, 2, 3), 0.4],
    ['paretovariate', (r: PyRandom) => distributions.paretovariate(r, 5), 1.25],
    ['weibullvariate', (r: PyRandom) => distributions.weibullvariate(r, 2, 1), 2],
    ['vonmisesvariate', (r: PyRandom) => distributions.vonmisesvariate(r, 3, 8), 3],
    ['triangular', (r: PyRandom) => distributions.triangular(r, 0, 6, 3) as number, 3],
  ])('%s has its mean', (_name, draw, wanted) => {
    expect(Math.abs(mean(draw) / wanted - 1)).toBeLessThan(0.03);
  });

  test('parameters out of range raise CPython’s errors', () => {
    const random = new PyRandom(1);
    expect(() => distributions.gammavariate(random, 0, 1)).toThrow(ValueError);
    expect(() => distributions.expovariate(random, 0)).toThrow(ZeroDivisionError);
    expect(() => distributions.lognormvariate(random, 800, 1)).toThrow(OverflowError);
    expect(() => distributions.paretovariate(random, 1e-4)).toThrow(OverflowError);
    expect(distributions.triangular(random, 2, 2, 2)).toBe(null);
  });
});
