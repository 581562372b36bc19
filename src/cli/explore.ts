// `sim explore`: a program in many orders. What was found is made as small as it gets, kept under
// .sim/failures and tried first the next time.

import { setImmediate } from 'node:timers/promises';
import { printable } from '../base/printable.ts';
import {
  DEFAULT_KINDS,
  type ExploreOptions,
  type ExploreReport,
  explorerOf,
  reportOf,
} from '../explore/explore.ts';
import type { Explorer } from '../explore/explorer.ts';
import { STRATEGIES, type StrategyName } from '../explore/strategies/named.ts';
import { CHOICE_KINDS, type ChoiceKind, type Jitter } from '../kernel/policy.ts';
import type { RunSettings } from '../replay/settings.ts';
import { durationOf } from '../scenario/fields.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { DEFAULT_LIMITS, type SimulationLimits } from '../simulate.ts';
import { EXIT_FINDING, EXIT_OK, EXIT_SIGINT, EXIT_USAGE } from './exit-codes.ts';
import type { Jobs } from './explore-jobs.ts';
import { exploreData, renderExploreReport } from './explore-report.ts';
import { type KeptTraces, keepFailures, knownFailures } from './failure-store.ts';
import {
  type Arguments,
  diagnosticData,
  diagnosticsText,
  type Loaded,
  load,
  paramsFrom,
} from './load.ts';
import { limitsFrom, seconds, UsageError, wholeNumber } from './options.ts';
import { pageFor } from './page-for.ts';
import { type KeptWitnesses, keepWitnesses } from './witness-files.ts';

/**
 * One run is in the way of the next, and of Ctrl-C: it may do less than a run of its own by
 * default.
 */
const EXPLORE_LIMITS: SimulationLimits = {
  ...DEFAULT_LIMITS,
  steps: 100_000,
  operations: 10_000_000,
};

/** Runs between two looks at the clock and at signals. */
const SLICE = 20;
/** Milliseconds between two lines of progress. */
const PROGRESS = 250;

/** Explores one file; the exit code is 1 where something fails. */
export async function exploreFile(
  path: string,
  args: Arguments,
  argv: readonly string[],
): Promise<number> {
  const loaded = load(path, args);
  const { scenario } = loaded;
  if (args['json'] !== true) process.stderr.write(diagnosticsText(loaded, process.stderr));
  if (scenario === null) {
    const diagnostics = loaded.diagnostics.map(diagnosticData);
    if (args['json'] === true) {
      process.stdout.write(`${JSON.stringify({ file: path, status: 'invalid', diagnostics })}\n`);
    }
    return EXIT_USAGE;
  }
  const settings = settingsFrom(loaded, scenario, args, argv);
  const asked = kindsFrom(args['vary']) ?? scenario.explore.vary ?? DEFAULT_KINDS;
  const vary = CHOICE_KINDS.filter((kind) => asked.includes(kind));
  const jitter = args['jitter'] === undefined ? null : jitterFrom(args['jitter']);
  const options: ExploreOptions = {
    ...{ vary, jitter, settings, strategy: strategyFrom(args['strategy']) },
    ...(args['runs'] === undefined ? {} : { runs: wholeNumber('--runs', args['runs'], 1) }),
    failures: wholeNumber('--failures', args['failures'] ?? 10, 1),
    known: knownFailures(path, { vary, jitter }),
  };
  const jobs = await jobsFor(loaded, args, options);
  const fetched = jobs?.fetched;
  const explorer = explorerOf(scenario, {
    ...options,
    ...(fetched === undefined ? {} : { fetched }),
  });
  const begun = performance.now();
  const isInterrupted = await searched(explorer, jobs, args);
  await jobs?.close();
  const spent = (performance.now() - begun) / 1000;
  const report = reportOf(explorer);
  let kept: KeptTraces = report.findings.map(() => null);
  let witnesses: KeptWitnesses = report.findings.map(() => null);
  let lost: unknown = null;
  try {
    kept = keepFailures(path, { vary, jitter }, report);
    witnesses = keepWitnesses({ ...loaded, scenario }, report, argv);
  } catch (error) {
    lost = error;
  }
  if (args['json'] === true) {
    process.stdout.write(`${JSON.stringify(exploreData(path, report, kept, witnesses))}\n`);
  } else {
    const context = { witnesses, argv, spent, page: pageFor(args) };
    process.stdout.write(renderExploreReport(path, report, kept, context));
  }
  // What was found is told first, even where it cannot be kept.
  if (lost !== null) throw lost;
  if (isInterrupted) return EXIT_SIGINT;
  return hasFailed(report) ? EXIT_FINDING : EXIT_OK;
}

