// A schedule: everything that makes one run of a program differ from the default one. Plain data,
// so that it can be kept in a file, sent to a worker, made smaller. An answer stands at the number
// of the question that it answers; questions without an answer are answered as by default.

import type { ChoiceKind, DurationRange } from '../kernel/policy.ts';

/** An order of options (their indices), or a duration in virtual seconds. */
export type Answer = readonly number[] | number;

export interface Schedule {
  /** Of the program's random numbers. */
  readonly seed: number;
  /** By the number of the question, from 0. */
  readonly answers: ReadonlyMap<number, Answer>;
}

/** What a run was asked, and what was answered; a null answer is the default. */
export interface Asked {
  readonly kind: ChoiceKind;
  /** How many options there were; 0 for a duration. */
  readonly options: number;
  /** Where a duration may lie. */
  readonly range: DurationRange | null;
  readonly answer: Answer | null;
}

/** A question to whoever decides. */
export interface Question extends Omit<Asked, 'answer'> {
  /** From 0, in the order of asking. */
  readonly index: number;
  /** What the options are called. */
  readonly labels: readonly string[];
  /** The task that asks, 0 outside any. */
  readonly task: number;
}

/** Answers a question; null for the default. */
export type Decide = (question: Question) => Answer | null;

/** The default order of `count` options. */
export function givenOrder(count: number): number[] {
  const order: number[] = [];
  for (let index = 0; index < count; index++) order.push(index);
  return order;
}

/** The order of `count` options that takes one of them first, the others as given. */
export function orderFrom(first: number, count: number): number[] {
  return [first, ...givenOrder(count).filter((option) => option !== first)];
}

/** Whether an answer is what would have been done without it. */
export function isDefault(answer: Answer, range: DurationRange | null): boolean {
  if (typeof answer === 'number') return answer === range?.nominal;
  for (let index = 0; index < answer.length; index++) if (answer[index] !== index) return false;
  return true;
}

/** Answers as a schedule does. */
export function decidedBy(schedule: Schedule): Decide {
  return ({ index }) => schedule.answers.get(index) ?? null;
}

/** The schedule that a run followed. */
export function scheduleOf(seed: number, asked: readonly Asked[]): Schedule {
  const answers = new Map<number, Answer>();
  asked.forEach(({ answer }, index) => {
    if (answer !== null) answers.set(index, answer);
  });
  return { seed, answers };
}
