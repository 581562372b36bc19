// What is explored: every run makes everything anew, and says how it ended.
import { describe, expect, test } from 'vitest';
import { sleep } from '../../src/asyncio/sleep.ts';
import { AskedPolicy } from '../../src/explore/asked-policy.ts';
import { mainSubject, type Subject, scenarioSubject } from '../../src/explore/subject.ts';
import { finished } from '../../src/explore/work.ts';
import { replay, sourceOf } from '../../src/replay/replay.ts';
import { scenarioOf } from '../simulated.ts';
import { RACE, subjectOf, TIE, variation } from './explored.ts';

const policy = () => new AskedPolicy(variation(['ties']), () => null);
const run = (subject: Subject, seed = subject.seed) =>
  finished(subject.run(policy(), seed, null, []));

describe('a scenario', () => {
  test('ends well, with the virtual time', () => {
    expect(run(subjectOf(TIE))).toEqual({
      ...{ end: 'finished', errorText: null, isCancelled: false, errorLine: 0, limit: null },
      exitCode: null,
      ...{ verdicts: [], time: 1 },
    });
  });

  test('says what it exits with', () => {
    expect(run(subjectOf('import sys\nsys.exit(3)\n')).exitCode).toBe(3);
    expect(run(subjectOf('import sys\nsys.exit("no room")\n')).exitCode).toBe(1);
    expect(run(subjectOf('import sys\nsys.exit()\n')).exitCode).toBe(0);
  });

  test('says which exception left it and where', () => {
    const text = 'def inner():\n    raise KeyError("a")\n\n\ninner()\n';
    const { end, errorText, errorLine } = run(subjectOf(text));
    expect([end, errorText, errorLine]).toEqual(['failed', "KeyError: 'a'", 2]);
  });

  test('says that it was cancelled, and that a limit was reached', () => {
    expect(run(subjectOf('import asyncio\nraise asyncio.CancelledError\n')).isCancelled).toBe(true);
    const text =
      'import asyncio\nasync def main():\n    while True: await asyncio.sleep(0)\nasyncio.run(main())\n';
    expect(run(subjectOf(text)).limit).not.toBe(null);
  });

  test('has its own seed, or that of its settings', () => {
    const scenario = scenarioOf('name: a\nseed: 7\nmain:\n  - await sleep(1)\n', 'spec.yaml');
    expect(scenarioSubject(scenario).seed).toBe(7);
    expect(scenarioSubject(scenario, { seed: 3 }).seed).toBe(3);
    expect(subjectOf(TIE).seed).toBe(1);
  });

  test('judges its expectations', () => {
    const text = 'main:\n  - await sleep(1)\nexpect:\n  finally: ["1 == 2"]\n';
    const { verdicts } = run(scenarioSubject(scenarioOf(text, 'spec.yaml')));
    expect(verdicts.map(({ rule, held }) => [rule, held])).toEqual([['finally', false]]);
  });

  test('is recorded as a trace that replays', () => {
    const trace = finished(
      subjectOf(TIE).record(new AskedPolicy(variation(['ties']), () => [1, 0, 2]), 1),
    );
    expect(replay(sourceOf(trace)).divergence).toBe(null);
  });

  test('is made anew for each run', () => {
    const subject = subjectOf(RACE);
    expect(run(subject)).toEqual(run(subject));
  });
});

describe('a main', () => {
  function* fails(): Generator<unknown, void, unknown> {
    yield* sleep(2);
    throw new RangeError('too far');
  }

  test('is called once for each run, and is called as its function is', () => {
    let calls = 0;
    const subject = mainSubject(function* counted() {
      calls++;
      yield* sleep(2);
    });
    expect([run(subject).end, run(subject).time, calls]).toEqual(['finished', 2, 2]);
    expect([subject.name, subject.seed]).toEqual(['counted', 1]);
  });

  test('says what it threw', () => {
    const { end, errorText, errorLine, time } = run(mainSubject(fails));
    expect([end, errorText, errorLine, time]).toEqual(['failed', 'RangeError: too far', 0, 2]);
  });
});
