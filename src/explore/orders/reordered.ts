// The answers with which a run repeats the beginning of another one in other durations, and so
// perhaps in another order of what commutes: questions have numbers in the order of asking, so
// where stretches change places their questions do.

import type { Answer, Asked } from '../schedule.ts';
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
 * The answers that lead where a witness says, by the number of the question; null where that cannot
 * be told. `ties`: whether the order of timers that are due together is asked for.
 */
export function answersFor(
  prefix: Prefix,
  asked: readonly Asked[],
  witness: Witness,
  ties: boolean,
): Map<number, Answer> | null {
  const questions = questionsInOrder(prefix, witness, ties);
  const isLost = questions.some((each) => each?.stretch === LOST && asked[each.question].answer);
  if (isLost) return null;
  const answers = new Map<number, Answer>();
  questions
    .filter((each) => each?.stretch !== LOST)
    .forEach((each, index) => {
      if (each === null) return;
      const { question } = each;
      const answer = witness.durations.get(question) ?? asked[question].answer;
      if (answer !== null) answers.set(index, answer);
    });
  return answers;
}

/** In place of a stretch: an order of ties that is not asked for any more. */
const LOST = -2;

/** The questions of a prefix as they are asked when each stretch is at its point; null is new. */
function questionsInOrder(prefix: Prefix, witness: Witness, ties: boolean): (AskedAt | null)[] {
  const { points } = witness;
  const present = points.map((_, at) => at);
  const sorted = present.toSorted((a, b) => points[a] - points[b] || a - b);
  const questions: (AskedAt | null)[] = [];
  for (let i = 0; i < sorted.length; ) {
    let end = i + 1;
    while (end < sorted.length && points[sorted[end]] === points[sorted[i]]) end++;
    questions.push(...askedTogether(prefix, witness, sorted.slice(i, end), ties));
    i = end;
  }
  return questions;
}

/** The questions of stretches that come at one moment. */
function askedTogether(
  prefix: Prefix,
  witness: Witness,
  group: readonly number[],
  ties: boolean,
): (AskedAt | null)[] {
  const { stretches, moments } = prefix.record;
  const from = [...new Set(group.map((at) => stretches[at].moment))].map((at) => moments[at]);
  const asked = from.flatMap(({ questions }) => questions);
  const own = asked.filter(({ stretch }) => group.includes(stretch));
  const orders = asked.filter(({ stretch }) => stretch < 0);
  if (from.length === 1 && group.length === from[0].last - from[0].first) return asked;
  const placeOf = ({ stretch }: AskedAt): number => group.indexOf(stretch);
  const sorted = own.toSorted(
    (a, b) => a.pass - b.pass || placeOf(a) - placeOf(b) || a.question - b.question,
  );
  const lost = orders.map((each) => ({ ...each, stretch: LOST }));
  const fresh = ties ? new Array<null>(batchesOf(prefix, witness, group)).fill(null) : [];
  return [...lost, ...fresh, ...sorted];
}

/** How many orders of timers with equal deadlines there are among stretches of one moment. */
function batchesOf(
  { record }: Prefix,
  { points, durations }: Witness,
  group: readonly number[],
): number {
  const counts = new Map<number, number>();
  for (const at of group) {
    const { parent, question, length } = record.stretches[at].timer as TimerRecord;
    const deadline = points[parent] + (durations.get(question) ?? length);
    counts.set(deadline, (counts.get(deadline) ?? 0) + 1);
  }
  return [...counts.values()].filter((count) => count > 1).length;
}
