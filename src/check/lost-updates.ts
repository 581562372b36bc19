// Updates that were lost: a task read a shared place, waited, and then wrote what it had made of
// the old value, though another task had written the place meanwhile and it did not look again. A
// fold over the accesses of a run, which also reads the events to name the wait that lies between.
// That the new value is made of the old one is seen in the text of the assignments (`isDerived`):
// without that a write over another's is no update of it.

import type { EventKind, TraceEvent } from '../trace/event.ts';
import type { Place, Violation } from '../trace/finding.ts';
import { TaskNames } from '../trace/task-names.ts';
import { type FindingChecker, ViolationList } from './checker.ts';

/** What this reads of an access; `Access` of the language has it all. */
export interface PlaceAccess {
  /** Counted over all accesses. */
  readonly number: number;
  readonly task: number;
  readonly isWrite: boolean;
  readonly place: string;
  readonly item: string | null;
  readonly line: number;
  readonly column: number;
  readonly time: number;
  readonly iteration: number;
  readonly isDerived: boolean;
}

interface History {
  /** The last read of each task, and its last write. */
  readonly reads: Map<number, PlaceAccess>;
  readonly writes: Map<number, PlaceAccess>;
}

interface LostUpdate {
  readonly read: PlaceAccess;
  readonly other: PlaceAccess;
  readonly write: PlaceAccess;
  /** Where the task waited after it had read. */
  awaitedAt: Place;
}

export class LostUpdates implements FindingChecker {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>(['task.created', 'task.suspended']);
  readonly #names = new TaskNames();
  readonly #histories = new Map<string, History>();
  /** By the three lines: a race in a loop is told once. */
  readonly #lost = new Map<string, LostUpdate>();

  /** The next access of the run. Call it before the events are shown. */
  note(access: PlaceAccess): void {
    const key = access.item === null ? access.place : `${access.place}[${access.item}]`;
    let history = this.#histories.get(key);
    if (history === undefined) {
      history = { reads: new Map(), writes: new Map() };
      this.#histories.set(key, history);
    }
    if (access.isWrite && access.isDerived) this.#update(history, access);
    (access.isWrite ? history.writes : history.reads).set(access.task, access);
  }

  concerns(): boolean {
    return this.#lost.size > 0;
  }

  see(event: TraceEvent): void {
    this.#names.see(event);
    if (event.kind !== 'task.suspended') return;
    for (const each of this.#lost.values()) {
      const { task, iteration } = each.read;
      if (event.task === task && event.iteration === iteration) each.awaitedAt = event.at;
    }
  }

  finish(): Violation[] {
    const violations = new ViolationList();
    for (const each of this.#lost.values()) this.#report(violations, each);
    return violations.all();
  }

  #update({ reads, writes }: History, write: PlaceAccess): void {
    const read = reads.get(write.task);
    if (read === undefined || read.iteration === write.iteration) return;
    let other: PlaceAccess | null = null;
    for (const each of writes.values()) {
      if (each.task === write.task || each.number < read.number) continue;
      if (other === null || each.number > other.number) other = each;
    }
    if (other === null) return;
    const key = `${read.line} ${other.line} ${write.line}`;
    if (this.#lost.has(key)) return;
    this.#lost.set(key, { read, other, write, awaitedAt: null });
  }

  #report(violations: ViolationList, { read, other, write, awaitedAt }: LostUpdate): void {
    const [who, whom] = [this.#names.of(write.task), this.#names.of(other.task)];
    const name = read.item === null ? read.place : `${read.place}[${read.item}]`;
    const wait = awaitedAt === null ? 'waited' : `waited in line ${awaitedAt[0]}`;
    violations.add(
      'update.lost',
      write.time,
      [write.task, other.task],
      `${who} read ${name} in line ${read.line}, ${wait} and wrote what it had made of that in ` +
        `line ${write.line}: what ${whom} had written meanwhile in line ${other.line} is lost`,
      {
        at: placeOf(write),
        related: [
          { at: placeOf(read), task: read.task, text: `reads ${name}` },
          { at: awaitedAt, task: read.task, text: 'waits' },
          { at: placeOf(other), task: other.task, text: `writes ${name}` },
          { at: placeOf(write), task: write.task, text: `writes ${name}` },
        ],
      },
    );
  }
}

function placeOf({ line, column }: PlaceAccess): Place {
  return [line, column];
}
