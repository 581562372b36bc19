// Every planted bug is one: its own run is well, some order of the kind that its comment names is
// not, and its twin is well in all that are tried. Guarantees hold in all of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languageEnvironment } from '../../src/lang/environment.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { SimulationOptions } from '../../src/simulate.ts';
import { BUG_FOLDER, GUARANTEE_FOLDER, scenariosIn } from '../scenario-files.ts';
import { byChance, cancelledRuns, complaintAbout, complaintOf } from './variations.ts';

/** Tries until a bug is to have shown itself. */
const PATIENCE = 1000;
const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

const environment = languageEnvironment();

interface Kept {
  readonly text: string;
  readonly scenario: Scenario;
  readonly options: SimulationOptions;
}

function kept(folder: string, name: string): Kept {
  const text = readFileSync(join(folder, name), 'utf8');
  const { scenario, diagnostics } = loadScenario(name, text, { environment });
  expect(diagnostics.map(({ span, message }) => `${span.line}: ${message}`)).toEqual([]);
  return { text, scenario: scenario!, options: { file: name, source: text } };
}

/** The kinds of choice that bugs need. */
const KINDS = ['timing', 'ties', 'sets', 'data', 'cancel'] as const;
type Kind = (typeof KINDS)[number];

/** The kind that its comment names. */
function kindOf(text: string): Kind {
  const word = /\bFails by ([a-z]+)/.exec(text)?.[1];
  const kind = KINDS.find((each) => each === word);
  if (kind === undefined) throw new Error('no comment says what it fails by');
  return kind;
}

/** What is wrong with runs of it, tried one after the other. */
function* complaints({ scenario, options }: Kept, kind: Kind): Generator<string> {
  if (kind === 'cancel') {
    for (const outcome of cancelledRuns(scenario, options)) yield complaintOf(outcome, true);
    return;
  }
  for (let seed = 1; seed <= PATIENCE; seed++) {
    const varied = kind === 'data' ? { seed } : { policy: byChance(seed, [kind]) };
    yield complaintAbout(scenario, { ...options, ...varied });
  }
}

/** The first complaint that is one; '' for none. */
function firstOf(each: Iterable<string>): string {
  for (const complaint of each) if (complaint !== '') return complaint;
  return '';
}

/** What is wrong with runs of it in which everything but cancellations is left to chance. */
function complaintsByChance({ scenario, options }: Kept): string[] {
  return SEEDS.map((seed) => {
    const policy = byChance(seed, ['timing', 'ties', 'sets']);
    return complaintAbout(scenario, { ...options, seed, policy });
  });
}

const twinOf = (name: string): string => name.replace('.', '-fixed.');
const all = scenariosIn(BUG_FOLDER);
const bugs = all.filter((name) => !name.includes('-fixed.'));

test('every bug has its twin, and every twin its bug', () => {
  expect([...bugs, ...bugs.map(twinOf)].sort()).toEqual([...all].sort());
});

test('there are bugs of every kind', () => {
  const kinds = bugs.map((name) => kindOf(readFileSync(join(BUG_FOLDER, name), 'utf8')));
  const counts = KINDS.map((kind) => [kind, kinds.filter((each) => each === kind).length]);
  for (const [kind, least] of Object.entries({ timing: 14, ties: 3, sets: 2, data: 1, cancel: 4 }))
    expect(Object.fromEntries(counts)[kind]).toBeGreaterThanOrEqual(least);
});

describe.each(bugs)('%s', (name) => {
  test('runs well by itself', () => {
    const { scenario, options } = kept(BUG_FOLDER, name);
    expect(complaintAbout(scenario, options)).toBe('');
  });

  test('fails in an order of the kind that its comment names', () => {
    const bug = kept(BUG_FOLDER, name);
    expect(firstOf(complaints(bug, kindOf(bug.text)))).toMatch(/^(?:failed|deadlocked)/);
  });

  test('fails in no order that its comment does not name', () => {
    const { text, scenario, options } = kept(BUG_FOLDER, name);
    const others = (['ties', 'sets'] as const).filter((kind) => kind !== kindOf(text));
    const found = SEEDS.slice(0, 5).map((seed) =>
      complaintAbout(scenario, { ...options, policy: byChance(seed, others) }),
    );
    expect(found.filter((each) => each !== '')).toEqual([]);
  });

  test('holds where it is mended', () => {
    const twin = kept(BUG_FOLDER, twinOf(name));
    expect(twin.text).toMatch(/\bHolds (?:whatever|wherever|in any order)\b/);
    expect(complaintsByChance(twin).filter((each) => each !== '')).toEqual([]);
    if (kindOf(kept(BUG_FOLDER, name).text) !== 'cancel') return;
    expect([...complaints(twin, 'cancel')].filter((each) => each !== '')).toEqual([]);
  });
});

test.each(scenariosIn(GUARANTEE_FOLDER))('%s holds in every order', (name) => {
  const guarantee = kept(GUARANTEE_FOLDER, name);
  expect(complaintAbout(guarantee.scenario, guarantee.options)).toBe('');
  expect(complaintsByChance(guarantee).filter((each) => each !== '')).toEqual([]);
});
