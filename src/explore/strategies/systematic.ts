// Every order that makes a difference once, those first that depart least from the default: a run
// is read for races, and each asks for a run in which its later part comes first. What commutes is
// not tried in both orders. Durations are not enumerated: the order of expiries is, with witnesses
// for each. Source: stateless search as of Godefroid's VeriSoft (POPL 1997), in the order of Emmi,
// Qadeer and Rakamaric's delay-bounded scheduling (POPL 2011); its reduction is in `orders/`.

import { Deque } from '../../base/deque.ts';
import { type ExploreLimits, raisedBy } from '../limits.ts';
import { Causes } from '../orders/causes.ts';
import { Classes } from '../orders/classes.ts';
import type { Firing } from '../orders/firing.ts';
import { hasBlurredOrder, momentsAt, wantedBy } from '../orders/races.ts';
import { realised } from '../orders/realised.ts';
import { answersBefore, answersFor } from '../orders/reordered.ts';
import type { RunLog } from '../orders/run-log.ts';
import { type Branch, jumpOf, type Node, type Run, type TiePlace } from '../orders/search-tree.ts';
import { type OpenQuestion, walk } from '../orders/walk.ts';
import { type Answer, type Asked, decidedBy, givenOrder, orderFrom } from '../schedule.ts';
import type { Coverage, Plan, Strategy } from '../strategy.ts';
import type { Trial } from '../trial.ts';

const UNREALISED = 'some orders could not be produced by any duration that was tried';

const NOTHING: readonly number[] = [];
const ROOT: Node = { cost: 0, departing: null, earlier: NOTHING };

export interface SystematicOptions {
  readonly seed: number;
  /** The log of the run that was planned last. */
  readonly log: () => RunLog;
  /** Whether the order of timers that are due together varies. */
  readonly ties: boolean;
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
  /** The answers of the run that was planned last. */
  #answers: ReadonlyMap<number, Answer> = new Map();
  /** Whether some sets of timers were not tried, being too many. */
  #cut = false;
  #note: string | null;
  readonly #classes = new Classes();

  constructor(options: SystematicOptions) {
    this.#options = options;
    this.#note = options.reservation;
  }

  isIndexed(_index: number): boolean {
    return false;
  }

  plan(_index: number): Plan | null {
    for (;;) {
      const bucket = this.#waiting.find((nodes) => nodes.length > 0);
      if (bucket === undefined) return null;
      this.#node = bucket.shift();
      this.#count--;
      const answers = this.#answersTo(this.#node);
      if (answers === null) continue;
      this.#answers = answers;
      const { seed } = this.#options;
      return { seed, decide: decidedBy({ seed, answers }) };
    }
  }

  learn({ asked }: Trial): void {
    const node = this.#node;
    const { limits, log } = this.#options;
    const record = log().record();
    const { cost } = node;
    const maxSets = limits.timers;
    const run: Run = { record, asked, cost, maxSets, taken: [] };
    const { isRealised, earlier } = realised(node, this.#answers, run);
    if (!isRealised) {
      this.#retry(node, earlier);
      return;
    }
    this.#reserve(run);
    const walked = walk(node, run);
    const causes = new Causes(record);
    this.#classes.add(run, causes);
    if (this.#options.ties && hasBlurredOrder(run, causes, walked)) this.#note ??= UNREALISED;
    for (const open of walked.questions) this.#vary(run, open);
    for (const { branch, firing } of wantedBy(run, causes, walked)) this.#want(branch, firing);
    this.#cut ||= run.taken.some((branch) => jumpOf(branch).isCut);
  }

  /** What of a run cannot be enumerated. */
  #reserve({ record, asked }: Run): void {
    if (record.isBlocked || record.lost > 0) {
      this.#note ??= 'blocking calls and threads are not enumerated';
    }
    if (asked.some(({ range }) => range !== null && range.values === null)) {
      this.#note ??= this.#options.clockReservation;
    }
    const { jumps } = this.#options.limits;
    const isOpen = record.clashes.count < record.stretches.length && asked.length > 0;
    if (isOpen) {
      this.#note ??= `timers were not varied after moment ${jumps} of a run${raisedBy('jumps')}`;
    }
  }

  coverage(): Coverage {
    const { timers } = this.#options.limits;
    const waiting = this.#count === 1 ? '1 run was waiting' : `${this.#count} runs were waiting`;
    const cut = `timers fire in more than ${timers} sets at once${raisedBy('timers')}`;
    const note = this.#note ?? (this.#cut ? cut : null);
    const notes = [this.#count > 0 ? waiting : null, note].filter((each) => each !== null);
    if (notes.length > 0) return { isExhaustive: false, note: notes.join('; ') };
    const inequivalent = this.#classes.count;
    return { isExhaustive: true, note: 'nothing is left to try', inequivalent };
  }

  /** A run that answers a question otherwise, for each other answer. */
  #vary(run: Run, { question, place }: OpenQuestion): void {
    const cost = run.cost + 1;
    for (const [answer, open] of otherAnswers(run.asked[question], place)) {
      const departing = { type: 'question', run, question, answer, place: open } as const;
      this.#add({ cost, departing, earlier: NOTHING });
    }
  }

  #want(branch: Branch, fires: Firing): void {
    branch.tried = [...branch.tried, fires];
    const type = branch.tie === null ? 'jump' : 'tie';
    this.#add({ cost: branch.run.cost + 1, departing: { type, branch, fires }, earlier: NOTHING });
  }

