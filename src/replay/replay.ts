// `sim replay`: runs a trace again, from its header alone, and compares every event. The answer is
// the first difference, if there is one; a trace that was edited or damaged is told from a run that
// goes another way, since what is damaged does not read back strictly.

import { VERSION } from '../base/version.ts';
import type { SchedulingPolicy } from '../kernel/policy.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Outcome, Simulation, type SimulationOptions, type Slice } from '../simulate.ts';
import type { EventOf, TraceEvent } from '../trace/event.ts';
import type { Divergence, Found } from '../trace/finding.ts';
import type { TraceEnd, TraceHeader } from '../trace/header.ts';
import { salvageEvents, TraceReader, type TraceText } from '../trace/read.ts';
import { TraceError } from '../trace/read-line.ts';
import type { NewSha256 } from '../trace/sha256.ts';
import type { TraceSink } from '../trace/tracer.ts';
import { type Main, type MainOutcome, MainRun } from './main-run.ts';
import { WHOLE } from './record.ts';
import { RecordedPolicy } from './recorded-policy.ts';
import { scenarioOf, settingsOf } from './settings.ts';
import { Parted, type PartedLines, TraceComparison } from './trace-comparison.ts';

/** A trace that can be read from its start any number of times. */
export type TraceSource = () => TraceText;

export interface ReplayOptions {
  /** Whether a trace that another version wrote is run all the same. Default false. */
  readonly anyVersion?: boolean;
  /** Whether what is whole of a damaged trace is compared. Default false. */
  readonly salvage?: boolean;
  /** The main whose trace it is: a trace holds no TypeScript. */
  readonly main?: Main;
  /** Who gets the program's output. */
  readonly write?: SimulationOptions['write'];
  /** The scenario of the trace's header, for who has it already: loading takes its time. */
  readonly scenario?: Scenario;
  /** Told of each line of the program that runs. */
  readonly onLine?: SimulationOptions['onLine'];
  /** A SHA-256 that is faster than the portable one, where there is one. */
  readonly newHash?: NewSha256;
  /** Told of each exception in each frame that it comes to. */
  readonly onRaise?: SimulationOptions['onRaise'];
  /** Who reads the events of the run, beside the comparison. */
  readonly sinks?: readonly TraceSink[];
}

/** What a run is made of; `machine` is null for a main that is written in TypeScript. */
export type RunInsides = (Simulation | MainRun<unknown>)['insides'];

export interface ReplayResult {
  readonly header: TraceHeader;
  /** Null where the run is that of the trace, event for event. */
  readonly divergence: Divergence | null;
  /** Events that were the same. */
  readonly events: number;
  /** How the run ended; null where it was ended by a divergence, or the trace by a signal. */
  readonly outcome: Outcome | MainOutcome<unknown> | null;
  /** What is wrong with a trace that was salvaged; null for a whole one. */
  readonly damage: TraceError | null;
}

/** The run of a trace, in slices. */
export class Replay {
  readonly header: TraceHeader;
  /** Null for a main that is written in TypeScript. */
  readonly scenario: Scenario | null;
  readonly #run: Simulation | MainRun<unknown>;
  readonly #source: TraceSource;
  readonly #salvages: boolean;
  readonly #newHash: NewSha256 | undefined;
  readonly #comparison: TraceComparison;
  #result: ReplayResult | null = null;

  /** Throws TraceError for a trace that cannot be run again: see `headerFrom`, `scenarioOf`. */
  constructor(source: TraceSource, options: ReplayOptions = {}) {
    const { anyVersion = false, salvage = false, main, write, onLine, onRaise } = options;
    this.#salvages = salvage;
    this.#newHash = options.newHash;
    const header = headerFrom(source());
    if (header.sim !== VERSION && !anyVersion) throw otherVersion(header);
    this.header = header;
    this.#source = source;
    const settings = settingsOf(header, policyOf(header, source));
    this.#comparison = new TraceComparison(
      header,
      source(),
      settings.limits!.trace,
      options.newHash,
    );
    const sinks = [...(options.sinks ?? []), this.#comparison];
    const watchers = {
      ...(write === undefined ? {} : { write }),
      ...(onLine === undefined ? {} : { onLine }),
      ...(onRaise === undefined ? {} : { onRaise }),
    };
    this.scenario = main === undefined ? (options.scenario ?? scenarioOf(header)) : null;
    this.#run =
      this.scenario === null
        ? new MainRun(main as Main, settings, sinks)
        : new Simulation(this.scenario, { ...settings, sinks, ...watchers });
  }

