// Every schedule once, those first that depart least from the default. A node is a run; its
// children differ in one decision after those that the node itself was made of: another option of a
// question, or other timers that fire at a jump of the clock. Durations are not enumerated: the
// order of expiries is, with witnesses for each. Source: stateless search as of Godefroid's
// VeriSoft (POPL 1997), in the order of Emmi, Qadeer and Rakamaric's delay-bounded scheduling (POPL
// 2011).

import { Deque } from '../../base/deque.ts';
import type { DurationRange } from '../../kernel/policy.ts';
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

/** Runs that wait for their turn. */
const MAXIMUM_WAITING = 100_000;
/** Jumps of the clock up to which the order of expiries is enumerated. */
const MAXIMUM_JUMPS = 128;

/** A run to be made, and where its children may first differ. */
interface Node {
  readonly answers: ReadonlyMap<number, Answer>;
  /** Departures from the default. */
  readonly cost: number;
  /** The first decision that is open. */
  readonly from: number;
  /** The first place of the order at that decision that is open. */
  readonly place: number;
  /** What is to be decided before that, a mark for each decision. */
  readonly path: { readonly shared: readonly string[]; readonly last: string | null };
}

const ROOT: Node = {
  answers: new Map(),
  cost: 0,
  from: 0,
  place: 0,
  path: { shared: [], last: null },
};

export interface SystematicOptions {
  readonly seed: number;
  /** The log of the run that was planned last. */
  readonly log: () => TimingLog;
  /** Why the search cannot be exhaustive whatever it tries; null for no reason. */
  readonly reservation: string | null;
  /** Why it cannot be where a duration may lie anywhere in a range; null for no reason. */
  readonly clockReservation: string | null;
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
    return { seed, decide: decidedBy({ seed, answers: this.#node.answers }) };
  }

  learn(trial: Trial): void {
    const log = this.#options.log();
    const node = this.#node;
    const { asked } = trial;
    const path = log.decisions.map((decision) => markOf(decision, asked, log));
    if (!isRealised(node, path, asked)) {
      this.#note ??= 'some orders could not be produced by any duration that was tried';
      return;
    }
    const expiries = new Expiries(log.jumps, (question) => asked[question].range as DurationRange);
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
      if (decision.type === 'question') this.#vary(asked, path, decision.question, at, place);
      else if (mayVary) this.#expire(asked, path, expiries, at, decision.jump, questions);
    });
    if (expiries.isCut) this.#note ??= 'more timers were pending at once than can be enumerated';
    if (expiries.isBlurred) this.#note ??= 'deadlines were too close to be told apart';
  }

  coverage(): Coverage {
    if (this.#count > 0) return { isExhaustive: false, note: `${this.#count} runs were waiting` };
    if (this.#note !== null) return { isExhaustive: false, note: this.#note };
    return { isExhaustive: true, note: 'nothing is left to try' };
  }

  /** Children that answer a question otherwise. */
  #vary(
    asked: readonly Asked[],
    shared: readonly string[],
    question: number,
    at: number,
    place: number,
  ): void {
    const { kind, options, range, answer } = asked[question];
    const before = answersBefore(asked, question);
    const offer = (changed: Answer, open: number): void => {
      const answers = new Map(before).set(question, changed);
      const path = { shared, last: null };
      this.#add({ answers, cost: this.#node.cost + 1, from: at, place: open, path });
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
  #expire(
    asked: readonly Asked[],
    shared: readonly string[],
    expiries: Expiries,
    at: number,
    jump: number,
    questions: number,
  ): void {
    if (jump >= MAXIMUM_JUMPS) {
      this.#note ??= `the order of expiries is enumerated for the first ${MAXIMUM_JUMPS} only`;
      return;
    }
    for (const { fires, durations } of expiries.alternatives(jump)) {
      const answers = new Map(answersBefore(asked, questions));
      for (const [question, seconds] of durations) answers.set(question, seconds);
      const path = { shared, last: firesMark(fires) };
      this.#add({ answers, cost: this.#node.cost + 1, from: at + 1, place: 0, path });
    }
  }

  #add(node: Node): void {
    if (this.#count >= MAXIMUM_WAITING) {
      this.#note ??= `more than ${MAXIMUM_WAITING} runs were waiting at once`;
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
  const { shared, last } = node.path;
  const count = last === null ? node.from : node.from - 1;
  for (let at = 0; at < count; at++) if (path[at] !== shared[at]) return false;
  if (last !== null && path[count] !== last) return false;
  return [...node.answers].every(([question, answer]) => {
    const taken = asked.at(question);
    if (taken === undefined) return false;
    const expected = isDefault(answer, taken.range) ? null : answer;
    return JSON.stringify(taken.answer) === JSON.stringify(expected);
  });
}

function answersBefore(asked: readonly Asked[], question: number): Map<number, Answer> {
  const answers = new Map<number, Answer>();
  for (let i = 0; i < question; i++) {
    const { answer } = asked[i];
    if (answer !== null) answers.set(i, answer);
  }
  return answers;
}

/** The order with what stands at `from` moved to `to`, before it. */
function movedTo(order: readonly number[], from: number, to: number): number[] {
  const moved = order.filter((_, index) => index !== from);
  moved.splice(to, 0, order[from]);
  return moved;
}
