// Reads a run that was made: new branches where it went its own way, questions that have other
// answers, and where it does again what is tried elsewhere, so that the rest of it tells nothing.

import type { Asked } from '../schedule.ts';
import type { Decision } from './run-log.ts';
import type { Branch, Node, Run } from './search-tree.ts';
import { jumpOf, repeatedBy } from './search-tree.ts';
import { byText, type Firing, sameFiring } from './sleep-set.ts';

/** A question that may be answered otherwise, and what is asleep then. */
export interface OpenQuestion {
  readonly question: number;
  /** The first place of its order that is open. */
  readonly place: number;
  readonly sleep: readonly Firing[];
}

export interface Walked {
  readonly questions: readonly OpenQuestion[];
  /** Stretches from here on are done elsewhere. */
  readonly end: number;
  /** Whether the run does again what is tried elsewhere. */
  readonly isCovered: boolean;
  /** Where it began to, and might have done something else; null for nowhere. */
  readonly coveredAt: Branch | null;
  /** What fired at once although it commutes: with more at the same moment it may not. */
  readonly joined: Joined | null;
  /** By stretch: whether it was there in the run before. */
  readonly isOld: (stretch: number) => boolean;
}

/** Stretches from `first` up to but without `last`, which fired at one branch. */
export interface Joined {
  readonly branch: Branch;
  readonly first: number;
  readonly last: number;
}

export function walk(node: Node, run: Run): Walked {
  return new Walk(node, run).walked();
}

class Walk {
  readonly #node: Node;
  readonly #run: Run;
  readonly #repeated: ReadonlySet<string>;
  readonly #questions: OpenQuestion[] = [];
  #sleep: readonly Firing[] = [];
  #isCovered = false;
  #coveredAt: Branch | null = null;
  #joined: Joined | null = null;
  #end: number;

  constructor(node: Node, run: Run) {
    this.#node = node;
    this.#run = run;
    this.#repeated = repeatedBy(node);
    this.#end = run.record.clashes.count;
    this.#adopt();
    if (node.departing?.type === 'question') this.#sleep = node.departing.sleep;
  }

  walked(): Walked {
    for (const decision of this.#run.record.decisions) {
      if (this.#isCovered) break;
      if (decision.type === 'jump') this.#jump(decision.moment);
      else if (decision.type === 'ties') this.#ties(decision);
      else this.#question(decision.question, decision.stretch);
    }
    const isOld = (stretch: number): boolean => this.#isOld(stretch);
    const [isCovered, coveredAt, joined] = [this.#isCovered, this.#coveredAt, this.#joined];
    return { questions: this.#questions, end: this.#end, isCovered, coveredAt, joined, isOld };
  }

  /** What is repeated was chosen where it was chosen before. */
  #adopt(): void {
    const { departing } = this.#node;
    if (departing === null) return;
    const before = departing.type === 'question' ? departing.run : departing.branch.run;
    const { commuting, record, taken } = this.#run;
    before.record.stretches.slice(0, this.#repeated.size).forEach(({ id }, at) => {
      const isHere = record.stretches.at(at)?.id === id;
      const place = isHere ? at : commuting.placeOf(id);
      if (place !== undefined && before.taken[at] !== undefined) taken[place] = before.taken[at];
    });
  }

  #isOld(stretch: number): boolean {
    return stretch === 0 ? this.#node.departing !== null : this.#repeated.has(this.#idOf(stretch));
  }

