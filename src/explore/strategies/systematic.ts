// Every schedule once, those first that depart least from the default. A node is a run; its children
// differ in one decision after those that the node itself was made of: another option of a question,
// or other timers that fire at a jump of the clock. Stateless search as of Godefroid's VeriSoft
// (POPL 1997), in the order of Emmi, Qadeer and Rakamaric's delay-bounded scheduling (POPL 2011);
// durations are not enumerated: the order of expiries is, with witnesses for each.

import type { DurationRange } from '../../kernel/policy.ts';
import { type Answer, type Asked, decidedBy, givenOrder, orderFrom } from '../schedule.ts';
import type { Coverage, Plan, Strategy } from '../strategy.ts';
import { Expiries } from '../timing/expiry.ts';
import type { TimingLog } from '../timing/timing-log.ts';
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
  /** What is to fire at the last jump that is decided; null where that is not what was decided. */
  readonly fires: { readonly jump: number; readonly serials: ReadonlySet<number> } | null;
}

const ROOT: Node = { answers: new Map(), cost: 0, from: 0, place: 0, fires: null };

export interface SystematicOptions {
  readonly seed: number;
  /** The log of the run that was planned last. */
  readonly log: () => TimingLog;
  /** Why the search cannot be exhaustive whatever it tries; null for no reason. */
  readonly reservation: string | null;
}

export class Systematic implements Strategy {
  readonly name = 'systematic';
  readonly #options: SystematicOptions;
  /** By cost; each in the order of finding. */
  readonly #waiting: Node[][] = [[ROOT]];
  #count = 1;
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
    this.#node = bucket.shift() as Node;
    this.#count--;
    const { seed } = this.#options;
    return { seed, decide: decidedBy({ seed, answers: this.#node.answers }) };
  }

  learn(trial: Trial): void {
    const log = this.#options.log();
    const node = this.#node;
    if (!isRealised(node, log)) {
      this.#note ??= 'some orders could not be produced by any duration that was tried';
      return;
    }
    const { asked } = trial;
    const expiries = new Expiries(log.jumps, (question) => asked[question].range as DurationRange);
    if (log.isBlocked || log.lost > 0)
      this.#note ??= 'blocking calls and threads are not enumerated';
    log.decisions.forEach((decision, at) => {
      if (at < node.from) return;
      const place = at === node.from ? node.place : 0;
      if (decision.type === 'question') this.#vary(asked, decision.question, at, place);
      else this.#expire(asked, log, expiries, at, decision.jump);
    });
    if (expiries.isCut) this.#note ??= 'more timers were pending at once than can be enumerated';
  }

  coverage(): Coverage {
    if (this.#count > 0) return { isExhaustive: false, note: `${this.#count} runs were waiting` };
    if (this.#note !== null) return { isExhaustive: false, note: this.#note };
    return { isExhaustive: true, note: 'nothing is left to try' };
  }

  /** Children that answer a question otherwise. */
  #vary(asked: readonly Asked[], question: number, at: number, place: number): void {
    const { kind, options, range, answer } = asked[question];
    const before = answersBefore(asked, question);
    if (kind === 'timing') {
      for (const value of range?.values ?? []) {
        if (value === (answer ?? range?.nominal) || place > 0) continue;
        this.#add({ ...this.#child(before, question, value), from: at, place: 1 });
      }
      return;
    }
    const order = (answer as readonly number[] | null) ?? givenOrder(options);
    const places = kind === 'cancel' ? 1 : options - 1;
    for (let i = place; i < places; i++) {
      for (let j = i + 1; j < options; j++) {
        const changed = kind === 'cancel' ? orderFrom(order[j], options) : movedTo(order, j, i);
        this.#add({ ...this.#child(before, question, changed), from: at, place: i + 1 });
      }
    }
  }

  /** Children in which other timers fire. */
  #expire(
    asked: readonly Asked[],
    log: TimingLog,
    expiries: Expiries,
    at: number,
    jump: number,
  ): void {
    if (jump >= MAXIMUM_JUMPS) {
      this.#note ??= `the order of expiries is enumerated for the first ${MAXIMUM_JUMPS} only`;
      return;
    }
    if (!log.jumps[jump].pending.some(({ question }) => question >= 0) && !hasChoice(log, jump))
      return;
    const questions = log.decisions.slice(0, at).filter(({ type }) => type === 'question').length;
    for (const { fires, durations } of expiries.alternatives(jump)) {
      const answers = new Map(answersBefore(asked, questions));
      for (const [question, seconds] of durations) answers.set(question, seconds);
      const cost = this.#node.cost + 1;
      this.#add({ answers, cost, from: at + 1, place: 0, fires: { jump, serials: fires } });
    }
  }

  #child(
    before: Map<number, Answer>,
    question: number,
    answer: Answer,
  ): Omit<Node, 'from' | 'place'> {
    const answers = new Map(before).set(question, answer);
    return { answers, cost: this.#node.cost + 1, fires: null };
  }

  #add(node: Node): void {
    if (this.#count >= MAXIMUM_WAITING) {
      this.#note ??= `more than ${MAXIMUM_WAITING} runs were waiting at once`;
      return;
    }
    while (this.#waiting.length <= node.cost) this.#waiting.push([]);
    this.#waiting[node.cost].push(node);
    this.#count++;
  }
}

/** Whether what was to fire did. */
function isRealised({ fires }: Node, log: TimingLog): boolean {
  if (fires === null) return true;
  const fired = log.jumps.at(fires.jump)?.fired;
  return fired?.size === fires.serials.size && [...fires.serials].every((each) => fired.has(each));
}

/** Whether timers of the past may still fire in another order. */
function hasChoice(log: TimingLog, jump: number): boolean {
  return log.jumps
    .slice(0, jump)
    .some(({ pending }) => pending.some(({ question }) => question >= 0));
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
