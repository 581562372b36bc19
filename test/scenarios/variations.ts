// Runs of a scenario in other orders than its own, for specs: durations anywhere in their ranges,
// ties and sets shuffled by chance, and each single cancellation. Every order that is tried is one
// that CPython allows, and nothing is searched for.
import seedrandom from 'seedrandom';
import { levelOf } from '../../src/check/finding-rules.ts';
import { FindingSink } from '../../src/check/findings.ts';
import { CANCEL_OPTIONS, type ChoiceKind, type DurationRange } from '../../src/kernel/policy.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { type Outcome, Simulation, type SimulationOptions } from '../../src/simulate.ts';
import { limits } from '../simulated.ts';
import { Varying } from '../varying.ts';

/** A run that does not end by itself is over after so many handles. */
const LIMITS = limits({ steps: 20_000 });

/** One duration in so many is an end of its range: equal deadlines come of those. */
const AT_AN_END = 4;

/** A policy that chooses by chance what is of these kinds, but cancels nothing. */
export function byChance(seed: number, kinds: readonly ChoiceKind[]): Varying {
  const random = seedrandom(`variation ${seed}`);
  const length = ({ least, most, nominal, values }: DurationRange): number => {
    if (values !== null) return values[Math.floor(random() * values.length)];
    if (most === Number.POSITIVE_INFINITY) return nominal;
    if (Math.floor(random() * AT_AN_END) === 0) return random() < 0.5 ? least : most;
    return Math.min(most, least + random() * (most - least));
  };
  const order = (_kind: ChoiceKind, labels: readonly string[]): readonly number[] =>
    labels
      .map((_, index) => ({ index, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ index }) => index);
  return new Varying(kinds, { length, order });
}

/** What is wrong with a run: '' for nothing. A cancellation from outside may end it. */
export function complaintOf({ end, errorText, verdicts }: Outcome, isCancelled = false): string {
  const failed = verdicts.filter(({ held }) => held === false).map(({ text }) => text);
  const isSuffered = isCancelled && failed.length === 0 && errorText === 'CancelledError';
  if (end === 'finished' || isSuffered) return '';
  return [end, errorText ?? '', ...failed].filter((each) => each !== '').join(', ');
}

/** What is wrong with a run, which is judged by what it expects and by the rules of findings. */
export function complaintAbout(scenario: Scenario, options: SimulationOptions = {}): string {
  const sink = new FindingSink();
  const { onAccess } = sink;
  const judged = { limits: LIMITS, sinks: [sink], onAccess, ...options };
  const outcome = new Simulation(scenario, judged).run();
  const found = sink.findings().filter(({ rule }) => levelOf(rule) === 'failure');
  return complaintOf(outcome) || found.map(({ rule, message }) => `${rule}: ${message}`).join(', ');
}

/** Outcomes of every run that differs from the scenario's own by one cancellation. */
export function* cancelledRuns(
  scenario: Scenario,
  options: SimulationOptions = {},
): Generator<Outcome> {
  for (let question = 0; ; question++) {
    // The first option is to leave the task alone.
    for (let delivery = 1; delivery < CANCEL_OPTIONS.length; delivery++) {
      const order = (_kind: ChoiceKind, labels: readonly string[], index: number) =>
        labels.map((_, each) => (index === question ? (each + delivery) % labels.length : each));
      const policy = new Varying(['cancel'], { order });
      const outcome = new Simulation(scenario, { limits: LIMITS, policy, ...options }).run();
      if (policy.orders.length <= question) return;
      yield outcome;
    }
  }
}
