// Reads a run that was made: new branches where it went its own way, and questions that have other
// answers.

import type { Asked } from '../schedule.ts';
import { byText, type Firing } from './firing.ts';
import type { Decision } from './run-log.ts';
import { type Branch, jumpOf, type Node, type Run, repeatedBy } from './search-tree.ts';

/** A question that may be answered otherwise. */
export interface OpenQuestion {
  readonly question: number;
  /** The first place of its order that is open. */
  readonly place: number;
}

export interface Walked {
  readonly questions: readonly OpenQuestion[];
  /** Of stretches from here on nothing is known. */
  readonly end: number;
  /** By stretch: whether it was there in the run before. */
  readonly isOld: (stretch: number) => boolean;
}

export function walk(node: Node, run: Run): Walked {
  return new Walk(node, run).walked();
}

class Walk {
  readonly #node: Node;
  readonly #run: Run;
  readonly #repeated: ReadonlySet<string>;
  readonly #questions: OpenQuestion[] = [];

  constructor(node: Node, run: Run) {
    this.#node = node;
    this.#run = run;
    this.#repeated = repeatedBy(node);
    this.#adopt();
  }

  walked(): Walked {
    const { decisions, clashes } = this.#run.record;
    for (const decision of decisions) {
      if (decision.type === 'jump') this.#jump(decision.moment);
      else if (decision.type === 'ties') this.#ties(decision);
      else this.#question(decision.question, decision.stretch);
    }
    const isOld = (stretch: number): boolean => this.#isOld(stretch);
    return { questions: this.#questions, end: clashes.count, isOld };
  }

  /** What is repeated was chosen where it was chosen before. */
  #adopt(): void {
    const { departing } = this.#node;
    if (departing === null) return;
    const before = departing.type === 'question' ? departing.run : departing.branch.run;
    const { record, taken } = this.#run;
    before.record.stretches.slice(0, this.#repeated.size).forEach(({ id }, at) => {
      if (before.taken[at] === undefined) return;
      const isHere = record.stretches.at(at)?.id === id;
      const place = isHere ? at : record.stretches.findIndex((each) => each.id === id);
      if (place >= 0) taken[place] = before.taken[at];
    });
  }

  #isOld(stretch: number): boolean {
    return stretch === 0 ? this.#node.departing !== null : this.#repeated.has(this.#idOf(stretch));
  }

  #idOf(stretch: number): string {
    return this.#run.record.stretches[stretch].id;
  }

  #jump(moment: number): void {
    const { record, taken } = this.#run;
    const { first, last } = record.moments[moment];
    // Of what comes after the last moment that counts, nothing is known.
    if (first >= record.clashes.count) return;
    const fired = idsOf(this.#run, first, last).sort(byText);
    const { departing } = this.#node;
    if (fired.length === 0 || fired.every((id) => this.#repeated.has(id))) return;
    const isOwn =
      departing !== null &&
      departing.type !== 'question' &&
      fired.some((id) => departing.fires.includes(id));
    // At a tie the jump before it is the one that was made before.
    const jump = isOwn ? jumpOf(departing.branch) : this.#branch(first, null, fired);
    for (let at = first; at < last; at++) if (!isOwn || !taken[at]) taken[at] = jump;
  }

  #ties({ question, first, count }: Decision & { readonly type: 'ties' }): void {
    const { departing } = this.#node;
    const { record, taken } = this.#run;
    if (first >= record.clashes.count) return;
    const last = first + count;
    const batch = idsOf(this.#run, first, last);
    if (batch.every((id) => this.#repeated.has(id))) return;
    let place = 0;
    if (departing?.type === 'tie' && departing.branch.tie?.question === question) {
      const { branch } = departing;
      place = branch.tie === null ? 0 : branch.tie.place + 1;
      taken[branch.count] = branch;
    }
    // For the last place nothing is left to choose from.
    for (; place < count - 1; place++) {
      const at = first + place;
      const tie = { question, first, last, place, jump: jumpOf(taken[at]) };
      taken[at] = this.#branch(at, tie, [batch[place]]);
    }
  }

  #question(question: number, stretch: number): void {
    const { departing } = this.#node;
    const asked = this.#run.asked[question];
    if (departing?.type === 'question') {
      if (question < departing.question) return;
      const place = question === departing.question ? departing.place : 0;
      this.#open(asked, { question, place });
      return;
    }
    // The order of ties is chosen before anything is done at that moment.
    const isOld =
      departing?.type === 'tie'
        ? question < (departing.branch.tie?.question ?? 0)
        : this.#isOld(stretch);
    if (!isOld) this.#open(asked, { question, place: 0 });
  }

  #open(asked: Asked, open: OpenQuestion): void {
    const { kind, range } = asked;
    if (kind !== 'timing' || (range !== null && range.values !== null)) this.#questions.push(open);
  }

  #branch(count: number, tie: Branch['tie'], fired: Firing): Branch {
    const { maxSets } = this.#run;
    return { run: this.#run, count, tie, tried: [fired], maxSets, sets: null, isCut: false };
  }
}

/** The ids of stretches from `first` up to but without `last`. */
function idsOf({ record }: Run, first: number, last: number): string[] {
  return record.stretches.slice(first, last).map(({ id }) => id);
}
