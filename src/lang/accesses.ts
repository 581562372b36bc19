// What a run reads and writes of the places that its tasks may share: variables of the module and
// of closures, attributes, containers. Told by code that is compiled to tell it, more often than
// not: a container counts as read wherever an expression gives it, and as written where something
// gets hold of it that is not known to leave it alone. What asyncio's own coroutines do later, when
// they have waited, and what is drawn or printed, are events of the trace and not told here.

import { currentLoop } from '../asyncio/events.ts';
import { Future } from '../asyncio/futures.ts';
import { LoopBound } from '../asyncio/loop-bound.ts';
import type { Position } from '../base/span.ts';
import { isLeftAlone, READING_METHODS, SEEING_FUNCTIONS } from './access-tables.ts';
import { PyAsyncGenerator } from './machine/async-generator.ts';
import type { Cell } from './machine/frame.ts';
import { PyFunction } from './machine/function.ts';
import { PyDeque } from './modules/collections/deque.ts';
import { PyRandom } from './modules/random-generator.ts';
import { isMethod } from './objects/descriptors.ts';
import { Dict } from './objects/dict.ts';
import { DictView } from './objects/dict-views.ts';
import { Forwarding, Remembering } from './objects/forwarding.ts';
import { PyIterator } from './objects/iterator.ts';
import { PySet } from './objects/set.ts';
import { typeName, typeOf } from './objects/type-of.ts';
import { BoundMethod, Builtin, Float, Instance, PyClass, Range, Tuple } from './values.ts';

/** The place of all streams of random numbers: whoever draws from one, or seeds it, changes it. */
export const RANDOM_NUMBERS = 'random numbers';

/** One look at a place that tasks may share, or one change of it. */
export interface Access {
  /** Counted from 0 over all of the run. */
  readonly number: number;
  /** The task that runs; 0 outside of tasks. */
  readonly task: number;
  readonly isWrite: boolean;
  /**
   * `balance` for a variable of the module, `count@1` for one of a closure, `Account#2.balance`
   * for an attribute, `Account.rate` for one of a class, `dict#3` for a container, `Lock#1` for an
   * object of asyncio. Objects are numbered in the order in which they are first met.
   */
  readonly place: string;
  /** The key, where one item of a container is meant: as in `Access.place`, and a short text. */
  readonly item: string | null;
  readonly line: number;
  readonly column: number;
  /** Virtual seconds, and passes of the loop: a task runs once in a pass, up to its next wait. */
  readonly time: number;
  readonly iteration: number;
  /** Whether what is written was made of an earlier value of the same place, as the text shows. */
  readonly isDerived: boolean;
  /** Handles executed so far, the one that runs included. */
  readonly handle: number;
  /** The object of asyncio that is meant, which a trace may call otherwise; null for none. */
  readonly object: object | null;
}

/** Where a run stands. */
interface RunClock {
  readonly now: number;
  readonly iteration: number;
  readonly handles: number;
}

const ATTRIBUTE_FUNCTIONS: ReadonlySet<string> = new Set([
  'getattr',
  'hasattr',
  'setattr',
  'delattr',
]);

type Keywords = ReadonlyMap<string, unknown> | null;

export class AccessNotes {
  readonly #clock: RunClock;
  readonly #tell: (access: Access) => void;
  readonly #names = new WeakMap<object, string>();
  readonly #numbers = new Map<string, number>();
  /** The containers that an iterator or a view looks into. */
  readonly #sources = new WeakMap<object, readonly object[]>();
  /** Those that were handed to the built-in that was called last. */
  #handed: readonly object[] = [];
  #count = 0;

