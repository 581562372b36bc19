// `sim explore`: a program in many orders. What was found is made as small as it gets, kept under
// .sim/failures and tried first the next time.

import { printable } from '../base/printable.ts';
import {
  DEFAULT_KINDS,
  type ExploreOptions,
  type ExploreReport,
  explorerOf,
  reportOf,
} from '../explore/explore.ts';
import { DEFAULT_FAILURES, type Explorer } from '../explore/explorer.ts';
import { STRATEGIES, type StrategyName } from '../explore/strategies/named.ts';
import { during, type Halt, type Stage } from '../explore/work.ts';
import { CHOICE_KINDS, type ChoiceKind, type Jitter } from '../kernel/policy.ts';
import type { RunSettings } from '../replay/settings.ts';
import type { Page } from '../report/page.ts';
import { durationOf } from '../scenario/fields.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { DEFAULT_LIMITS, type SimulationLimits } from '../simulate.ts';
import { EXIT_FINDING, EXIT_OK, EXIT_USAGE } from './exit-codes.ts';
import type { Jobs } from './explore-jobs.ts';
import { Progress, type ProgressManner } from './explore-progress.ts';
import { exploreData, renderExploreReport } from './explore-report.ts';
import { driven, Stops } from './explore-stops.ts';
import { type KeptTraces, keepFailures, knownFailures, type Varied } from './failure-store.ts';
import {
  type Arguments,
  diagnosticData,
  diagnosticsText,
  type Loaded,
  load,
  paramsFrom,
} from './load.ts';
import { exploreLimitsFrom, limitsFrom, seconds, UsageError, wholeNumber } from './options.ts';
import { pageFor } from './page-for.ts';
import { type KeptWitnesses, keepWitnesses } from './witness-files.ts';

/** One run is in the way of the next: it may do less than a run of its own by default. */
const EXPLORE_LIMITS: SimulationLimits = {
  ...DEFAULT_LIMITS,
  steps: 100_000,
  operations: 10_000_000,
};

/** Schedules that are tried in one go where no workers have to be waited for. */
const SLICE = 1000;

/** Explores one file; the exit code is 1 where something fails. */
export async function exploreFile(
  path: string,
  args: Arguments,
  argv: readonly string[],
): Promise<number> {
  const loaded = load(path, args);
  const { scenario } = loaded;
  if (args.json !== true) process.stderr.write(diagnosticsText(loaded, process.stderr));
  if (scenario === null) {
    const diagnostics = loaded.diagnostics.map(diagnosticData);
    if (args.json === true) {
      process.stdout.write(`${JSON.stringify({ file: path, status: 'invalid', diagnostics })}\n`);
    }
    return EXIT_USAGE;
  }
  const search = new Search({ ...loaded, scenario }, args, argv);
  return search.run();
}

/** The exploring of one file. */
class Search {
  readonly #loaded: Loaded & { readonly scenario: Scenario };
  readonly #args: Arguments;
  readonly #argv: readonly string[];
  readonly #varied: Varied;
  readonly #options: ExploreOptions;
  readonly #time: number | null;
  readonly #jobs: number;
  readonly #page: Page;
  readonly #progress: Progress;

