// A systematic search to its end, and what the program printed in the runs of it.
import { createHash } from 'node:crypto';
import { AskedPolicy, type Variation } from '../../../src/explore/asked-policy.ts';
import { mayReduce } from '../../../src/explore/explorer.ts';
import { DEFAULT_EXPLORE_LIMITS } from '../../../src/explore/limits.ts';
import { RunLog, type RunRecord } from '../../../src/explore/orders/run-log.ts';
import { drawsData } from '../../../src/explore/reservation.ts';
import { Systematic } from '../../../src/explore/strategies/systematic.ts';
import type { Coverage } from '../../../src/explore/strategy.ts';
import { scenarioSubject } from '../../../src/explore/subject.ts';
import { runTrial, scheduleOfTrial } from '../../../src/explore/trial.ts';
import { finished } from '../../../src/explore/work.ts';
import type { ChoiceKind, SchedulingPolicy } from '../../../src/kernel/policy.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { Simulation } from '../../../src/simulate.ts';
import { scenarioOf } from '../../simulated.ts';

export interface Searched {
  /** What the runs printed, each once, in order. */
  readonly outputs: readonly string[];
  /** The answers of each run. */
  readonly schedules: readonly string[];
  /** What the runs amount to but for the order of what commutes: `classOf` of each, once. */
  readonly classes: readonly string[];
  readonly coverage: Coverage;
}

export interface SearchOptions {
  readonly kinds: readonly ChoiceKind[];
  /** Whether orders of what commutes are left out. */
  readonly reduces: boolean;
  readonly runs: number;
}

/** Runs a program in every schedule that the systematic strategy plans. */
export function searched(text: string, { kinds, reduces, runs }: SearchOptions): Searched {
  const scenario = scenarioOf(text);
  const subject = scenarioSubject(scenario);
  const variation: Variation = { kinds: new Set(kinds), jitter: null };
  const logOptions = {
    knowsPlaces: reduces && mayReduce(subject, variation.kinds),
    countsDraws: drawsData(scenario),
    moments: DEFAULT_EXPLORE_LIMITS.jumps,
  };
  const classes = new Set<string>();
  let log = new RunLog(logOptions);
  const systematic = new Systematic({
    ...{ seed: subject.seed, reservation: null, clockReservation: null },
    ties: kinds.includes('ties'),
    limits: DEFAULT_EXPLORE_LIMITS,
    log: () => log,
  });
  const outputs = new Set<string>();
  const schedules: string[] = [];
  let plan: ReturnType<Systematic['plan']> = { seed: subject.seed, decide: () => null };
  while (plan !== null && schedules.length < runs) {
    log = new RunLog(logOptions);
    const places = new RunLog({ ...logOptions, knowsPlaces: subject.tellsPlaces });
    const trial = finished(runTrial(subject, variation, plan, [log, places]));
    classes.add(classOf(places.record()));
    outputs.add(outputOf(scenario, new AskedPolicy(variation, plan.decide)));
    schedules.push(JSON.stringify([...scheduleOfTrial(trial).answers]));
    systematic.learn(trial);
    plan = systematic.plan(schedules.length - 1);
  }
  return {
    outputs: sorted(outputs),
    schedules,
    classes: sorted(classes),
    coverage: systematic.coverage(),
  };
}

/** What a program prints under a policy, and how it ends where that is with an exception. */
export function outputOf(scenario: Scenario, policy: SchedulingPolicy): string {
  let output = '';
  const write = (stream: string, piece: string): void => {
    if (stream === 'stdout') output += piece;
  };
  const { errorText } = new Simulation(scenario, { policy, write }).run();
  return errorText === null ? output : `${output}${errorText}`;
}

export function sorted(texts: Iterable<string>): string[] {
  return [...texts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * A name for all orders of a program that differ in that of what commutes alone: each stretch with
 * those that it came after and does not commute with, or came together with.
 */
export function classOf({ stretches, clashes }: RunRecord): string {
  const names: string[] = [];
  stretches.forEach(({ id, moment }, at) => {
    const before = clashes
      .of(at)
      .map((each) => `${names[each]}${stretches[each].moment === moment ? '=' : '<'}`);
    names.push(
      createHash('sha256')
        .update(`${id} ${before.sort().join(' ')}`)
        .digest('hex'),
    );
  });
  return names.sort().join(' ');
}