  /** The answers with which a run departs as its node says; null where there are none. */
  #answersTo({ departing, earlier }: Node): Map<number, Answer> | null {
    if (departing === null) return new Map();
    if (departing.type === 'question') {
      const { run, question, answer } = departing;
      return answersBefore(run.asked, question).set(question, answer);
    }
    const { branch, fires } = departing;
    if (branch.tie !== null) return tieAnswers(branch, branch.tie, fires);
    const moments = momentsAt(branch);
    const timers = moments.pending.filter(({ id }) => fires.includes(id));
    const witness = moments.witness(timers, earlier);
    // Where something is known to have to come before, there may be no such run.
    if (witness === null && earlier.length > 0) return null;
    const prefix = { record: branch.run.record, count: branch.count };
    const { ties } = this.#options;
    const answers = witness && answersFor(prefix, branch.run.asked, witness, timers, ties);
    if (answers === null) this.#note ??= UNREALISED;
    return answers;
  }

  /** What fired came before something that it does not commute with: is it possible after that? */
  #retry(node: Node, earlier: readonly number[]): void {
    const more = earlier.filter((each) => !node.earlier.includes(each));
    if (more.length === 0) this.#note ??= UNREALISED;
    else this.#add({ ...node, earlier: [...node.earlier, ...more] });
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

/** With one stretch of a batch of ties in an earlier place. */
function tieAnswers(
  { run }: Branch,
  { question, first, place }: TiePlace,
  fires: Firing,
): Map<number, Answer> {
  const { asked, record } = run;
  const { options, answer } = asked[question];
  const order = (answer as readonly number[] | null) ?? givenOrder(options);
  const from = record.stretches.findIndex(({ id }) => id === fires[0]) - first;
  return answersBefore(asked, question).set(question, movedTo(order, from, place));
}

/** Other answers to a question, each with the first place of its order that is then open. */
function* otherAnswers(
  { kind, options, range, answer }: Asked,
  place: number,
): Iterable<readonly [answer: Answer, place: number]> {
  if (kind === 'timing') {
    if (place > 0) return;
    const present = answer ?? range?.nominal;
    for (const value of range?.values ?? []) if (value !== present) yield [value, 1];
    return;
  }
  const order = (answer as readonly number[] | null) ?? givenOrder(options);
  const places = kind === 'cancel' ? 1 : options - 1;
  for (let i = place; i < places; i++) {
    for (let j = i + 1; j < options; j++) {
      yield [kind === 'cancel' ? orderFrom(order[j], options) : movedTo(order, j, i), i + 1];
    }
  }
}

/** The order with what stands at `from` moved to `to`, before it. */
function movedTo(order: readonly number[], from: number, to: number): number[] {
  const moved = order.filter((_, index) => index !== from);
  moved.splice(to, 0, order[from]);
  return moved;
}
