// Failures as Python programs: each fails on CPython 3.14 as the simulator told, and its cure does
// not, under the same schedule. What CPython cannot show has no program, and a reason.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { explore } from '../../src/explore/explore.ts';
import type { Finding } from '../../src/explore/finding.ts';
import { type Explored, type Witness, witnessOf } from '../../src/explore/witness.ts';
import type { Jitter } from '../../src/kernel/policy.ts';
import { Oracle } from '../conformance/oracle.ts';
import { BUG_FOLDER } from '../scenario-files.ts';
import { scenarioOf } from '../simulated.ts';
import { virtualOutputs } from '../virtual-programs.ts';

const oracle = new Oracle();
afterAll(() => oracle.close());

/** Long enough for CPython to start on a busy machine. */
const PATIENCE = 180_000;

function exploredFile(name: string): Explored {
  const text = readFileSync(join(BUG_FOLDER, name), 'utf8');
  return { name, text, scenario: scenarioOf(text, name) };
}

function failuresOf(text: string, name: string, jitter: Jitter | null = null): readonly Finding[] {
  const scenario = scenarioOf(text, name);
  const settings = { file: name, source: text, seed: scenario.seed ?? 1 };
  const { findings } = explore(scenario, { settings, jitter, runs: 300, failures: 2 });
  return findings.filter(({ symptom }) => symptom.level === 'failure');
}

/** The bugs that CPython reaches by itself and tells of. */
const REACHABLE: readonly string[] = [
  'answers-out-of-order.json',
  'barrier-short.py',
  'broken-connection.py',
  'cache-stampede.py',
  'condition-if.yaml',
  'double-booking.py',
  'double-release.json',
  'empty-chunk.py',
  'end-marker-early.py',
  'event-cleared-late.py',
  'gather-siblings.py',
  'item-lost-in-timeout.py',
  'lazy-connection.py',
  'lease-expired.py',
  'lock-order.py',
  'lost-update.yaml',
  'missed-notify.yaml',
  'outside-the-group.py',
  'queue-not-joined.py',
  'rate-limiter.py',
  'receipt-lost.py',
  'retries-used-up.py',
  'retry-storm.py',
  'save-skipped.py',
  'session-id-clash.py',
  'shutdown-loses-work.py',
  'stale-after-reconnect.py',
  'task-done-missing.py',
  'timeout-eats-cancel.py',
  'two-copies-on-one-node.yaml',
  'valves-in-a-ring.py',
  'writer-starved.py',
];

describe('a planted bug that CPython reaches', () => {
  test.each(REACHABLE)(
    '%s fails on CPython 3.14, and its cure does not',
    async (name) => {
      const explored = exploredFile(name);
      const fixed = exploredFile(name.replace('.', '-fixed.'));
      const shown = failuresOf(explored.text, name).flatMap((each) => {
        const witness = witnessOf(explored, each);
        return 'reason' in witness ? [] : [{ witness, cured: witnessOf(fixed, each) as Witness }];
      });
      expect(shown).not.toEqual([]);
      for (const { witness, cured } of shown) {
        const [told, well] = await virtualOutputs(oracle, [witness.text, cured.text]);
        expect(told).toContain(witness.tells);
        expect(well).not.toMatch(/^left by|^expectation failed|^deadlock/m);
      }
    },
    PATIENCE,
  );
});

const LEAKING = `
import asyncio
import random

async def worker(lock, names, name):
    await asyncio.sleep(random.uniform(0.1, 0.3))
    names.append(name)
    await lock.acquire()
    if names != ['second', 'first']:
        lock.release()

async def main():
    lock, names = asyncio.Lock(), []
    await asyncio.gather(worker(lock, names, 'first'), worker(lock, names, 'second'))

asyncio.run(main())
`;

describe('there is no program', () => {
  const reasons = (text: string, jitter: Jitter | null = null): string[] => {
    const explored = { name: 'spec.py', text, scenario: scenarioOf(text) };
    return failuresOf(text, 'spec.py', jitter).map((each) => {
      const witness = witnessOf(explored, each);
      return 'reason' in witness ? witness.reason : `it tells ${witness.tells}`;
    });
  };

  test('of a rule that CPython does not know', () => {
    expect(reasons(LEAKING)).toEqual(["CPython does not tell of 'leak'"]);
  });

  const RACE = `
import asyncio

steps = []

async def step(name, seconds):
    await asyncio.sleep(seconds)
    steps.append(name)

async def main():
    await asyncio.gather(step('first', 1), step('second', 1.1))
    assert steps == ['first', 'second']

asyncio.run(main())
`;

  test('of a failure that needs other lengths of waits that are not drawn', () => {
    const reason = 'it needs other lengths of waits that come from no draw';
    expect(reasons(RACE, { share: 0.2, seconds: 0 })).toEqual([reason]);
  });

  test('of a failure with threads', () => {
    const threads = `
import asyncio
import random
import time

async def step(seconds):
    await asyncio.to_thread(time.sleep, random.uniform(*seconds))
    return asyncio.get_running_loop().time()

async def main():
    first, second = await asyncio.gather(step((1, 3)), step((4, 5)))
    assert second - first > 1.5

asyncio.run(main())
`;
    const reason = "'to_thread' uses threads, which no virtual clock of a program can stop";
    expect(reasons(threads)).toEqual([reason]);
  });
});
