// Every schedule once, those first that depart least from the default. A node is a run; its
// children differ in one decision after those that the node itself was made of: another option of a
// question, or other timers that fire at a jump of the clock. Durations are not enumerated: the
// order of expiries is, with witnesses for each. Source: stateless search as of Godefroid's
// VeriSoft (POPL 1997), in the order of Emmi, Qadeer and Rakamaric's delay-bounded scheduling (POPL
// 2011).

import { Deque } from '../../base/deque.ts';
import type { DurationRange } from '../../kernel/policy.ts';
import { type ExploreLimits, raisedBy } from '../limits.ts';
import {
  type Answer,
  type Asked,
  decidedBy,
  givenOrder,
  isDefault,
  orderFrom,
} from '../schedule.ts';
import type { Coverage, Plan, Strategy } from '../strategy.ts';
import { Expiries } from '../timing/expiry.ts';
import type { Decision, TimingLog } from '../timing/timing-log.ts';
import type { Trial } from '../trial.ts';

/** A run that was made, as far as those made of it are to repeat it. */
interface Origin {
  /** By the number of the question. */
  readonly answers: readonly (Answer | null)[];
  /** What was decided, a mark for each decision. */
  readonly path: readonly string[];
}

/**
 * A run to be made, and where its children may first differ. Many wait at once, so each holds only
 * what tells it from the others of its origin.
 */
interface Node {
  readonly origin: Origin;
  /** Questions that are answered as in the origin. */
  readonly kept: number;
  /** Those that are answered otherwise, and how. */
  readonly changes: readonly (readonly [question: number, answer: Answer])[];
  /** Departures from the default. */
  readonly cost: number;
  /** The first decision that is open. */
  readonly from: number;
  /** The first place of the order at that decision that is open. */
  readonly place: number;
  /** The mark of the last decision before that; null for that of the origin. */
  readonly last: string | null;
}

const ROOT: Node = {
  origin: { answers: [], path: [] },
  kept: 0,
  changes: [],
  cost: 0,
  from: 0,
  place: 0,
  last: null,
};

export interface SystematicOptions {
  readonly seed: number;
  /** The log of the run that was planned last. */
  readonly log: () => TimingLog;
  /** Why the search cannot be exhaustive whatever it tries; null for no reason. */
  readonly reservation: string | null;
  /** Why it cannot be where a duration may lie anywhere in a range; null for no reason. */
  readonly clockReservation: string | null;
  readonly limits: ExploreLimits;
}

/** The default run is not planned here: the first that is learned is that one. */
export class Systematic implements Strategy {
  readonly name = 'systematic';
  readonly #options: SystematicOptions;
  /** By cost; each in the order of finding. */
  readonly #waiting: Deque<Node>[] = [];
  #count = 0;
  #node: Node = ROOT;
  #note: string | null;

  constructor(options: SystematicOptions) {
    this.#options = options;
    this.#note = options.reservation;
  }

  isIndexed(_index: number): boolean {
    return false;
  }

