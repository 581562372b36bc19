// A schedule made of plain numbers, for tests that generate their own: each question takes the next
// fraction, and 0 is the default answer. So the arrays of a property-testing library are schedules:
// they shrink towards the default order together with the data of the test.

import type { ChoiceKind, Jitter, SchedulingPolicy } from '../kernel/policy.ts';
import { AskedPolicy } from './asked-policy.ts';
import { finiteEnd } from './finite-end.ts';
import { type Answer, givenOrder, type Question } from './schedule.ts';

export interface FractionOptions {
  /** Kinds of choice that vary. Default: timing, ties and sets. */
  readonly vary?: readonly ChoiceKind[];
  /** By how much every positive duration varies. Default: only those out of a draw do. */
  readonly jitter?: Jitter | null;
}

/**
 * A policy that answers question n by fraction n, a number from 0 up to 1: 0 as by default, others
 * by an order or a length that the fraction picks. Questions beyond the last are answered as by
 * default. Throws RangeError for any other number.
 */
export function scheduleFrom(
  fractions: readonly number[],
  { vary = ['timing', 'ties', 'sets'], jitter = null }: FractionOptions = {},
): SchedulingPolicy {
  const wrong = fractions.find((each) => !(each >= 0 && each <= 1));
  if (wrong !== undefined) throw new RangeError(`a fraction is a number from 0 to 1, not ${wrong}`);
  return new AskedPolicy({ kinds: new Set(vary), jitter }, (question) => {
    const fraction = fractions[question.index] ?? 0;
    return fraction === 0 ? null : answerOf(question, fraction);
  });
}

function answerOf({ range, options }: Question, fraction: number): Answer {
  if (range === null) return orderOf(options, fraction);
  const { values, least } = range;
  if (values !== null) return values[pick(values.length, fraction)];
  const most = finiteEnd(range);
  return Math.min(most, Math.max(least, least + fraction * (most - least)));
}

/** The order whose place among all orders, by their first option first, the fraction gives. */
function orderOf(count: number, fraction: number): number[] {
  const left = givenOrder(count);
  const order: number[] = [];
  for (let rest = fraction; left.length > 0; ) {
    const scaled = rest * left.length;
    const index = pick(left.length, rest);
    rest = Math.min(1, scaled - index);
    order.push(...left.splice(index, 1));
  }
  return order;
}

function pick(count: number, fraction: number): number {
  return Math.min(count - 1, Math.floor(fraction * count));
}
