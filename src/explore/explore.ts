// Exploring from the library: a scenario, or a main that is written in TypeScript, in as many
// orders as are asked for. What is found depends on the arguments alone, never on how it was run.

import type { ChoiceKind, Jitter } from '../kernel/policy.ts';
import type { Main } from '../replay/main-run.ts';
import type { RunSettings } from '../replay/settings.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { Explorer, type ExplorerOptions } from './explorer.ts';
import { type Departure, departuresIn, type Finding, findingOf } from './finding.ts';
import { clockReservation, drawsData, MAIN_RESERVATION } from './reservation.ts';
import type { Coverage } from './strategy.ts';
import { mainSubject, scenarioSubject } from './subject.ts';
import type { Symptom } from './symptom.ts';
import { during, finished, Halted, pause, type Stage, type Work } from './work.ts';

/** What varies unless something else is asked for: all that CPython itself leaves open. */
export const DEFAULT_KINDS: readonly ChoiceKind[] = ['timing', 'ties', 'sets', 'data'];

export interface ExploreOptions
  extends Pick<
    ExplorerOptions,
    'strategy' | 'runs' | 'seed' | 'failures' | 'known' | 'limits' | 'reduces'
  > {
  /** Kinds of choice that vary. Default: those of the scenario, else DEFAULT_KINDS. */
  readonly vary?: readonly ChoiceKind[];
  /** By how much every positive duration varies. Default: only those out of a draw do. */
  readonly jitter?: Jitter | null;
  /** Of each run. */
  readonly settings?: RunSettings;
}

export interface ExploreReport {
  readonly runs: number;
  readonly strategy: string;
  readonly coverage: Coverage;
  /** What single cancellations do; null where none are delivered. */
  readonly cancelSafety: CancelReport | null;
  /** Failures first, then advice; each in the order of finding. */
  readonly findings: readonly Finding[];
}

/** What becomes of a program when one task is cancelled at one await. */
export interface CancelReport {
  /** Single cancellations that there are, two for each await of the default run. */
  readonly points: number;
  readonly tried: number;
  /** Those that something fails under: which, and what. */
  readonly unsafe: readonly { readonly departure: Departure; readonly symptom: Symptom }[];
  /** Further ones that there was no time to tell of. */
  readonly untold: number;
}

/** Runs a program in many orders. What it finds depends on nothing but its arguments. */
export function explore(program: Scenario | Main, options: ExploreOptions = {}): ExploreReport {
  const explorer = explorerOf(program, options);
  while (!finished(explorer.advance(1000)));
  return finished(reportOf(explorer));
}

/** The search of `explore`, to be run in slices. */
export function explorerOf(
  program: Scenario | Main,
  options: ExploreOptions & Pick<ExplorerOptions, 'fetched'>,
): Explorer {
  const { vary, jitter = null, settings = {}, ...rest } = options;
  const isMain = typeof program === 'function';
  const own = isMain ? null : program.explore.vary;
  const kinds = new Set(vary ?? own ?? DEFAULT_KINDS);
  if (isMain || !drawsData(program)) kinds.delete('data');
  const subject = isMain ? mainSubject(program, settings) : scenarioSubject(program, settings);
  const runs = rest.runs ?? (isMain ? null : program.explore.runs) ?? undefined;
  return new Explorer(subject, {
    ...rest,
    ...{ kinds, jitter },
    countsDraws: isMain || drawsData(program),
    clockReservation: isMain ? MAIN_RESERVATION : clockReservation(program, settings.until),
    ...(runs === undefined ? {} : { runs }),
  });
}

/** What was found so far, made small and explained as far as there is time. */
export function* reportOf(explorer: Explorer): Work<ExploreReport, Stage> {
  const { subject, variation, sightings, limits } = explorer;
  const failures = sightings.filter(({ symptom }) => symptom.level === 'failure');
  const advice = sightings.filter(({ symptom }) => symptom.level === 'advice');
  const findings: Finding[] = [];
  for (const each of [...failures, ...advice]) {
    findings.push(yield* findingOf(subject, variation, each, limits.shrink));
  }
  return {
    runs: explorer.runs,
    strategy: explorer.strategyName,
    coverage: explorer.coverage(),
    cancelSafety: yield* during('tell', cancelReport(explorer)),
    findings,
  };
}

function* cancelReport({ subject, variation, cancelSafety }: Explorer): Work<CancelReport | null> {
  if (cancelSafety === null) return null;
  const { points, tried, failures } = cancelSafety;
  const unsafe: CancelReport['unsafe'][number][] = [];
  let told = 0;
  try {
    for (const { trial, symptoms } of failures) {
      yield* pause();
      const [departure] = yield* departuresIn(subject, variation, trial);
      unsafe.push(...symptoms.map((symptom) => ({ departure, symptom })));
      told++;
    }
  } catch (error) {
    if (!(error instanceof Halted)) throw error;
  }
  return { points, tried, unsafe, untold: failures.length - told };
}