function hasFailed(report: ExploreReport): boolean {
  return report.findings.some(({ symptom }) => symptom.level === 'failure');
}

/** Searches to the end, to a signal or until the time is over; true after a signal. */
async function searched(explorer: Explorer, jobs: Jobs | null, args: Arguments): Promise<boolean> {
  const time = args['time'] === undefined ? null : seconds('--time', args['time']);
  const begun = performance.now();
  let shown = begun;
  let isInterrupted = false;
  const stop = (): void => {
    isInterrupted = true;
  };
  process.on('SIGINT', stop);
  try {
    while (!isInterrupted) {
      await jobs?.fetch(explorer.planned + SLICE);
      if (explorer.advance(SLICE)) break;
      jobs?.drop(explorer.planned);
      const now = performance.now();
      if (time !== null && now - begun >= time * 1000) break;
      if (now - shown >= PROGRESS && process.stderr.isTTY && args['json'] !== true) {
        shown = now;
        process.stderr.write(`\r${progressText(explorer, (now - begun) / 1000)}`);
      }
      await setImmediate();
    }
  } finally {
    process.off('SIGINT', stop);
    if (shown > begun) process.stderr.write('\r\u001b[K');
  }
  return isInterrupted;
}

/** Workers, where more than one job is asked for. Their module is loaded only then. */
async function jobsFor(
  { name, text }: Loaded,
  args: Arguments,
  options: ExploreOptions,
): Promise<Jobs | null> {
  const jobs = args['jobs'] === undefined ? 1 : wholeNumber('--jobs', args['jobs'], 1);
  if (jobs === 1) return null;
  const params = paramsFrom(args['param'] as readonly string[] | undefined);
  const { Jobs: Workers } = await import('./explore-jobs.ts');
  return new Workers(jobs, { name, text, params, options });
}

function progressText(explorer: Explorer, spent: number): string {
  const rate = Math.round(explorer.runs / spent);
  return `${explorer.runs} runs, ${rate} a second, ${explorer.failures} failures`;
}

function settingsFrom(
  loaded: Loaded,
  scenario: Scenario,
  args: Arguments,
  argv: readonly string[],
): RunSettings {
  const seed = args['seed'] === undefined ? null : wholeNumber('--seed', args['seed'], 0);
  return {
    seed: seed ?? scenario.seed ?? 1,
    limits: limitsFrom(args, scenario.limits, EXPLORE_LIMITS),
    argv: [loaded.name, ...argv],
    file: loaded.name,
    source: loaded.text,
    ...(args['until'] === undefined ? {} : { until: seconds('--until', args['until']) }),
  };
}

function kindsFrom(given: unknown): ChoiceKind[] | null {
  if (given === undefined) return null;
  return String(given)
    .split(',')
    .map((word) => {
      const kind = CHOICE_KINDS.find((each) => each === word.trim());
      if (kind !== undefined) return kind;
      const all = CHOICE_KINDS.join(', ');
      throw new UsageError(printable(`--vary: expected kinds of choice (${all}), found '${word}'`));
    });
}

function strategyFrom(given: unknown): StrategyName {
  return STRATEGIES.find((name) => name === given) ?? 'mixed';
}

/** `20%` of each duration, or seconds such as `50ms`. */
function jitterFrom(given: unknown): Jitter {
  const text = String(given).trim();
  const share = /^(\d+(?:\.\d+)?)%$/.exec(text);
  if (share !== null && Number(share[1]) > 0 && Number(share[1]) <= 100)
    return { share: Number(share[1]) / 100, seconds: 0 };
  const length = durationOf(text);
  if (length !== null && length > 0) return { share: 0, seconds: length };
  throw new UsageError(
    printable(`--jitter: expected a share such as 20% or 50ms, found '${text}'`),
  );
}
