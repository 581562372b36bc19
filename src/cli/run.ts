// `sim run`: one run of each file. What the program prints goes out as it comes, with the virtual
// time at which it was printed; then the picture of its tasks, the summary and what was found.

import { printable } from '../base/printable.ts';
import { DeadlockAnalysis } from '../check/deadlock.ts';
import { Leaks } from '../check/leaks.ts';
import { headerOf, type RunSettings } from '../replay/settings.ts';
import { FailureFold } from '../report/failure.ts';
import { OutputFold, renderOutputLine } from '../report/output.ts';
import type { Page } from '../report/page.ts';
import { SummaryFold } from '../report/summary.ts';
import { TimelineFold } from '../report/timeline-fold.ts';
import { WarningFold } from '../report/warnings.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Outcome, Simulation, type SimulationLimits } from '../simulate.ts';
import { FoldSink } from '../trace/fold.ts';
import type { TraceSink } from '../trace/tracer.ts';
import { drive } from './drive.ts';
import { EXIT_SIGINT, EXIT_SIGTERM, EXIT_USAGE } from './exit-codes.ts';
import { type Arguments, diagnosticData, diagnosticsText, type Loaded, load } from './load.ts';
import { limitsFrom, seconds, UsageError, wholeNumber } from './options.ts';
import { pageFor } from './page-for.ts';
import {
  exitCodeOf,
  type Finished,
  jsonInvalid,
  jsonReport,
  renderFindings,
  renderReport,
} from './run-report.ts';
import { styleFor } from './style.ts';
import { TraceFile, TraceLost } from './trace-file.ts';

/** Runs files one after the other; the worst exit code counts. */
export async function runFiles(
  files: readonly string[],
  args: Arguments,
  argv: readonly string[],
): Promise<number> {
  if (files.length > 1 && args.trace !== undefined) {
    throw new UsageError('--trace: one file at a time');
  }
  const isPlain = args.quiet !== true && args.json !== true;
  let worst = 0;
  for (const [index, path] of files.entries()) {
    if (isPlain && files.length > 1) {
      const heading = styleFor(process.stdout).heading(printable(path));
      process.stdout.write(`${index === 0 ? '' : '\n'}${heading}\n`);
    }
    const code = await runFile(path, args, argv);
    worst = Math.max(worst, code);
    if (code === EXIT_SIGINT || code === EXIT_SIGTERM) break;
  }
  return worst;
}

async function runFile(path: string, args: Arguments, argv: readonly string[]): Promise<number> {
  const loaded = load(path, args);
  const { scenario } = loaded;
  if (args.json !== true) process.stderr.write(diagnosticsText(loaded, process.stderr));
  if (scenario === null) {
    if (args.json === true) {
      const report = jsonInvalid(loaded.name, loaded.diagnostics.map(diagnosticData));
      process.stdout.write(`${JSON.stringify(report)}\n`);
    }
    return EXIT_USAGE;
  }
  const run = new Run(loaded, scenario, args, argv);
  return run.run();
}

/** One run of one file. */
class Run {
  readonly #loaded: Loaded;
  readonly #scenario: Scenario;
  readonly #args: Arguments;
  readonly #limits: SimulationLimits;
  readonly #seed: number;
  readonly #page: Page;
  readonly #deadlock = new DeadlockAnalysis();
  readonly #leaks = new Leaks();
  readonly #summary = new SummaryFold();
  readonly #timeline = new TimelineFold();
  readonly #failures = new FailureFold();
  readonly #warnings = new WarningFold();
  readonly #lines: OutputFold;
  readonly #trace: TraceFile | null;
  readonly #simulation: Simulation;
  /** Output not yet handed to the terminal, and all of it for `--json`. */
  #pending: [NodeJS.WriteStream, string][] = [];
  #stdout = '';
  #stderr = '';