  plan(_index: number): Plan | null {
    const bucket = this.#waiting.find((nodes) => nodes.length > 0);
    if (bucket === undefined) return null;
    this.#node = bucket.shift();
    this.#count--;
    const { seed } = this.#options;
    return { seed, decide: decidedBy({ seed, answers: answersOf(this.#node) }) };
  }

  learn(trial: Trial): void {
    const log = this.#options.log();
    const node = this.#node;
    const { asked } = trial;
    const path = log.decisions.map((decision) => markOf(decision, asked, log));
    const origin = { answers: asked.map(({ answer }) => answer), path };
    if (!isRealised(node, path, asked)) {
      this.#note ??= 'some orders could not be produced by any duration that was tried';
      return;
    }
    const rangeOf = (question: number): DurationRange => asked[question].range as DurationRange;
    const { timers } = this.#options.limits;
    const expiries = new Expiries(log.jumps, rangeOf, timers);
    if (log.isBlocked || log.lost > 0)
      this.#note ??= 'blocking calls and threads are not enumerated';
    if (asked.some(({ range }) => range !== null && range.values === null))
      this.#note ??= this.#options.clockReservation;
    let questions = 0;
    let mayVary = false;
    log.decisions.forEach((decision, at) => {
      if (decision.type === 'question') questions++;
      else mayVary ||= log.jumps[decision.jump].pending.some(({ question }) => question >= 0);
      if (at < node.from) return;
      const place = at === node.from ? node.place : 0;
      if (decision.type === 'question') {
        this.#vary(origin, asked[decision.question], decision.question, at, place);
      } else if (mayVary) this.#expire(origin, expiries, at, decision.jump, questions);
    });
    if (expiries.isCut) {
      this.#note ??= `timers fire in more than ${timers} sets at once${raisedBy('timers')}`;
    }
    if (expiries.isBlurred) this.#note ??= 'deadlines were too close to be told apart';
  }

  coverage(): Coverage {
    const waiting = this.#count === 1 ? '1 run was waiting' : `${this.#count} runs were waiting`;
    const notes = [this.#count > 0 ? waiting : null, this.#note].filter((each) => each !== null);
    if (notes.length > 0) return { isExhaustive: false, note: notes.join('; ') };
    return { isExhaustive: true, note: 'nothing is left to try' };
  }

  /** Children that answer a question otherwise. */
  #vary(origin: Origin, asked: Asked, question: number, at: number, place: number): void {
    const { kind, options, range, answer } = asked;
    const cost = this.#node.cost + 1;
    const offer = (changed: Answer, open: number): void => {
      const changes = [[question, changed] as const];
      this.#add({ origin, kept: question, changes, cost, from: at, place: open, last: null });
    };
    if (kind === 'timing') {
      if (place > 0) return;
      for (const value of range?.values ?? [])
        if (value !== (answer ?? range?.nominal)) offer(value, 1);
      return;
    }
    const order = (answer as readonly number[] | null) ?? givenOrder(options);
    const places = kind === 'cancel' ? 1 : options - 1;
    for (let i = place; i < places; i++) {
      for (let j = i + 1; j < options; j++) {
        offer(kind === 'cancel' ? orderFrom(order[j], options) : movedTo(order, j, i), i + 1);
      }
    }
  }

  /** Children in which other timers fire, after so many questions. */
  #expire(origin: Origin, expiries: Expiries, at: number, jump: number, kept: number): void {
    const { jumps } = this.#options.limits;
    if (jump >= jumps) {
      this.#note ??= `timers were not varied after moment ${jumps} of a run${raisedBy('jumps')}`;
      return;
    }
    const cost = this.#node.cost + 1;
    for (const { fires, durations } of expiries.alternatives(jump)) {
      const [changes, last] = [[...durations], firesMark(fires)];
      this.#add({ origin, kept, changes, cost, from: at + 1, place: 0, last });
    }
  }

  #add(node: Node): void {
    const { waiting } = this.#options.limits;
    if (this.#count >= waiting) {
      this.#note ??= `more than ${waiting} runs were waiting at once${raisedBy('waiting')}`;
      return;
    }
    while (this.#waiting.length <= node.cost) this.#waiting.push(new Deque());
    this.#waiting[node.cost].push(node);
    this.#count++;
  }
}

/** What was asked, or what fired, in a form in which two runs can be compared. */
function markOf(decision: Decision, asked: readonly Asked[], log: TimingLog): string {
  if (decision.type === 'jump') return firesMark(log.jumps[decision.jump].fired);
  const { kind, options } = asked[decision.question];
  return `${kind} ${options}`;
}

function firesMark(serials: ReadonlySet<number>): string {
  return [...serials].sort((a, b) => a - b).join(' ');
}

/** Whether a run went as its node meant: what was to be decided was, and every answer was taken. */
function isRealised(node: Node, path: readonly string[], asked: readonly Asked[]): boolean {
  const { origin, last } = node;
  const count = last === null ? node.from : node.from - 1;
  for (let at = 0; at < count; at++) if (path[at] !== origin.path[at]) return false;
  if (last !== null && path[count] !== last) return false;
  for (const [question, answer] of answersOf(node)) {
    if (question >= asked.length) return false;
    const { answer: taken, range } = asked[question];
    if (!isSame(taken, isDefault(answer, range) ? null : answer)) return false;
  }
  return true;
}

function isSame(one: Answer | null, other: Answer | null): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  if (one === null || other === null) return one === other;
  return one.length === other.length && one.every((option, index) => option === other[index]);
}

/** What is answered in the run of a node. */
function answersOf({ origin, kept, changes }: Node): Map<number, Answer> {
  const answers = new Map<number, Answer>();
  for (let i = 0; i < kept; i++) {
    const answer = origin.answers[i];
    if (answer !== null) answers.set(i, answer);
  }
  for (const [question, answer] of changes) answers.set(question, answer);
  return answers;
}

/** The order with what stands at `from` moved to `to`, before it. */
function movedTo(order: readonly number[], from: number, to: number): number[] {
  const moved = order.slice();
  for (let i = from; i > to; i--) moved[i] = order[i - 1];
  moved[to] = order[from];
  return moved;
}