  constructor(clock: RunClock, tell: (access: Access) => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  /** A variable of the module. */
  variable(name: string, isWrite: boolean, at: Position, isDerived = false): void {
    this.#note(name, isWrite, at, null, isDerived);
  }

  /** A variable that inner functions share. */
  cell(cell: Cell, name: string, isWrite: boolean, at: Position, isDerived = false): void {
    this.#note(this.#nameOf(cell, `${name}@`), isWrite, at, null, isDerived);
  }

  /** `self.name`: of the object itself, else what its class has of that name and is no method. */
  attribute(self: unknown, name: string, isWrite: boolean, at: Position, isDerived = false): void {
    if (self instanceof PyClass) {
      if (isWrite || isValue(self.lookup(name))) {
        this.#note(`${self.name}.${name}`, isWrite, at, null, isDerived);
      }
      return;
    }
    if (typeof self !== 'object' || self === null || isLeftAlone(self)) return;
    if (!isWrite && typeOf(self).lookup(name) instanceof Builtin) return;
    const isOwn = isWrite || !(self instanceof Instance) || self.attributes.has(name);
    if (!isOwn) {
      const owner = self.cls.mro.find((each) => each.attributes.has(name));
      if (owner === undefined || !isValue(owner.attributes.get(name))) return;
      this.#note(`${owner.name}.${name}`, false, at, null, false);
    }
    this.#note(`${this.#objectName(self)}.${name}`, isWrite, at, null, isDerived);
  }

  /** `container[key]`. */
  item(container: unknown, key: unknown, isWrite: boolean, at: Position, isDerived = false): void {
    if (!isContainer(container)) return;
    this.#note(this.#objectName(container), isWrite, at, itemText(key), isDerived);
  }

  /**
   * An expression gave a value: a container is looked at, an object of asyncio may be anything, and
   * so may an iterator that somebody holds (`isHeld`), not one that was only just made.
   */
  used(value: unknown, at: Position, isHeld = false): void {
    if (typeof value !== 'object' || value === null) return;
    const isIterator = value instanceof PyIterator;
    if (isIterator || value instanceof DictView) this.#adopt(value);
    const isWalked = isHeld && (isIterator || value instanceof PyAsyncGenerator);
    if (isOfAsyncio(value)) {
      this.#note(this.#objectName(value), true, at, null, false, value);
    } else if (isWalked || isContainer(value)) {
      this.#note(this.#objectName(value), isWalked, at, null, false);
    }
  }

  /** A container gets an operation in place. */
  changed(value: unknown, at: Position): void {
    if (isContainer(value)) this.#note(this.#objectName(value), true, at, null, false);
  }

  /** A call is about to be made. Functions of the program tell of themselves. */
  called(callee: unknown, args: readonly unknown[], keywords: Keywords, at: Position): void {
    if (callee instanceof BoundMethod) {
      this.called(callee.callee, [callee.self, ...args], keywords, at);
    } else if (callee instanceof Forwarding) {
      const to = callee.forward(args, keywords);
      this.called(to.callee, to.args, to.keywords, at);
    } else if (callee instanceof PyClass) {
      this.#handed = this.#hand(withKeywords(args, keywords), false, at);
    } else if (callee instanceof Builtin) {
      this.#builtin(callee, withKeywords(args, keywords), at);
    } else if (callee instanceof Remembering) {
      this.#note(this.#objectName(callee), true, at, null, false);
    }
  }

  /** A loop begins to walk over `value` with `iterator`. */
  walks(iterator: unknown, value: unknown): void {
    if (typeof iterator !== 'object' || iterator === null) return;
    this.#sources.set(iterator, this.#sourcesOf(value));
  }

  /** A loop takes the next item. */
  stepped(iterator: unknown, at: Position): void {
    if (typeof iterator !== 'object' || iterator === null) return;
    for (const each of this.#sources.get(iterator) ?? []) {
      this.#note(this.#objectName(each), false, at, null, false);
    }
    if (iterator instanceof PyIterator && this.#names.has(iterator)) {
      this.#note(this.#objectName(iterator), true, at, null, false);
    }
  }

  /** A step of an asynchronous generator begins or goes on: who else walks it sees that. */
  resumes(generator: PyAsyncGenerator, at: Position): void {
    this.#note(this.#objectName(generator), true, at, null, false);
  }

  #builtin(callee: Builtin, args: readonly unknown[], at: Position): void {
    const { name } = callee;
    const hasSelf = callee.owner !== null || callee.hasSelf;
    for (let i = hasSelf ? 1 : 0; i < args.length; i++) this.#noteAwaitables(args[i], at);
    if (hasSelf) {
      const [self] = args;
      const handed: object[] = [];
      this.#hand(args, !READING_METHODS.has(name), at, handed, 0, 1);
      const isKnown = typeof self !== 'object' || isContainer(self);
      this.#handed = this.#hand(args, !isKnown && !SEEING_FUNCTIONS.has(name), at, handed, 1);
      if (self instanceof PyRandom) this.#note(RANDOM_NUMBERS, true, at, null, false);
      else if (hasHiddenState(self)) {
        this.#note(this.#objectName(self as object), true, at, null, false);
      }
      return;
    }
    if (ATTRIBUTE_FUNCTIONS.has(name)) {
      const isWrite = name === 'setattr' || name === 'delattr';
      this.attribute(args[0], String(args[1]), isWrite, at);
      return;
    }
    this.#handed = this.#hand(args, !SEEING_FUNCTIONS.has(name), at);
    if (name === 'isinstance' || name === 'id' || name === 'type') return;
    for (const each of args) this.#lookInto(each, at);
  }

