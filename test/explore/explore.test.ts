// Exploring from the library.
import { describe, expect, test } from 'vitest';
import { getRunningLoop } from '../../src/asyncio/events.ts';
import { gather } from '../../src/asyncio/gather.ts';
import { sleep } from '../../src/asyncio/sleep.ts';
import { explore, explorerOf, reportOf } from '../../src/explore/explore.ts';
import { finished } from '../../src/explore/work.ts';
import { scenarioOf } from '../simulated.ts';
import { LEAK, RACE, TIE } from './explored.ts';

describe('exploring a scenario', () => {
  test('reports the same for the same arguments, and other ways to the same for another seed', () => {
    const report = (seed: number) => explore(scenarioOf(RACE), { seed, runs: 50 });
    expect(report(1)).toEqual(report(1));
    expect(report(2).findings.map(({ symptom }) => symptom.key)).toEqual(
      report(1).findings.map(({ symptom }) => symptom.key),
    );
  });

  test('varies all that CPython leaves open by default, and what it is told to', () => {
    expect(explore(scenarioOf(TIE)).findings.map(({ reach }) => reach)).toEqual([
      'unspecified order',
    ]);
    const { findings, coverage, runs } = explore(scenarioOf(TIE), { vary: ['timing'] });
    expect([findings, coverage.isExhaustive, runs]).toEqual([[], true, 1]);
    expect(explore(scenarioOf(LEAK)).findings).toEqual([]);
  });

  test('takes what varies and how often from the scenario where nothing is asked for', () => {
    const text =
      'explore: { vary: [cancel], runs: 3 }\nmain:\n  - await sleep(1)\n  - await sleep(1)\n';
    const scenario = scenarioOf(text, 'spec.yaml');
    expect(explore(scenario).runs).toBe(3);
    expect(explore(scenario, { vary: ['ties'] }).runs).toBe(1);
  });

  test('lets every duration vary where there is a jitter', () => {
    const text = `import asyncio
done = []
async def worker(name, seconds):
    await asyncio.sleep(seconds)
    done.append(name)
async def main():
    await asyncio.gather(worker("a", 1), worker("b", 1.25))
    assert done == ["a", "b"], done
asyncio.run(main())
`;
    const scenario = scenarioOf(text);
    expect(explore(scenario).findings).toEqual([]);
    // 10% of 1 and 1.25 s never make the first later than the second: 1.1 < 1.125.
    const little = explore(scenario, { jitter: { share: 0.1, seconds: 0 } });
    expect([little.findings, little.coverage.isExhaustive]).toEqual([[], true]);
    const more = explore(scenario, { jitter: { share: 0, seconds: 0.2 } });
    expect(more.findings.map(({ kinds }) => kinds)).toEqual([['timing']]);
  });

  test('puts failures before advice', () => {
    const text = `import asyncio, random
async def left():
    await asyncio.sleep(8.2)
async def main():
    asyncio.create_task(left())
    await asyncio.sleep(random.uniform(8, 10))
    assert asyncio.get_running_loop().time() < 9.9
asyncio.run(main())
`;
    const levels = explore(scenarioOf(text)).findings.map(({ symptom }) => symptom.level);
    expect(levels).toEqual([...levels].sort((a, b) => (a === b ? 0 : a === 'failure' ? -1 : 1)));
    expect(new Set(levels)).toEqual(new Set(['failure', 'advice']));
  });

  test('may be done in slices, and reported at any time', () => {
    const explorer = explorerOf(scenarioOf(RACE), { runs: 10 });
    finished(explorer.advance(1));
    expect(finished(reportOf(explorer))).toMatchObject({ runs: 1, findings: [] });
  });
});

describe('exploring a main that is written in TypeScript', () => {
  test('names an exception of asyncio with its message', () => {
    const { findings } = explore(function* early(): Generator<unknown, unknown, unknown> {
      const future = getRunningLoop().createFuture();
      yield* sleep(1);
      return future.result();
    });
    const told = findings.map(({ symptom: { message, key } }) => [message, key]);
    expect(told).toEqual([
      ['InvalidStateError: Result is not set.', 'exception InvalidStateError 0'],
    ]);
  });

  const done: string[] = [];
  function* worker(name: string): Generator<unknown, void, unknown> {
    yield* sleep(1);
    done.push(name);
  }
  function* main(): Generator<unknown, void, unknown> {
    done.length = 0;
    yield* gather([worker('a'), worker('b')]);
    if (done[0] === 'b') throw new RangeError('b came first');
  }

  test('finds orders of equal deadlines in which it throws', () => {
    const { findings, coverage, runs } = explore(main, { strategy: 'systematic' });
    expect([runs, coverage.isExhaustive]).toEqual([2, true]);
    expect(findings.map(({ symptom, reach }) => [symptom.message, reach])).toEqual([
      ['RangeError: b came first', 'unspecified order'],
    ]);
  });

  test('claims nothing of durations, since its text is not known', () => {
    const jitter = { share: 0.5, seconds: 0 };
    expect(explore(main, { jitter, runs: 30 }).coverage.isExhaustive).toBe(false);
  });
});