  /** Throws UsageError. */
  constructor(
    loaded: Loaded & { readonly scenario: Scenario },
    args: Arguments,
    argv: readonly string[],
  ) {
    const { scenario } = loaded;
    this.#loaded = loaded;
    this.#args = args;
    this.#argv = argv;
    const asked = kindsFrom(args.vary) ?? scenario.explore.vary ?? DEFAULT_KINDS;
    const vary = CHOICE_KINDS.filter((kind) => asked.includes(kind));
    const jitter = args.jitter === undefined ? null : jitterFrom(args.jitter);
    this.#varied = { vary, jitter };
    this.#options = {
      ...{ vary, jitter, settings: settingsFrom(loaded, scenario, args, argv) },
      ...(args.runs === undefined ? {} : { runs: wholeNumber('--runs', args.runs, 1) }),
      strategy: strategyFrom(args.strategy),
      failures: wholeNumber('--failures', args.failures ?? DEFAULT_FAILURES, 1),
      limits: exploreLimitsFrom(args),
    };
    this.#time = args.time === undefined ? null : seconds('--time', args.time);
    this.#jobs = jobsFrom(args.jobs);
    this.#page = pageFor(args);
    this.#progress = new Progress(mannerFrom(args), (text) => process.stderr.write(text));
  }

  async run(): Promise<number> {
    const { path } = this.#loaded;
    const known = knownFailures(path, this.#varied);
    if (known.note !== null) process.stderr.write(`sim: ${printable(known.note)}\n`);
    const options = { ...this.#options, known: known.schedules };
    const stops = new Stops(this.#time);
    const jobs = await this.#workers(options);
    try {
      const fetched = jobs === null ? {} : { fetched: jobs.fetched };
      const explorer = explorerOf(this.#loaded.scenario, { ...options, ...fetched });
      await this.#search(explorer, options, jobs, stops);
      return await this.#report(explorer, stops);
    } finally {
      this.#progress.clear();
      await jobs?.close();
      stops.close();
    }
  }

  /** Workers, where more than one job is asked for. Their module is loaded only then. */
  async #workers(options: ExploreOptions): Promise<Jobs | null> {
    if (this.#jobs === 1) return null;
    const { name, text } = this.#loaded;
    const params = paramsFrom(this.#args.param as readonly string[] | undefined);
    const { Jobs: Workers } = await import('./explore-jobs.ts');
    return new Workers(this.#jobs, { name, text, params, options });
  }

  /** Searches to the end, to a signal or until the time is over. */
  async #search(
    explorer: Explorer,
    { known = [] }: ExploreOptions,
    jobs: Jobs | null,
    stops: Stops,
  ): Promise<void> {
    const halt = (): Halt => stops.halt('search', explorer.failures > 0);
    const show = (): void => this.#show('search', explorer, stops);
    const waited = (): Halt => {
      show();
      return halt();
    };
    // The default order, and what failed before, are the first that are tried, and not planned.
    const given = 1 + known.length;
    let isOver = await driven(during('search', explorer.advance(given)), halt, show);
    while (!isOver) {
      const reason = (await jobs?.fetch(explorer.planned + 1, waited)) ?? null;
      if (reason !== null) explorer.end(reason);
      const count = jobs?.comeAfter(explorer.planned) ?? SLICE;
      isOver = await driven(during('search', explorer.advance(count)), halt, show);
      jobs?.drop(explorer.planned);
    }
  }

  /** Tells what was found, and keeps it. Gives the exit code. */
  async #report(explorer: Explorer, stops: Stops): Promise<number> {
    const { path } = this.#loaded;
    const halt = (stage: Stage): Halt => stops.halt(stage, true);
    const show = (stage: Stage): void => this.#show(stage, explorer, stops);
    const { spent } = stops;
    const report = await driven(reportOf(explorer), halt, show);
    let kept: KeptTraces = report.findings.map(() => null);
    let witnesses: KeptWitnesses = report.findings.map(() => null);
    let lost: unknown = null;
    try {
      kept = await driven(during('tell', keepFailures(path, this.#varied, report)), halt, show);
      witnesses = await keepWitnesses(this.#loaded, report, this.#argv, () => {
        show('tell');
        return halt('tell');
      });
    } catch (error) {
      lost = error;
    }
    this.#progress.clear();
    if (this.#args.json === true) {
      process.stdout.write(`${JSON.stringify(exploreData(path, report, kept, witnesses))}\n`);
    } else {
      const context = { witnesses, argv: this.#argv, spent, page: this.#page };
      process.stdout.write(renderExploreReport(path, report, kept, context));
    }
    // What was found is told first, even where it cannot be kept.
    if (lost !== null) throw lost;
    return stops.exitCode ?? (hasFailed(report) ? EXIT_FINDING : EXIT_OK);
  }

  #show(stage: Stage, { runs, failures }: Explorer, { spent, exitCode }: Stops): void {
    this.#progress.show(stage, { runs, failures, spent, isInterrupted: exitCode !== null });
  }
}

/** A terminal is told while it lasts, unless it is told of everything in lines. */
function mannerFrom(args: Arguments): ProgressManner {
  if (args.progress === true) return 'lines';
  return process.stderr.isTTY && args.json !== true ? 'live' : 'none';
}

function hasFailed(report: ExploreReport): boolean {
  return report.findings.some(({ symptom }) => symptom.level === 'failure');
}

/** Workers that a machine may be asked for. */
const MAXIMUM_JOBS = 64;

function jobsFrom(given: unknown): number {
  const jobs = given === undefined ? 1 : wholeNumber('--jobs', given, 1);
  if (jobs <= MAXIMUM_JOBS) return jobs;
  throw new UsageError(`--jobs: expected at most ${MAXIMUM_JOBS}, found '${given}'`);
}

function settingsFrom(
  loaded: Loaded,
  scenario: Scenario,
  args: Arguments,
  argv: readonly string[],
): RunSettings {
  const seed = args.seed === undefined ? null : wholeNumber('--seed', args.seed, 0);
  return {
    seed: seed ?? scenario.seed ?? 1,
    limits: limitsFrom(args, scenario.limits, EXPLORE_LIMITS),
    argv: [loaded.name, ...argv],
    file: loaded.name,
    source: loaded.text,
    ...(args.until === undefined ? {} : { until: seconds('--until', args.until) }),
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
