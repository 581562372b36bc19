// The answers with which a run repeats the beginning of another one in other durations, and so
// perhaps in another order of what commutes: questions have numbers in the order of asking, so
// where stretches change places their questions do.

import { type Answer, type Asked, isDefault } from '../schedule.ts';
import type { Prefix, Witness } from './moments.ts';
import type { AskedAt, TimerRecord } from './run-log.ts';

/** The answers to all questions before number `question`. */
export function answersBefore(asked: readonly Asked[], question: number): Map<number, Answer> {
  const answers = new Map<number, Answer>();
  for (let i = 0; i < question; i++) {
    const { answer } = asked[i];
    if (answer !== null) answers.set(i, answer);
  }
  return answers;
}

/**
 * The answers that lead where a witness says, by the number of the question: in a moment the
 * stretches come in the order that they have in the prefix, as far as their deadlines allow it.
 * `fires`: what comes next, which may be before the last of the prefix. `ties`: whether the order
 * of timers that are due together is asked for.
 */
export function answersFor(
  prefix: Prefix,
  asked: readonly Asked[],
  witness: Witness,
  fires: readonly TimerRecord[],
  ties: boolean,
): Map<number, Answer> {
  const answers = new Map<number, Answer>();
  questionsInOrder(prefix, witness, fires, ties).forEach((each, index) => {
    const isKnown = typeof each === 'number';
    const answer = isKnown ? (witness.durations.get(each) ?? asked[each].answer) : each;
    if (answer !== null) answers.set(index, answer);
  });
  return answers;
}

/** The number of a question of the run before, or the answer to an order of ties; null: default. */
type AskedAgain = number | readonly number[] | null;

/** The questions of a prefix as they are asked when each stretch is at its point. */
function questionsInOrder(
  prefix: Prefix,
  witness: Witness,
  fires: readonly TimerRecord[],
  ties: boolean,
): AskedAgain[] {
  const { points, next } = witness;
  const present = points.map((_, at) => at);
  const sorted = present.toSorted((a, b) => points[a] - points[b] || a - b);
  const places: number[] = [];
  for (const [place, at] of sorted.entries()) places[at] = place;
  const questions: AskedAgain[] = [];
  let isFired = false;
  for (let i = 0; i < sorted.length; ) {
    if (!isFired && points[sorted[i]] > next) {
      isFired = true;
      questions.push(...askedNext(prefix, fires, ties));
    }
    let end = i + 1;
    while (end < sorted.length && points[sorted[end]] === points[sorted[i]]) end++;
    const group = sorted.slice(i, end);
    if (ties) questions.push(...orders(prefix, witness, group, places));
    questions.push(...askedTogether(prefix, group));
    i = end;
  }
  return questions;
}

/** What those that come next ask, as far as it is known: all is answered as by default. */
function askedNext({ record }: Prefix, fires: readonly TimerRecord[], ties: boolean): null[] {
  const own = record.moments
    .flatMap(({ questions }) => questions)
    .filter(({ stretch }) => fires.some(({ firedAs }) => firedAs === stretch));
  const isTie = ties && fires.length > 1;
  return new Array<null>(own.length + (isTie ? 1 : 0)).fill(null);
}

/** The questions that stretches of one moment ask themselves. */
function askedTogether({ record }: Prefix, group: readonly number[]): number[] {
  const { stretches, moments } = record;
  const from = [...new Set(group.map((at) => stretches[at].moment))].map((at) => moments[at]);
  const placeOf = ({ stretch }: AskedAt): number => group.indexOf(stretch);
  return from
    .flatMap(({ questions }) => questions)
    .filter(({ stretch }) => group.includes(stretch))
    .sort((a, b) => a.pass - b.pass || placeOf(a) - placeOf(b) || a.question - b.question)
    .map(({ question }) => question);
}

/**
 * The answers to the orders of timers with equal deadlines that fire at one moment. What is asked
 * for is given in the order of making; `places`: when each stretch comes.
 */
function orders(
  { record }: Prefix,
  { points, durations }: Witness,
  group: readonly number[],
  places: readonly number[],
): (readonly number[] | null)[] {
  const batches = new Map<number, number[]>();
  for (const at of group) {
    const { timer } = record.stretches[at];
    if (timer === null) continue;
    const length = durations.get(timer.question) ?? timer.length;
    const deadline = points[timer.parent] + length;
    batches.set(deadline, [...(batches.get(deadline) ?? []), at]);
  }
  const madeAt = (at: number): readonly [place: number, index: number] => {
    const timer = record.stretches[at].timer as TimerRecord;
    return [places[timer.parent], record.timers.indexOf(timer)];
  };
  return [...batches]
    .filter(([, batch]) => batch.length > 1)
    .sort(([a], [b]) => a - b)
    .map(([, batch]) => {
      const given = batch
        .map((at) => ({ at, made: madeAt(at) }))
        .sort(({ made: a }, { made: b }) => a[0] - b[0] || a[1] - b[1])
        .map(({ at }) => at);
      const order = batch.map((at) => given.indexOf(at));
      return isDefault(order, null) ? null : order;
    });
}
