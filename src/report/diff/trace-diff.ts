// In what two runs differ: the first event that is another, and then the meaning. Tasks are paired
// by their keys; what each does is compared as a text is, by Myers' shortest edit script
// (Algorithmica 1, 1986), so that one operation more is one difference and not a shift of all that
// follows. What both runs do may still happen at other times, or in another order among the tasks.

import { diffArrays } from 'diff';
import { codeOf, EVENT_FIELDS, type TraceEvent } from '../../trace/event.ts';
import type { TraceEnd, TraceHeader } from '../../trace/header.ts';
import { TraceReader } from '../../trace/read.ts';
import { type Actor, type Operation, Operations, Wording } from './operations.ts';

/** Edits that are looked for in one task; beyond it is said to go another way. */
const MAX_EDITS = 1000;

/** Two events at one place of two traces; null where a trace has ended. */
export interface FirstDifference {
  readonly seq: number;
  readonly a: TraceEvent | null;
  readonly b: TraceEvent | null;
}

/** A stretch of what a task does in one run and not in the other. */
export interface Change {
  /** What it does in the first run only. */
  readonly a: readonly Operation[];
  /** What it does in its place in the second. */
  readonly b: readonly Operation[];
}

/** What one task does otherwise. */
export interface TaskDiff {
  readonly name: string;
  readonly coroutine: string;
  readonly changes: readonly Change[];
  /** It goes another way altogether from the first change on; there is only that one. */
  readonly isOther: boolean;
  /** The first operation that both runs have at different times. */
  readonly moved: readonly [Operation, Operation] | null;
}

export interface TraceDiff {
  readonly same: boolean;
  /** Settings that differ: name, and both values. */
  readonly settings: readonly (readonly [string, string, string])[];
  readonly ends: readonly [TraceEnd | null, TraceEnd | null];
  readonly first: FirstDifference | null;
  /** Tasks that both runs have. */
  readonly common: number;
  /** Names of the tasks of one run only. */
  readonly only: readonly [readonly string[], readonly string[]];
  /** Tasks that do something otherwise, or at another time. */
  readonly tasks: readonly TaskDiff[];
  /** The first operations that the runs do in another order, though both do both; else null. */
  readonly order: readonly [Operation, Operation] | null;
}

/** A run that is being read. */
class Side {
  readonly operations: Operations;
  header: TraceHeader | null = null;
  end: TraceEnd | null = null;
  /** Events that the other side has not had yet, from `#next` on. */
  #pending: TraceEvent[] = [];
  #next = 0;
  isOver = false;

  constructor(wording: Wording) {
    this.operations = new Operations(wording);
  }

  keep(event: TraceEvent): void {
    this.#pending.push(event);
  }

  /** The first event that is kept; it is kept no more. */
  take(): TraceEvent | null {
    if (this.#next < this.#pending.length) return this.#pending[this.#next++];
    this.forget();
    return null;
  }

  forget(): void {
    this.#pending = [];
    this.#next = 0;
  }
}

/**
 * In what two traces differ.
 * @param a and `b` are their texts.
 * Throws TraceError where one is no whole trace.
 */
export function diffTraces(a: string, b: string): TraceDiff {
  const differ = new TraceDiffer();
  for (const [side, text] of [[0, a] as const, [1, b] as const]) {
    const reader = new TraceReader((event) => differ.see(side, event));
    reader.push(text);
    const { header, end } = reader.finish();
    differ.finish(side, header, end);
  }
  return differ.diff();
}

/** Takes the events of two traces as they are read, in any interleaving, and compares them. */
export class TraceDiffer {
  readonly #wording = new Wording();
  readonly #sides = [new Side(this.#wording), new Side(this.#wording)] as const;
  #first: FirstDifference | null = null;

