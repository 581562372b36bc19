// A run with its whole trace: the text that `sim run --trace` writes to a file.

import type { Scenario } from '../scenario/scenario.ts';
import { type Outcome, Simulation, type SimulationOptions, type Slice } from '../simulate.ts';
import type { TraceHeader } from '../trace/header.ts';
import { JsonlWriter } from '../trace/jsonl.ts';
import type { TraceSink } from '../trace/tracer.ts';
import { type Main, type MainOutcome, MainRun } from './main-run.ts';
import { headerOf, headerOfMain, type RunSettings } from './settings.ts';

/** A run and its trace. */
export interface Recorded<O = Outcome> {
  readonly outcome: O;
  /** The trace, one JSON object a line. */
  readonly trace: string;
}

/**
 * Runs a scenario, or a main that is written in TypeScript, to its end.
 * @param settings of the run.
 * @param sinks that read its events.
 * @returns how it ended; a finding or a limit is no exception here.
 */
export function simulate<T>(
  main: Main<T>,
  settings?: RunSettings,
  sinks?: readonly TraceSink[],
): MainOutcome<T>;
export function simulate(
  scenario: Scenario,
  settings?: RunSettings & Pick<SimulationOptions, 'write'>,
  sinks?: readonly TraceSink[],
): Outcome;
export function simulate(
  program: Scenario | Main,
  settings: RunSettings & Pick<SimulationOptions, 'write'> = {},
  sinks: readonly TraceSink[] = [],
): Outcome | MainOutcome<unknown> {
  const run = runOf(program, settings, sinks);
  while (!run.advance(WHOLE));
  return run.outcome as Outcome | MainOutcome<unknown>;
}

/**
 * Runs a scenario, or a main, to its end and keeps its trace.
 * @param settings of the run; of a scenario `source` with its text, without which nobody can run
 * the trace again.
 */
export function record<T>(main: Main<T>, settings?: RunSettings): Recorded<MainOutcome<T>>;
export function record(
  scenario: Scenario,
  settings?: RunSettings & Pick<SimulationOptions, 'write'>,
): Recorded;
export function record(
  program: Scenario | Main,
  settings: RunSettings & Pick<SimulationOptions, 'write'> = {},
): Recorded<Outcome | MainOutcome<unknown>> {
  const recording = new Recording(program, settings);
  while (!recording.advance(WHOLE));
  const { outcome, trace } = recording;
  return { outcome: outcome as Outcome | MainOutcome<unknown>, trace };
}

/** `record` in slices. */
export class Recording {
  readonly #run: Simulation | MainRun<unknown>;
  readonly #writer: JsonlWriter;
  readonly #pieces: string[] = [];

  constructor(
    program: Scenario | Main,
    settings: RunSettings & Pick<SimulationOptions, 'write'> = {},
  ) {
    const put = (text: string): number => this.#pieces.push(text);
    this.#writer = new JsonlWriter(header(program, settings), put, settings.limits?.trace);
    this.#run = runOf(program, settings, [this.#writer]);
  }

  /** Null until the run is over. */
  get outcome(): Outcome | MainOutcome<unknown> | null {
    return this.#run.outcome;
  }

  /** Whole once the run is over. */
  get trace(): string {
    return this.#pieces.join('');
  }

  /** Runs on for a slice; true when the run is over and its trace whole. */
  advance(slice: Slice): boolean {
    if (!this.#run.advance(slice)) return false;
    const { end, time } = this.#run.outcome as Outcome | MainOutcome<unknown>;
    this.#writer.finish({ end, time, random: this.#run.randomStates });
    return true;
  }
}

/** A slice without an end, but for the operations of one step, which are counted in pieces. */
export const WHOLE = { handles: Number.POSITIVE_INFINITY, operations: 1_000_000 };

function runOf(
  program: Scenario | Main,
  settings: RunSettings & Pick<SimulationOptions, 'write'>,
  sinks: readonly TraceSink[],
): Simulation | MainRun<unknown> {
  if (typeof program === 'function') return new MainRun(program, settings, sinks);
  return new Simulation(program, { ...settings, sinks });
}

function header(program: Scenario | Main, settings: RunSettings): TraceHeader {
  if (typeof program !== 'function') return headerOf(program, settings);
  return headerOfMain(program.name, settings);
}
