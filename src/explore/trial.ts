// One run of a program under a plan, judged: what was asked of the policy, and what went wrong.

import { FindingSink } from '../check/findings.ts';
import type { ChoiceKind } from '../kernel/policy.ts';
import type { EventBatch } from '../trace/tracer.ts';
import { AskedPolicy, type Variation } from './asked-policy.ts';
import { type Asked, decidedBy, type Schedule, scheduleOf } from './schedule.ts';
import type { Plan } from './strategy.ts';
import type { Ended, RunObserver, Subject } from './subject.ts';
import { type Symptom, symptomsOf } from './symptom.ts';
import type { Work } from './work.ts';

export interface Trial {
  readonly seed: number;
  readonly asked: readonly Asked[];
  readonly ended: Ended;
  readonly symptoms: readonly Symptom[];
}

/** Runs `subject` once; `observers` read it too, in `spare`, free again then. Throws Halted. */
export function* runTrial(
  subject: Subject,
  variation: Variation,
  plan: Plan,
  observers: readonly RunObserver[] = [],
  spare?: EventBatch,
): Work<Trial> {
  const policy = new AskedPolicy(variation, plan.decide);
  const judge = new FindingSink(spare);
  const ended = yield* subject.run(policy, plan.seed, judge, observers);
  const { asked } = policy;
  const departed = departuresOf(asked, plan.seed !== subject.seed);
  return { seed: plan.seed, asked, ended, symptoms: symptomsOf(ended, judge.findings(), departed) };
}

/** As `runTrial`, of a schedule. */
export function runSchedule(
  subject: Subject,
  variation: Variation,
  schedule: Schedule,
): Work<Trial> {
  return runTrial(subject, variation, { seed: schedule.seed, decide: decidedBy(schedule) });
}

/** The schedule that a trial followed. */
export function scheduleOfTrial(trial: Trial): Schedule {
  return scheduleOf(trial.seed, trial.asked);
}

/** The kinds of choice that were not answered as by default. */
export function departuresOf(asked: readonly Asked[], isReseeded: boolean): Set<ChoiceKind> {
  const kinds = new Set<ChoiceKind>();
  for (const { kind, answer } of asked) if (answer !== null) kinds.add(kind);
  if (isReseeded) kinds.add('data');
  return kinds;
}
