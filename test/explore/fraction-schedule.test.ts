// Schedules out of plain numbers: 0 is the default, every order and every end of a range can be
// reached, and a failing property shrinks to the departure that matters.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scheduleFrom } from '../../src/explore/fraction-schedule.ts';
import { simulate } from '../simulated.ts';

const TIES = `
import asyncio

async def worker(name):
    await asyncio.sleep(1)
    print(name, end="")

async def main():
    await asyncio.gather(*[worker(name) for name in "abc"])

asyncio.run(main())
`;

function printed(fractions: readonly number[]): string {
  return simulate(TIES, { policy: scheduleFrom(fractions) }).stdout;
}

describe('an order', () => {
  test('is the default for 0 and for a question without a number', () => {
    expect([printed([0]), printed([])]).toEqual(['abc', 'abc']);
  });

  test('is each of the six, a sixth of the numbers for each', () => {
    const sixths = [0, 1, 2, 3, 4, 5].map((sixth) => printed([sixth / 6 + 1 / 12]));
    expect(sixths).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    expect(printed([1])).toBe('cba');
  });
});

test.each([-0.1, 1.1, Number.NaN])('%d is no fraction', (number) => {
  expect(() => scheduleFrom([number])).toThrow(
    new RangeError(`a fraction is a number from 0 to 1, not ${number}`),
  );
});

const SLEEPS = `
import asyncio, random

async def worker(name):
    await asyncio.sleep(random.uniform(1, 2))
    print(name, end="")

async def main():
    random.seed(1)
    await asyncio.gather(worker("a"), worker("b"))

asyncio.run(main())
`;

test('a duration takes its place in the range', () => {
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });
  const run = (fractions: readonly number[]): string =>
    simulate(SLEEPS, { policy: scheduleFrom(fractions) }).stdout;
  fc.assert(
    fc.property(fraction, fraction, (a, b) => {
      fc.pre(a > 0 && b > 0 && Math.abs(a - b) > 1e-9);
      expect(run([a, b])).toBe(a < b ? 'ab' : 'ba');
    }),
    { seed: 4, numRuns: 50 },
  );
});

test('a failing property shrinks to the one departure that it takes', () => {
  const fractions = fc.array(fc.constantFrom(0, 0.1, 0.4, 0.6, 0.9), { maxLength: 4 });
  const outcome = fc.check(
    fc.property(fractions, (each) => printed(each) === 'abc'),
    { seed: 1, numRuns: 200 },
  );
  expect(outcome.failed).toBe(true);
  expect(outcome.counterexample?.[0]).toHaveLength(1);
});
