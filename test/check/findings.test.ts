import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FINDING_RULES } from '../../src/check/finding-rules.ts';
import { createFindingCheckers, FindingSink } from '../../src/check/findings.ts';
import { limits } from '../simulated.ts';
import { judged, programOf } from './judged.ts';

/** What programs that are kept do on purpose, as rules; all others hold no finding. */
const ON_PURPOSE: Readonly<Record<string, readonly string[]>> = {
  'scenarios/deadlock.yaml': ['deadlock'],
  'scenarios/lost-wake-up.yaml': ['deadlock'],
  'scenarios/lost-update.yaml': ['update.lost'],
  'scenarios/forgotten-await.yaml': ['coroutine.never-awaited'],
  'scenarios/lost-exception.yaml': ['exception.never-retrieved'],
  'scenarios/swallowed-cancellation.yaml': ['cancellation.swallowed'],
  'scenarios/debug-mode.py': ['coroutine.never-awaited', 'exception.never-retrieved'],
  'scenarios/practice/dining_philosophers_deadlock.py': ['deadlock'],
  // Each stage passes its end marker on and leaves it for its neighbours.
  'scenarios/practice/pipeline.py': ['queue.lost'],
  'test/conformance/tutorials/bank.py': ['update.lost'],
  'test/conformance/tutorials/runners.py': ['coroutine.never-awaited'],
  'test/conformance/tutorials/ways_to_wait.py': ['task.leaked'],
  'test/conformance/tutorials/what_things_are_called.py': [
    'exception.never-retrieved',
    'task.leaked',
  ],
};

const files = ['scenarios', 'scenarios/practice', 'test/conformance/tutorials'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:yaml|json|py)$/.test(name) && !name.endsWith('.schema.json'))
    .map((name) => `${folder}/${name}`),
);

describe('programs that are kept', () => {
  test.each(files)('%s holds what it holds on purpose', (path) => {
    const text = readFileSync(path, 'utf8');
    const violations = judged(text, { name: path.slice(path.lastIndexOf('/') + 1) });
    const rules = [...new Set(violations.map(({ rule }) => rule))];
    expect(rules.sort((a, b) => (a < b ? -1 : 1))).toEqual(ON_PURPOSE[path] ?? []);
  });
});

describe('judging a run', () => {
  test('asks every checker for kinds of its own', () => {
    for (const checker of createFindingCheckers()) expect(checker.wants).not.toBeNull();
  });

  test('finds nothing in a run of nothing', () => {
    expect(new FindingSink().findings()).toEqual([]);
  });

  test('gives findings in order of time, and only of rules that are told of', () => {
    const violations = judged(
      programOf(
        `
async def forgets():
    await asyncio.sleep(1)

async def stubborn():
    for _ in range(2):
        try:
            await asyncio.sleep(2)
        except asyncio.CancelledError:
            pass
`,
        `task = asyncio.create_task(stubborn())
await asyncio.sleep(1)
task.cancel()
await asyncio.wait([task])
forgets()
late = asyncio.create_task(forgets())
await asyncio.sleep(0)`,
      ),
    );
    expect(violations.map(({ rule, time }) => [rule, time])).toEqual([
      ['cancellation.swallowed', 1],
      ['coroutine.never-awaited', 3],
      ['task.leaked', 3],
    ]);
    for (const { rule } of violations) expect(FINDING_RULES.has(rule)).toBe(true);
  });

  test('is the same however the run is sliced', () => {
    const text = readFileSync('scenarios/deadlock.yaml', 'utf8');
    const whole = judged(text, { name: 'deadlock.yaml' });
    expect(judged(text, { name: 'deadlock.yaml', limits: limits({ steps: 1000 }) })).toEqual(whole);
  });
});
