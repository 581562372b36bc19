// What exploring finds of the programs with a planted bug: how many schedules it takes, and which
// kinds of choice the smallest one needs.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_KINDS, type ExploreReport, explore } from '../../src/explore/explore.ts';
import type { StrategyName } from '../../src/explore/strategies/named.ts';
import type { ChoiceKind } from '../../src/kernel/policy.ts';
import { languageEnvironment } from '../../src/lang/environment.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { BUG_FOLDER, scenariosIn } from '../scenario-files.ts';

const environment = languageEnvironment();

export const BUGS: readonly string[] = scenariosIn(BUG_FOLDER).filter(
  (name) => !name.includes('-fixed.'),
);

export function twinOf(name: string): string {
  return name.replace('.', '-fixed.');
}

/** The kind of choice that a program's own comment says it fails by. */
export function kindOf(folder: string, name: string): ChoiceKind {
  const text = readFileSync(join(folder, name), 'utf8');
  return /\bFails by ([a-z]+)/.exec(text)?.[1] as ChoiceKind;
}

/** What varies for a program that fails by this kind: cancellations only where they are meant. */
export function variedFor(kind: ChoiceKind): ChoiceKind[] {
  return kind === 'cancel' ? [...DEFAULT_KINDS, 'cancel'] : [...DEFAULT_KINDS];
}

export interface Effort {
  readonly runs: number;
  readonly vary: readonly ChoiceKind[];
  readonly failures?: number;
  readonly strategy?: StrategyName;
}

export function exploredFile(folder: string, name: string, effort: Effort): ExploreReport {
  const text = readFileSync(join(folder, name), 'utf8');
  const { scenario } = loadScenario(name, text, { environment });
  if (scenario === null) throw new Error(`${name} has mistakes`);
  return explore(scenario, { ...effort, settings: { file: name, source: text } });
}

/** What a program itself fails by. What checkers say of its tasks besides has specs of its own. */
const OWN: ReadonlySet<string> = new Set(['exception', 'expectation', 'deadlock', 'limit']);

export function failuresOf({ findings }: ExploreReport): ExploreReport['findings'] {
  return findings.filter(({ symptom }) => OWN.has(symptom.rule));
}

/** What checkers say of it besides, as failures. */
export function alarmsOf({ findings }: ExploreReport): string[] {
  const besides = findings.filter(({ symptom }) => !OWN.has(symptom.rule));
  return besides
    .filter(({ symptom }) => symptom.level === 'failure')
    .map((each) => each.symptom.rule);
}