  /** Null until it is over. */
  get result(): ReplayResult | null {
    return this.#result;
  }

  /**
   * Runs on for a slice; true when the comparison is over. Throws TraceError where the trace turns
   * out to be truncated, edited or damaged.
   */
  advance(slice: Slice): boolean {
    try {
      if (!this.#run.advance(slice)) {
        const parting = this.#comparison.interruption();
        if (parting !== null) this.#result = this.#judge(parting);
        return parting !== null;
      }
      const outcome = this.#run.outcome as Outcome | MainOutcome<unknown>;
      const random = this.#run.randomStates;
      this.#comparison.end({ end: outcome.end, time: outcome.time, random });
      const { events } = this.#comparison;
      this.#result = { header: this.header, divergence: null, events, outcome, damage: null };
    } catch (error) {
      if (!(error instanceof Parted)) throw error;
      this.#result = this.#judge(error.lines);
    }
    return true;
  }

  /** Nothing is to be ended: what was the same so far is known. */
  interrupt(): void {}

  /** For whoever looks on: what the run is made of. */
  get insides(): RunInsides {
    return this.#run.insides;
  }

  /** Events that the run has made so far. */
  get events(): number {
    return this.#comparison.events;
  }

  /** Runs to the end. Throws TraceError as `advance` does. */
  run(): ReplayResult {
    while (!this.advance(WHOLE));
    return this.#result as ReplayResult;
  }

  /** What it means that the run and the trace part at these lines. */
  #judge(lines: PartedLines): ReplayResult {
    const wanted = lines.line - 1;
    const before: TraceEvent[] = [];
    let expected: Found = null;
    let read = 0;
    const see = (event: TraceEvent): void => {
      read = event.seq;
      if (event.seq === wanted) expected = event;
      else if (event.seq < wanted && event.seq >= wanted - lines.before.length) before.push(event);
    };
    const { end, damage } = salvageEvents(this.#source(), see, this.#newHash);
    if (damage !== null && !this.#salvages) throw damage;
    const events = wanted - 1;
    if (end !== null && end.events < wanted) expected = end;
    const isCut = end?.end === 'interrupted' && expected === end;
    if (isCut || (damage !== null && read < wanted)) {
      return { header: this.header, divergence: null, events, outcome: null, damage };
    }
    const divergence = { seq: wanted, expected, got: foundIn(lines.got), before };
    return { header: this.header, divergence, events, outcome: null, damage };
  }
}

/**
 * Runs a trace again and compares every event.
 * @param source the trace.
 * @returns the first difference, if there is one.
 * Throws TraceError for what is no whole trace, or of another version.
 */
export function replay(source: TraceSource, options: ReplayOptions = {}): ReplayResult {
  return new Replay(source, options).run();
}

/** A trace that is a text in memory. */
export function sourceOf(text: string): TraceSource {
  return () => {
    let left: string | null = text;
    return () => {
      const piece = left;
      left = null;
      return piece;
    };
  };
}

function otherVersion(header: TraceHeader): TraceError {
  const { sim } = header;
  return new TraceError(`written by sim ${sim}, this is ${VERSION}: its runs may differ`, 1);
}

/** The header of a trace. Throws TraceError where there is none. */
function headerFrom(read: TraceText): TraceHeader {
  const reader = new TraceReader(() => {});
  for (let piece = read(); piece !== null; piece = read()) {
    const stop = piece.indexOf('\n');
    reader.push(stop === -1 ? piece : piece.slice(0, stop + 1));
    if (reader.header !== null) return reader.header;
  }
  return reader.finish().header;
}

/** Who answers for the policy of the run; null for the default, which is never asked. */
function policyOf(header: TraceHeader, source: TraceSource): SchedulingPolicy | null {
  if (header.policy === 'fifo') return null;
  const choices: EventOf<'choice.made'>[] = [];
  salvageEvents(source(), (event) => {
    if (event.kind === 'choice.made') choices.push(event);
  });
  let next = 0;
  return new RecordedPolicy(header.policy, () => choices[next++] ?? null);
}

/** What a line that the run would write says. */
function foundIn(line: string | null): Found {
  if (line === null) return null;
  return JSON.parse(line) as TraceEvent | TraceEnd;
}