  /** Tasks and their like that are handed to something, or a container of them is. */
  #noteAwaitables(value: unknown, at: Position): void {
    for (const each of itemsOf(value)) {
      if (!isOfAsyncio(each)) continue;
      this.#note(this.#objectName(each as object), true, at, null, false, each as object);
    }
  }

  /** Values are handed to something, those from `from` to `end`: gives `all` and their containers. */
  #hand(
    values: readonly unknown[],
    isWrite: boolean,
    at: Position,
    all: object[] = [],
    from = 0,
    end = values.length,
  ): readonly object[] {
    const before = all.length;
    for (let i = from; i < end; i++) {
      const value = values[i];
      if (typeof value === 'object' && value !== null) all.push(...this.#sourcesOf(value));
    }
    for (let i = before; i < all.length; i++) {
      this.#note(this.#objectName(all[i]), isWrite, at, null, false);
    }
    if (!isWrite) return all;
    for (let i = from; i < end; i++) {
      const value = values[i];
      if (!(value instanceof PyIterator)) continue;
      this.#note(this.#objectName(value), true, at, null, false);
    }
    return all;
  }

  /** An object whose attributes a built-in may read: it may be copied, shown or compared. */
  #lookInto(value: unknown, at: Position): void {
    if (!(value instanceof Instance)) return;
    for (const name of value.attributes.keys()) this.attribute(value, name, false, at);
  }

  #adopt(value: object): void {
    if (!this.#sources.has(value)) this.#sources.set(value, this.#handed);
  }

  #sourcesOf(value: unknown): readonly object[] {
    if (typeof value !== 'object' || value === null) return [];
    return isContainer(value) ? [value] : (this.#sources.get(value) ?? []);
  }

  #objectName(object: object): string {
    return this.#nameOf(object, `${typeName(object)}#`);
  }

  #nameOf(object: object, prefix: string): string {
    const known = this.#names.get(object);
    if (known !== undefined) return known;
    const number = (this.#numbers.get(prefix) ?? 0) + 1;
    this.#numbers.set(prefix, number);
    const name = `${prefix}${number}`;
    this.#names.set(object, name);
    return name;
  }

  #note(
    place: string,
    isWrite: boolean,
    at: Position,
    item: string | null,
    isDerived: boolean,
    object: object | null = null,
  ): void {
    const task = currentLoop()?.currentTask?.number ?? 0;
    const clock = this.#clock;
    // Written out: it is done for each look at a variable, and spreading takes much longer.
    this.#tell({
      number: this.#count++,
      task,
      isWrite,
      place,
      item,
      line: at.line,
      column: at.column,
      time: clock.now,
      iteration: clock.iteration,
      isDerived,
      handle: clock.handles,
      object,
    });
  }
}

function withKeywords(args: readonly unknown[], keywords: Keywords): readonly unknown[] {
  return keywords === null || keywords.size === 0 ? args : [...args, ...keywords.values()];
}

function isOfAsyncio(value: unknown): boolean {
  return value instanceof LoopBound || value instanceof Future;
}

/** What a container that is handed over holds; another value alone. */
function itemsOf(value: unknown): Iterable<unknown> {
  if (value instanceof Tuple) return value.items;
  if (value instanceof PySet) return value.members();
  return Array.isArray(value) ? value : [value];
}

/** Whether an object that built-in methods are called on may change without telling. */
function hasHiddenState(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof PyClass || value instanceof Float || value instanceof Range) return false;
  return !isContainer(value) && !isOfAsyncio(value) && !isLeftAlone(value);
}

function isContainer(value: unknown): value is object {
  if (Array.isArray(value) || value instanceof Dict || value instanceof PyDeque) return true;
  return value instanceof PySet && !value.frozen;
}

/** Whether an attribute of a class is one that instances share: no method, property or class. */
function isValue(value: unknown): boolean {
  if (value === undefined || value instanceof PyFunction || value instanceof PyClass) return false;
  return !isMethod(value) && !(value instanceof Builtin);
}

/** The key of an item as a short text; null where the key tells nothing. */
function itemText(key: unknown): string | null {
  if (typeof key === 'string') return `'${key.slice(0, 100)}'`;
  return typeof key === 'number' || typeof key === 'bigint' ? String(key) : null;
}
