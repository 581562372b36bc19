// A worker of `sim explore --jobs`: it carries out the plans whose numbers it is sent, in ranges,
// since a message for each would take longer than most runs.

import { workerData } from 'piscina';
import { type ExploreOptions, explorerOf } from '../explore/explore.ts';
import type { Explorer } from '../explore/explorer.ts';
import type { Trial } from '../explore/trial.ts';
import { languageEnvironment } from '../lang/environment.ts';
import { loadScenario } from '../scenario/load.ts';

/** What every worker is made with: all that decides what a plan does. */
export interface WorkerSetting {
  readonly name: string;
  readonly text: string;
  readonly params: ReadonlyMap<string, string>;
  readonly options: ExploreOptions;
}

/** The plans from `from` up to and without `to`. */
export interface PlanRange {
  readonly from: number;
  readonly to: number;
}

export interface RangeTrials {
  /** What each of a range's plans gave, as Explorer.trialAt. */
  readonly trials: readonly (readonly [index: number, trial: Trial | null])[];
  /** Milliseconds. */
  readonly took: number;
}

/** The search that a setting describes. Throws where its text is no scenario. */
function explorerFor({ name, text, params, options }: WorkerSetting): Explorer {
  const environment = languageEnvironment();
  const { scenario } = loadScenario(name, text, { environment, params });
  if (scenario === null) throw new Error(`${name} is no scenario`);
  return explorerOf(scenario, options);
}

const explorer = explorerFor(workerData as WorkerSetting);

/** Carries out the plans of a range that depend on their numbers alone. */
export function carryOut({ from, to }: PlanRange): RangeTrials {
  const begun = performance.now();
  const trials: [number, Trial | null][] = [];
  for (let index = from; index < to; index++) {
    const trial = explorer.trialAt(index);
    if (trial !== undefined) trials.push([index, trial]);
  }
  return { trials, took: performance.now() - begun };
}