  #idOf(stretch: number): string {
    return this.#run.record.stretches[stretch].id;
  }

  #jump(moment: number): void {
    const { record, commuting, taken } = this.#run;
    const { first, last } = record.moments[moment];
    // Of what comes after the last moment that counts, nothing is known.
    if (first >= record.clashes.count) return;
    const fired = idsOf(this.#run, first, last).sort(byText);
    const { departing } = this.#node;
    if (fired.length === 0 || fired.every((id) => this.#repeated.has(id))) return;
    if (departing !== null && departing.type !== 'question') {
      if (fired.some((id) => departing.fires.includes(id))) {
        // At a tie the jump before it is the one that was made before.
        const jump = jumpOf(departing.branch);
        for (let at = first; at < last; at++) taken[at] ??= jump;
        const asleep = sleepBefore(jump, fired);
        if (commuting.isCovered(asleep, fired)) {
          this.#cover(null, first);
          this.#joined = { branch: jump, first, last };
        }
        this.#sleep = commuting.after(asleep, fired);
        return;
      }
    }
    const branch = this.#branch(first, null, this.#sleep, fired);
    if (commuting.isCovered(this.#sleep, fired)) {
      this.#cover(branch, first);
      return;
    }
    for (let at = first; at < last; at++) taken[at] = branch;
    this.#sleep = commuting.after(this.#sleep, fired);
  }

  #ties({ question, first, count }: Decision & { readonly type: 'ties' }): void {
    const { departing } = this.#node;
    const { commuting, record, taken } = this.#run;
    if (first >= record.clashes.count) return;
    const last = first + count;
    const batch = idsOf(this.#run, first, last);
    if (batch.every((id) => this.#repeated.has(id))) return;
    const own = departing?.type === 'tie' ? departing.branch.tie : null;
    const isOwn = own !== null && own.question === question;
    let place = 0;
    let sleep: readonly Firing[] = [];
    if (isOwn && departing?.type === 'tie') {
      place = own.place + 1;
      sleep = commuting.after(sleepBefore(departing.branch, departing.fires), departing.fires);
      taken[departing.branch.count] = departing.branch;
    }
    for (; place < count; place++) {
      const at = first + place;
      const fired = [batch[place]];
      const tie = { question, first, last, place, jump: jumpOf(taken[at]) };
      // For the last place nothing is left to choose from.
      const branch = at === last - 1 ? null : this.#branch(at, tie, sleep, fired);
      if (commuting.isCovered(sleep, fired)) {
        this.#cover(branch, at);
        return;
      }
      if (branch !== null) taken[at] = branch;
      sleep = commuting.after(sleep, fired);
    }
  }

  #question(question: number, stretch: number): void {
    const { departing } = this.#node;
    const asked = this.#run.asked[question];
    if (departing?.type === 'question') {
      if (question < departing.question) return;
      const place = question === departing.question ? departing.place : 0;
      this.#open(asked, { question, place, sleep: this.#sleep });
      return;
    }
    // The order of ties is chosen before anything is done at that moment.
    const isOld =
      departing?.type === 'tie'
        ? question < (departing.branch.tie?.question ?? 0)
        : this.#isOld(stretch);
    if (!isOld) this.#open(asked, { question, place: 0, sleep: this.#sleep });
  }

  #open(asked: Asked, open: OpenQuestion): void {
    const { kind, range } = asked;
    if (kind !== 'timing' || (range !== null && range.values !== null)) this.#questions.push(open);
  }

  #branch(count: number, tie: Branch['tie'], sleep: readonly Firing[], fired: Firing): Branch {
    const { maxSets } = this.#run;
    const tried = [fired];
    return { run: this.#run, count, tie, sleep, tried, maxSets, sets: null, isCut: false };
  }

  /** From the stretch `end` on, the run does what is done elsewhere. */
  #cover(branch: Branch | null, end: number): void {
    this.#isCovered = true;
    this.#coveredAt = branch;
    this.#end = end;
  }
}

/** What is asleep at a branch when this is tried there: what was tried before it, too. */
function sleepBefore({ sleep, tried }: Branch, firing: Firing): Firing[] {
  const at = tried.findIndex((each) => sameFiring(each, firing));
  return [...sleep, ...tried.slice(0, Math.max(0, at))];
}

/** The ids of stretches from `first` up to but without `last`. */
function idsOf({ record }: Run, first: number, last: number): string[] {
  return record.stretches.slice(first, last).map(({ id }) => id);
}
