// What is explored: a scenario, or a main that is written in TypeScript. Each run makes everything
// anew.

import { CancelledError } from '../asyncio/exceptions.ts';
import { DefaultHost } from '../asyncio/host.ts';
import { Deadlock } from '../asyncio/runners.ts';
import { Task } from '../asyncio/tasks.ts';
import type { FindingSink } from '../check/findings.ts';
import type { SchedulingPolicy } from '../kernel/policy.ts';
import type { Access } from '../lang/accesses.ts';
import { mayLoseUpdates } from '../lang/derived-writes.ts';
import { type Main, type MainOutcome, MainRun } from '../replay/main-run.ts';
import { Recording } from '../replay/record.ts';
import type { RunSettings } from '../replay/settings.ts';
import type { Verdict } from '../scenario/judge.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Outcome, Simulation } from '../simulate.ts';
import type { EndStatus } from '../trace/event.ts';
import type { TraceSink } from '../trace/tracer.ts';
import { looksAtAllTasks } from './reservation.ts';
import { through, type Work } from './work.ts';

/** How a run ended. */
export interface Ended {
  readonly end: EndStatus;
  /** Class and message of the exception that left the program; null for none. */
  readonly errorText: string | null;
  /** What the program exited with; null where it did not say. */
  readonly exitCode: number | null;
  /** Whether that was a CancelledError. */
  readonly isCancelled: boolean;
  /** Line of the program where it was raised; 0 where that is not known. */
  readonly errorLine: number;
  /** The limit that was reached, as a text; null for none. */
  readonly limit: string | null;
  readonly verdicts: readonly Verdict[];
  /** Virtual seconds. */
  readonly time: number;
}

/** Reads the events of a run and what it touches. */
export interface RunObserver extends TraceSink {
  onAccess?(access: Access): void;
  /** At the end: how the trace calls an object of asyncio; null where it does not speak of it. */
  named?(nameInTrace: (object: object) => string | null): void;
}

export interface Subject {
  readonly name: string;
  /** Of the default run. */
  readonly seed: number;
  /** Whether observers are told of the places that the program touches. */
  readonly tellsPlaces: boolean;
  /** `judge` and the observers read the run, and are told of the accesses of a scenario. */
  run(
    policy: SchedulingPolicy,
    seed: number,
    judge: FindingSink | null,
    observers: readonly RunObserver[],
  ): Work<Ended>;
  /** The same run, and its trace as a text. */
  record(policy: SchedulingPolicy, seed: number): Work<string>;
}

/** A scenario under these settings; of their policy nothing is used. */
export function scenarioSubject(scenario: Scenario, settings: RunSettings = {}): Subject {
  const judgesUpdates = mayLoseUpdates(scenario.module);
  return {
    name: settings.file ?? scenario.name,
    seed: settings.seed ?? scenario.seed ?? 1,
    tellsPlaces: !looksAtAllTasks(scenario),
    *run(policy, seed, judge, others) {
      const sinks: readonly RunObserver[] = judge === null ? others : [judge, ...others];
      const watch = watching(judgesUpdates ? sinks : others);
      const options = { ...settings, policy, seed, sinks, ...watch };
      const simulation = new Simulation(scenario, options);
      yield* through(simulation);
      const { end, error, errorText, exitCode, ...outcome } = simulation.outcome as Outcome;
      const { limit, verdicts, time } = outcome;
      const { tracer } = simulation;
      const nameInTrace = (object: object): string | null =>
        object instanceof Task ? object.traceName() : (tracer?.known(object) ?? null);
      for (const each of others) each.named?.(nameInTrace);
      return {
        ...{ end, errorText, exitCode, verdicts, time },
        isCancelled: error instanceof CancelledError,
        errorLine: error === null ? 0 : lastLine(simulation.traceback(error)),
        limit: limit?.message ?? null,
      };
    },
    record: (policy, seed) => recorded(scenario, { ...settings, policy, seed }),
  };
}

/** Where none is told of accesses they are not looked for. */
function watching(sinks: readonly RunObserver[]): { onAccess?: (access: Access) => void } {
  const told = sinks.filter(({ onAccess }) => onAccess !== undefined);
  if (told.length === 0) return {};
  return {
    onAccess: (access) => {
      for (const each of told) each.onAccess?.(access);
    },
  };
}

/** The line that a traceback names last. */
function lastLine(traceback: string): number {
  const lines = [...traceback.matchAll(/^ {2}File "[^"]*", line (\d+)/gm)];
  return Number(lines.at(-1)?.[1] ?? 0);
}

/** A main that is called once for each run. */
export function mainSubject(main: Main, settings: RunSettings = {}): Subject {
  return {
    name: main.name,
    seed: settings.seed ?? 1,
    tellsPlaces: false,
    *run(policy, seed, judge, others) {
      const sinks = judge === null ? others : [judge, ...others];
      const run = new MainRun(main, { ...settings, policy, seed }, sinks);
      yield* through(run);
      const { end, error, limit, time } = run.outcome as MainOutcome<unknown>;
      return {
        ...{ end, time, exitCode: null },
        errorText:
          error === null || error instanceof Deadlock ? null : new DefaultHost().errorText(error),
        isCancelled: error instanceof CancelledError,
        errorLine: 0,
        limit: limit?.message ?? null,
        verdicts: [],
      };
    },
    record: (policy, seed) => recorded(main, { ...settings, policy, seed }),
  };
}

function* recorded(program: Scenario | Main, settings: RunSettings): Work<string> {
  const recording = new Recording(program, settings);
  yield* through(recording);
  return recording.trace;
}
