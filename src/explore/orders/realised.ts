// Whether a run went as it was meant to: it took every answer, and repeated what it was to repeat,
// in the order of what does not commute.

import { type Answer, isDefault } from '../schedule.ts';
import type { Node, Run } from './search-tree.ts';
import { repeatedBy } from './search-tree.ts';

export interface Realised {
  readonly isRealised: boolean;
  /** Stretches of the branch's run before which came what should have come after them. */
  readonly earlier: readonly number[];
}

const NO: Realised = { isRealised: false, earlier: [] };
const YES: Realised = { isRealised: true, earlier: [] };

/** `answers`: those that the run was to take. */
export function realised(node: Node, answers: ReadonlyMap<number, Answer>, run: Run): Realised {
  const { departing } = node;
  if (departing === null) return YES;
  if (!tookAnswers(answers, run)) return NO;
  if (departing.type === 'question') return YES;
  const { branch, fires } = departing;
  const { record } = run;
  const ids = repeatedBy(node);
  for (const id of departing.type === 'jump' ? fires : [fires[0]]) ids.add(id);
  const first = record.stretches.slice(0, ids.size);
  if (first.length < ids.size || first.some(({ id }) => !ids.has(id))) return NO;
  if (departing.type === 'tie') return YES;
  const fired = first.filter(({ id }) => fires.includes(id));
  const { moment } = fired[0];
  const together = record.moments[moment];
  if (together.last - together.first !== fires.length) return NO;
  return fired.every((each) => each.moment === moment) ? keptOrder(node, run, ids.size) : NO;

  function keptOrder({ departing: from }: Node, made: Run, count: number): Realised {
    if (from?.type !== 'jump') return YES;
    const before = branch.run.record;
    const places = new Map(before.stretches.map(({ id }, at) => [id, at]));
    const earlier: number[] = [];
    for (let at = 1; at < count; at++) {
      const { id, moment: now } = made.record.stretches[at];
      for (const clash of made.record.clashes.of(at)) {
        const other = made.record.stretches[clash];
        if (clash === 0 || fires.includes(id)) continue;
        const place = places.get(id) as number;
        if (fires.includes(other.id)) {
          earlier.push(place);
          continue;
        }
        const otherPlace = places.get(other.id) as number;
        const wasTogether = before.stretches[place].moment === before.stretches[otherPlace].moment;
        if (otherPlace > place || wasTogether !== (now === other.moment)) return NO;
      }
    }
    return { isRealised: earlier.length === 0, earlier };
  }
}

function tookAnswers(answers: ReadonlyMap<number, Answer>, { asked }: Run): boolean {
  return [...answers].every(([question, answer]) => {
    const taken = asked.at(question);
    if (taken === undefined) return false;
    const expected = isDefault(answer, taken.range) ? null : answer;
    return JSON.stringify(taken.answer) === JSON.stringify(expected);
  });
}
