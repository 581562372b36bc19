// What of a program cannot be enumerated, read from its text.
import { describe, expect, test } from 'vitest';
import { clockReservation, drawsData } from '../../src/explore/reservation.ts';
import { scenarioOf } from '../simulated.ts';

const CLOCK = 'the program reads the clock: durations are sampled, not enumerated';

function main(...lines: string[]): string {
  const body = ['loop = asyncio.get_running_loop()', ...lines].map((line) => `    ${line}`);
  const head = ['import asyncio, random, time', '', 'async def main():'];
  return [...head, ...body, '', 'asyncio.run(main())', ''].join('\n');
}

describe('a search over orders of expiry', () => {
  test.each([
    ['start = loop.time()'],
    ['if time.monotonic() > 5: raise ValueError'],
    ['start = time.time()'],
    ['await asyncio.sleep(5 - loop.time())'],
    ['print(1)', 'late = [loop.time() > 3]'],
    ['clock = loop.time'],
  ])('cannot be exhaustive where %s decides what a program does', (...lines) => {
    expect(clockReservation(scenarioOf(main(...lines)))).toBe(CLOCK);
  });

  test('cannot be exhaustive where the clock has another name', () => {
    const text = `from time import monotonic as clock\n${main('start = clock()')}`;
    expect(clockReservation(scenarioOf(text))).toBe(CLOCK);
  });

  test.each([
    ['print(loop.time())'],
    ['print(f"at {loop.time():.2f}", time.time())'],
    ['time.sleep(1)'],
    ['now = 3', 'print(now)'],
    ['await asyncio.sleep(random.uniform(1, 2))'],
  ])('may be exhaustive where %s is all that there is of time', (...lines) => {
    expect(clockReservation(scenarioOf(main(...lines)))).toBe(null);
  });

  test('cannot be exhaustive where an expectation reads the clock', () => {
    const text = 'main:\n  - await sleep(1)\nexpect:\n  finally: ["now() < 5"]\n';
    expect(clockReservation(scenarioOf(text, 'spec.yaml'))).toBe(CLOCK);
    expect(clockReservation(scenarioOf(text.replace('now()', '4'), 'spec.yaml'))).toBe(null);
  });

  test('cannot be exhaustive where a run is ended at some time', () => {
    expect(clockReservation(scenarioOf(main('pass')), 5)).toBe('the runs are ended by the clock');
  });
});

describe('a program draws data', () => {
  test.each([
    ['if random.random() < 0.5: raise ValueError'],
    ['random.shuffle([1, 2])'],
    ['pause = random.uniform(1, 2)', 'await asyncio.sleep(pause)'],
    ['await asyncio.sleep(max(1, random.gauss(1, 2)))'],
    ['print(random.getrandbits(8))'],
  ])('with %s', (...lines) => {
    expect(drawsData(scenarioOf(main(...lines)))).toBe(true);
  });

  test.each([
    ['await asyncio.sleep(random.uniform(1, 2))'],
    ['await asyncio.sleep(0.5 + 2 * random.random())'],
    ['await asyncio.wait_for(asyncio.sleep(1), timeout=random.expovariate(2))'],
    ['random.seed(4)'],
    ['print("random")'],
  ])('not with %s', (...lines) => {
    expect(drawsData(scenarioOf(main(...lines)))).toBe(false);
  });
});