  /** The next event of one of the traces. */
  see(side: 0 | 1, event: TraceEvent): void {
    const [own, other] = side === 0 ? this.#sides : [this.#sides[1], this.#sides[0]];
    own.operations.see(event);
    if (this.#first !== null) return;
    const beside = other.take();
    if (beside === null && !other.isOver) own.keep(event);
    else if (beside === null || !isSame(event, beside)) {
      this.#part(side === 0 ? event : beside, side === 0 ? beside : event);
    }
  }

  /** One of the traces has been read; `end` is null where it was cut off. */
  finish(side: 0 | 1, header: TraceHeader | null, end: TraceEnd | null): void {
    const own = this.#sides[side];
    const other = this.#sides[1 - side];
    own.header = header;
    own.end = end;
    own.isOver = true;
    const left = this.#first === null ? other.take() : null;
    if (left !== null) this.#part(side === 0 ? null : left, side === 0 ? left : null);
  }

  /** Both have been read. */
  diff(): TraceDiff {
    const [a, b] = this.#sides;
    const settings = settingsThatDiffer(a.header, b.header);
    const pairs = pairsOf(a.operations, b.operations);
    const compared = pairs.both.map(([one, two]) => this.#compareTasks(one, two));
    const tasks = compared.flatMap(({ task }) => (task === null ? [] : [task]));
    // What happens outside of tasks is nobody's, and no task.
    const common = pairs.both.filter(([{ key }]) => key !== '').length;
    const same = this.#first === null && settings.length === 0;
    return {
      same,
      settings,
      ends: [a.end, b.end],
      first: this.#first,
      common,
      only: [pairs.a.map(nameOf), pairs.b.map(nameOf)],
      tasks,
      order: same ? null : this.#order(compared.flatMap(({ matched }) => matched)),
    };
  }

  #part(a: TraceEvent | null, b: TraceEvent | null): void {
    this.#first ??= { seq: (a ?? b)?.seq ?? 0, a, b };
    for (const side of this.#sides) side.forget();
  }

  #compareTasks(one: Actor, two: Actor): Compared {
    const [a, b] = [this.#sides[0].operations, this.#sides[1].operations];
    const words = (all: Operations, actor: Actor): number[] =>
      actor.operations.map((index) => all.wordsOf(index));
    const found = alignment(words(a, one), words(b, two));
    const matched = found.same.map(([i, j]): readonly [number, number] => [
      one.operations[i],
      two.operations[j],
    ]);
    const shown = (all: Operations, actor: Actor, from: number, to: number): Operation[] =>
      actor.operations.slice(from, to).map((index) => all.operation(index));
    const changes = found.changes.map(
      ([from, to, start, stop]): Change => ({
        a: shown(a, one, from, to),
        b: shown(b, two, start, stop),
      }),
    );
    const apart = matched.find(([i, j]) => a.timeOf(i) !== b.timeOf(j));
    if (changes.length === 0 && apart === undefined) return { task: null, matched };
    const moved =
      apart === undefined ? null : ([a.operation(apart[0]), b.operation(apart[1])] as const);
    const { name, coroutine } = one;
    return { task: { name, coroutine, changes, isOther: found.isOther, moved }, matched };
  }

  /** The first pair of operations whose order differs, among those that both runs have. */
  #order(matched: readonly (readonly [number, number])[]): TraceDiff['order'] {
    const inA = [...matched].sort((x, y) => x[0] - y[0]);
    const inB = [...matched].sort((x, y) => x[1] - y[1]);
    const at = inA.findIndex((pair, i) => pair !== inB[i]);
    if (at === -1) return null;
    const [a, b] = [this.#sides[0].operations, this.#sides[1].operations];
    return [a.operation(inA[at][0]), b.operation(inB[at][1])];
  }
}

interface Compared {
  /** Null where it does the same at the same times. */
  readonly task: TaskDiff | null;
  /** Operations that both runs have. */
  readonly matched: readonly (readonly [number, number])[];
}

interface Alignment {
  /** Places in both lists that hold the same. */
  readonly same: readonly (readonly [number, number])[];
  /** From, to in the first list, from, to in the second. */
  readonly changes: readonly (readonly [number, number, number, number])[];
  readonly isOther: boolean;
}

function isSame(a: TraceEvent, b: TraceEvent): boolean {
  // The names are ours, from EVENT_FIELDS: no string of a file is used as a key.
  const [one, two] = [a, b] as unknown as Readonly<Record<string, unknown>>[];
  if (a.kind !== b.kind || a.time !== b.time || a.task !== b.task || a.cause !== b.cause)
    return false;
  if (a.iteration !== b.iteration || a.at?.[0] !== b.at?.[0] || a.at?.[1] !== b.at?.[1])
    return false;
  return EVENT_FIELDS[codeOf(a.kind)].every((name) => Object.is(one[name], two[name]));
}

/** How many edits there are at the least: each item that one list has more often is one. */
function leastEdits(a: readonly number[], b: readonly number[]): number {
  const surplus = new Map<number, number>();
  for (const item of a) surplus.set(item, (surplus.get(item) ?? 0) + 1);
  for (const item of b) surplus.set(item, (surplus.get(item) ?? 0) - 1);
  let edits = 0;
  for (const count of surplus.values()) edits += Math.abs(count);
  return edits;
}

/** Which items of two lists are the same, by a shortest edit script. */
function alignment(a: readonly number[], b: readonly number[]): Alignment {
  const same: [number, number][] = [];
  const changes: [number, number, number, number][] = [];
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) same.push([i, i++]);
  if (i === a.length && i === b.length) return { same, changes, isOther: false };
  const [restA, restB] = [a.slice(i), b.slice(i)];
  const isFar = leastEdits(restA, restB) > MAX_EDITS;
  const parts = isFar ? undefined : diffArrays(restA, restB, { maxEditLength: MAX_EDITS });
  if (parts === undefined) {
    return { same, changes: [[i, a.length, i, b.length]], isOther: true };
  }
  let j = i;
  for (const { value, added, removed } of parts) {
    const { length } = value;
    if (!added && !removed) {
      for (let k = 0; k < length; k++) same.push([i++, j++]);
      continue;
    }
    const last = changes.at(-1);
    const joins = last !== undefined && last[1] === i && last[3] === j;
    const change = joins ? last : ([i, i, j, j] as [number, number, number, number]);
    if (!joins) changes.push(change);
    if (removed) change[1] = i += length;
    else change[3] = j += length;
  }
  return { same, changes, isOther: false };
}

/** The tasks of two runs, paired by their keys. */
function pairsOf(a: Operations, b: Operations) {
  const others = new Map(b.actors.map((actor) => [actor.key, actor]));
  const both: [Actor, Actor][] = [];
  const onlyA: Actor[] = [];
  for (const actor of a.actors) {
    const other = others.get(actor.key);
    if (other === undefined) onlyA.push(actor);
    else both.push([actor, other]);
    others.delete(actor.key);
  }
  return { both, a: onlyA, b: [...others.values()] };
}

function nameOf({ name, coroutine }: Actor): string {
  return `${name} (${coroutine})`;
}

/** Settings of the headers that differ; of the text only that it does. */
function settingsThatDiffer(
  a: TraceHeader | null,
  b: TraceHeader | null,
): (readonly [string, string, string])[] {
  if (a === null || b === null) return [];
  const others = new Map<string, unknown>(Object.entries(flat(b)));
  return Object.entries(flat(a)).flatMap(([name, value]) => {
    const [one, two] = [JSON.stringify(value), JSON.stringify(others.get(name))];
    return one === two ? [] : [[name, one, two] as const];
  });
}

function flat({ source, ...rest }: TraceHeader): object {
  return { file: source.name, text: `SHA-256 ${source.sha256.slice(0, 8)}`, ...rest };
}
