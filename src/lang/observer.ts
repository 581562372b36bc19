// Reprs for whoever watches a run: traces and reports. Watching changes nothing: no line of the
// program runs for it (a `__repr__` of the program could print, fail or wait for ever), no object
// gets its address because of it, no work is counted, and no value is too long, too deep or too
// large to be shown.

import type { EventLoop } from '../asyncio/base-events.ts';
import type { Contexts } from '../asyncio/contexts.ts';
import type { EventLoopPolicy } from '../asyncio/event-loop-policy.ts';
import { BaseException } from '../asyncio/exceptions.ts';
import { SimulationStop } from '../base/stop.ts';
import type { Threads } from '../kernel/threads.ts';
import type { Interpreter, LanguageLimits, ObjectProtocol, RunModules } from './interpreter.ts';
import type { PyRandom } from './modules/random-generator.ts';
import { AddressBook } from './objects/addresses.ts';
import { Dict } from './objects/dict.ts';
import { defaultRepr, repr } from './objects/repr.ts';
import { PySet } from './objects/set.ts';
import { callBuiltin } from './objects/signature.ts';
import { typeName } from './objects/type-of.ts';
import { BoundMethod, Builtin, Tuple } from './values.ts';

/** Items that are shown, nested ones included. */
const MAXIMUM_ITEMS = 100_000;

/** Characters of one collection that are shown. */
const MAXIMUM_TEXT = 10_000_000;

/** Collections inside collections that are shown. */
const MAXIMUM_DEPTH = 100;

/** Where addresses begin that the program has not seen. */
const WATCHED = 0x7e0000000010;

/** Addresses that the program has seen; others are numbered apart from them. */
class WatchedAddresses extends AddressBook {
  readonly #program: AddressBook;

  constructor(program: AddressBook, first: number) {
    super(first);
    this.#program = program;
  }

  override known(value: unknown): number | undefined {
    return this.#program.known(value) ?? super.known(value);
  }
}

/** An interpreter that runs nothing of the program. */
export class Observer implements Interpreter {
  readonly limits: LanguageLimits;
  readonly random: PyRandom;
  readonly policy: EventLoopPolicy;
  readonly objects: ObjectProtocol;
  readonly epoch: number;
  readonly contexts: Contexts;
  readonly addresses: AddressBook;
  readonly modules?: RunModules;
  readonly #run: Interpreter;

  /**
   * `run`: what is watched; an observer where that is watched in its turn. `first`: the address
   * that is given first to what nobody has asked about.
   */
  constructor(run: Interpreter, first = WATCHED) {
    this.#run = run;
    this.limits = { ...run.limits, recursion: MAXIMUM_DEPTH, collection: MAXIMUM_TEXT };
    this.random = run.random;
    if (run.modules !== undefined) this.modules = run.modules;
    this.policy = run.policy;
    this.objects = run.objects;
    this.epoch = run.epoch;
    this.contexts = run.contexts;
    this.addresses = new WatchedAddresses(run.addresses, first);
  }

  /**
   * Python's repr of a value, with `<A object at 0x…>` for what has a `__repr__` of the program.
   */
  repr(value: unknown): string {
    if (itemsOf(value, MAXIMUM_ITEMS) > MAXIMUM_ITEMS) return unshown(value);
    try {
      return repr(this, value);
    } catch (error) {
      if (error instanceof BaseException || error instanceof SimulationStop) return unshown(value);
      throw error;
    }
  }

  /** What `repr` calls: methods of our own; those of the program are not run. */
  call(callee: unknown, args: readonly unknown[]): unknown {
    if (callee instanceof Builtin) return callBuiltin(this, callee, args, null);
    return defaultRepr(this, callee instanceof BoundMethod ? callee.self : args[0]);
  }

  charge(): void {}

  write(): void {}

  runningLoop(): EventLoop {
    return this.#run.runningLoop();
  }

  now(): number {
    return this.#run.now();
  }

  block(): void {}

  get threads(): Threads {
    return this.#run.threads;
  }

  newLoop(): EventLoop {
    return this.#run.newLoop();
  }
}

function unshown(value: unknown): string {
  return `<${typeName(value)} that is too large to be shown>`;
}

/** Items of a collection, nested ones included; counts up to a little more than `most`. */
function itemsOf(value: unknown, most: number): number {
  const open: unknown[] = [value];
  let count = 0;
  while (open.length > 0 && count <= most) {
    const each = membersOf(open.pop());
    if (each === null) continue;
    count += each.size;
    if (count > most) break;
    for (const member of each.members()) {
      if (typeof member === 'object' && member !== null) open.push(member);
    }
  }
  return count;
}

interface Members {
  readonly size: number;
  members(): Iterable<unknown>;
}

function membersOf(value: unknown): Members | null {
  if (Array.isArray(value)) return { size: value.length, members: () => value };
  if (value instanceof Tuple) return { size: value.items.length, members: () => value.items };
  if (value instanceof PySet) return { size: value.size, members: () => value.members() };
  if (value instanceof Dict) return { size: value.size, members: () => pairs(value) };
  if (value instanceof BaseException) return { size: value.args.length, members: () => value.args };
  return null;
}

function* pairs(dict: Dict): Generator<unknown, void, void> {
  for (const { key, value } of dict.entries()) {
    yield key;
    yield value;
  }
}