  constructor(loaded: Loaded, scenario: Scenario, args: Arguments, argv: readonly string[]) {
    this.#loaded = loaded;
    this.#scenario = scenario;
    this.#args = args;
    this.#limits = limitsFrom(args, scenario.limits);
    const seed = args.seed === undefined ? null : wholeNumber('--seed', args.seed, 0);
    this.#seed = seed ?? scenario.seed ?? 1;
    this.#page = pageFor(args);
    this.#lines = new OutputFold((line) => {
      this.#pending.push([process.stdout, `${renderOutputLine(line, this.#page)}\n`]);
    });
    const until = args.until === undefined ? {} : { until: seconds('--until', args.until) };
    const pool = args.pool === undefined ? {} : { pool: wholeNumber('--pool', args.pool, 1) };
    const settings: RunSettings = {
      seed: this.#seed,
      ties: args.ties === 'heapq' ? 'heapq' : 'fifo',
      epoch: seconds('--epoch', args.epoch ?? 1_700_000_000),
      strict314: args['strict-314'] === true,
      debug: args.debug === true,
      limits: this.#limits,
      argv: [loaded.name, ...argv],
      file: loaded.name,
      source: loaded.text,
      ...until,
      ...pool,
    };
    const trace = args.trace;
    const header = headerOf(scenario, settings);
    this.#trace =
      trace === undefined ? null : new TraceFile(String(trace), header, this.#limits.trace);
    this.#simulation = new Simulation(scenario, {
      ...settings,
      sinks: this.#sinks(),
      write: (stream, text) => this.#write(stream, text),
    });
  }

  async run(): Promise<number> {
    let signal: number | null;
    try {
      signal = await drive(this.#simulation, () => this.#serve());
    } catch (error) {
      this.#trace?.abandon();
      throw error instanceof TraceLost ? error.problem : error;
    }
    this.#lines.finish();
    this.#serve();
    const outcome = this.#simulation.outcome as Outcome;
    const { end, time } = outcome;
    this.#trace?.end({ end, time, random: this.#simulation.randomStates });
    const finished: Finished = {
      outcome,
      signal,
      file: this.#loaded.name,
      deadlock: this.#deadlock.deadlock(),
      failures: this.#failures.failures(),
      leaks: this.#leaks.finish(),
      summary: this.#summary.summary(),
      timeline: this.#timeline.data(),
      warnings: this.#warnings.warnings(),
    };
    const code = exitCodeOf(finished);
    if (this.#args.json === true) {
      const diagnostics = this.#loaded.diagnostics.map(diagnosticData);
      const output = { stdout: this.#stdout, stderr: this.#stderr };
      const report = jsonReport(finished, output, { seed: this.#seed, diagnostics });
      process.stdout.write(`${JSON.stringify(report)}\n`);
    } else if (this.#args.quiet === true) {
      process.stderr.write(renderFindings(finished, this.#page));
    } else {
      process.stdout.write(renderReport(finished, this.#page));
    }
    return code;
  }

  #sinks(): TraceSink[] {
    const { always, eventually, finally: atEnd } = this.#scenario.expect;
    const expects = always.length + eventually.length + atEnd.length > 0;
    const folds = [this.#deadlock, this.#leaks, ...(expects ? [this.#failures] : [])];
    const shown = [this.#summary, this.#timeline, this.#warnings];
    const isPlain = this.#args.quiet !== true && this.#args.json !== true;
    const all = this.#args.quiet === true ? folds : [...folds, ...shown];
    const sink = new FoldSink(isPlain ? [...all, this.#lines] : all);
    return this.#trace === null ? [sink] : [sink, this.#trace];
  }

  #write(stream: 'stdout' | 'stderr', text: string): void {
    if (this.#args.json === true) {
      if (stream === 'stdout') this.#stdout += text;
      else this.#stderr += text;
    } else if (this.#args.quiet === true) {
      this.#pending.push([stream === 'stdout' ? process.stdout : process.stderr, text]);
    }
  }

  /** Hands what the program printed to the terminal. */
  #serve(): void {
    let stream: NodeJS.WriteStream | null = null;
    let text = '';
    for (const [to, piece] of this.#pending) {
      if (to !== stream && stream !== null) {
        stream.write(text);
        text = '';
      }
      stream = to;
      text += piece;
    }
    stream?.write(text);
    this.#pending = [];
  }
}
