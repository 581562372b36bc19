// What each task of a run does, one after the other, in words that two runs share: tasks are known
// by who made them, what they run and their place among their like, objects by the program's names,
// sleeps by how long they are. Sequence numbers, iterations and places in the source are left out,
// so that a line more in the program, or a task more, moves nothing. Kept in columns: a few dozen
// bytes an event.

import type { EventKind, EventOf, TraceEvent } from '../../trace/event.ts';
import type { EventFold } from '../../trace/fold.ts';
import { isHousekeeping } from '../../trace/task-states.ts';
import { formatSeconds } from '../seconds.ts';
import { stepText } from '../step-text.ts';

/** Kinds that say how the loop goes about it, not what the program does. */
const LEFT_OUT: ReadonlySet<EventKind> = new Set<EventKind>([
  'handle.executed',
  'timer.scheduled',
  'timer.fired',
  'timer.cancelled',
  'future.created',
  'object.created',
  'loop.idle',
  'loop.stopped',
]);

/** Numbers of texts, the same for the runs that are compared. */
export class Wording {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];

  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#texts.length;
    this.#texts.push(text);
    this.#numbers.set(text, number);
    return number;
  }

  text(number: number): string {
    return this.#texts[number];
  }
}

/** A growing column of numbers. */
class Column {
  #values = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const longer = new Float64Array(2 * this.length);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.length++] = value;
  }

  at(index: number): number {
    return this.#values[index];
  }
}

/** A task, or what happens outside of tasks. */
export interface Actor {
  /** What it is known by in another run. */
  readonly key: string;
  /** Its name, and what it runs; empty outside of tasks. */
  readonly name: string;
  readonly coroutine: string;
  /** Indices of its operations, in order. */
  readonly operations: number[];
}

/** One operation of a run. */
export interface Operation {
  readonly actor: Actor;
  readonly text: string;
  /** Virtual seconds. */
  readonly time: number;
  readonly at: readonly [number, number] | null;
}

/** Names that asyncio gives to tasks that have none. */
const DEFAULT_NAME = /^Task-\d+$/;

export class Operations implements EventFold {
  readonly wants = null;
  readonly #wording: Wording;
  readonly #texts = new Column();
  readonly #times = new Column();
  readonly #lines = new Column();
  readonly #columns = new Column();
  readonly #actorOf = new Column();
  readonly #actors: Actor[] = [];
  /** Place in `#actors` of each task by its number; 0 is what is outside of tasks. */
  readonly #places = new Map<number, number>();
  /** How many have each key, but for the number at its end. */
  readonly #likes = new Map<string, number>();
  readonly #objects = new Map<string, string>();
  readonly #housekeeping = new Set<number>();

  constructor(wording: Wording) {
    this.#wording = wording;
    this.#add(0, { key: '', name: '', coroutine: '', operations: [] });
  }

  /** Everybody who does something, in order of appearance. */
  get actors(): readonly Actor[] {
    return this.#actors;
  }

  get length(): number {
    return this.#texts.length;
  }

  see(event: TraceEvent): void {
    if (event.kind === 'task.created') this.#create(event);
    if (event.kind === 'object.created' && event.name !== null) {
      this.#objects.set(event.object, event.name);
    }
    if (LEFT_OUT.has(event.kind) || this.#housekeeping.has(event.task)) return;
    const place = this.#places.get(event.task) ?? 0;
    this.#actors[place].operations.push(this.length);
    this.#texts.push(this.#wording.number(this.#words(event)));
    this.#times.push(event.time);
    this.#lines.push(event.at?.[0] ?? 0);
    this.#columns.push(event.at?.[1] ?? 0);
    this.#actorOf.push(place);
  }

  /** The number of the words of an operation. */
  wordsOf(index: number): number {
    return this.#texts.at(index);
  }

  timeOf(index: number): number {
    return this.#times.at(index);
  }

  actorOf(index: number): Actor {
    return this.#actors[this.#actorOf.at(index)];
  }

  operation(index: number): Operation {
    const line = this.#lines.at(index);
    return {
      actor: this.actorOf(index),
      text: this.#wording.text(this.#texts.at(index)),
      time: this.#times.at(index),
      at: line === 0 ? null : [line, this.#columns.at(index)],
    };
  }

  #create(event: EventOf<'task.created'>): void {
    const { task, parent, name, coroutine } = event;
    if (isHousekeeping(coroutine)) {
      this.#housekeeping.add(task);
      return;
    }
    const own = DEFAULT_NAME.test(name) ? coroutine : name;
    const like = `${this.#actors[this.#places.get(parent) ?? 0].key}/${own}`;
    const number = (this.#likes.get(like) ?? 0) + 1;
    this.#likes.set(like, number);
    const key = number === 1 ? like : `${like} ${number}`;
    this.#add(task, { key, name, coroutine, operations: [] });
  }

  #add(task: number, actor: Actor): void {
    this.#places.set(task, this.#actors.length);
    this.#actors.push(actor);
  }

  #words(event: TraceEvent): string {
    switch (event.kind) {
      case 'task.created':
        return 'is created';
      case 'task.suspended':
        if (event.until === null) break;
        return `sleeps for ${formatSeconds(event.until - event.time)}`;
      case 'task.cancel-requested':
        return `is asked to cancel by ${this.#taskName(event.by)}`;
      case 'random.drawn':
        return `draws ${event.value} from ${event.stream}`;
      case 'coroutine.called':
        return `awaits ${event.coroutine}`;
      case 'coroutine.returned':
        return `is back from ${event.coroutine}`;
      case 'choice.made':
        return `is given the order ${event.picked} of ${event.options} ${event.choice}`;
      case 'expect.held':
      case 'expect.failed':
        return `${event.kind} ${event.rule}: ${event.text}`;
      case 'warning.raised':
        return `${event.kind} ${event.code}: ${event.text}`;
    }
    return stepText(event, (object) => this.#nameOf(object));
  }

  #nameOf(on: string): string {
    const [object, ...rest] = on.split(' ');
    if (object.startsWith('task#')) return this.#taskName(Number(object.slice('task#'.length)));
    return [this.#objects.get(object) ?? object, ...rest].join(' ');
  }

  #taskName(task: number): string {
    const place = this.#places.get(task);
    return place === undefined || place === 0 ? 'a callback' : this.#actors[place].key.slice(1);
  }
}
