// What built-ins may ask of whoever runs them. The machine (machine.ts) is the one implementation;
// the interface keeps values and built-ins free of a dependency on it. One interpreter is made for
// each run.

import type { EventLoop } from '../asyncio/base-events.ts';
import type { Contexts } from '../asyncio/contexts.ts';
import type { EventLoopPolicy } from '../asyncio/event-loop-policy.ts';
import type { Threads } from '../kernel/threads.ts';
import type { PyRandom } from './modules/random-generator.ts';
import type { AddressBook } from './objects/addresses.ts';
import type { PyModule } from './values.ts';

/** The modules of a run, by name. */
export interface RunModules {
  get(name: string): PyModule | undefined;
  has(name: string): boolean;
  /** Whether it is there already: what belongs to one run alone is made when it is asked for. */
  isMade(name: string): boolean;
}

export interface Interpreter {
  /** Calls any callable and runs it to its end: re-entry, counted against the recursion limit. */
  call(
    callee: unknown,
    args: readonly unknown[],
    keywords?: ReadonlyMap<string, unknown> | null,
  ): unknown;
  /**
   * Counts work done inside one step by a built-in, in elementary operations; may throw
   * LimitReached.
   */
  charge(operations: number): void;
  /** Writes program output. */
  write(stream: 'stdout' | 'stderr', text: string): void;
  /** The running event loop; throws RuntimeError('no running event loop'). */
  runningLoop(): EventLoop;
  /** Virtual seconds since the start of the program; goes on over several loops. */
  now(): number;
  /**
   * `time.sleep(seconds)`: the clock moves, the loop is held; in a thread only that one stands still.
   * A built-in returns what this gives.
   */
  block(seconds: number): unknown;
  /** The program's threads. */
  readonly threads: Threads;
  /** Which context is the current one. */
  readonly contexts: Contexts;
  /** A new event loop on the program's clock. */
  newLoop(): EventLoop;
  /** Which loop is the current one where none runs. */
  readonly policy: EventLoopPolicy;
  readonly limits: LanguageLimits;
  /** The generator behind the functions of module `random`. */
  readonly random: PyRandom;
  /** The object protocols, for text and modules (which may not import objects/). */
  readonly objects: ObjectProtocol;
  /** Unix time, in seconds, at virtual time 0: what `time.time()` starts at. */
  readonly epoch: number;
  /** The name of the program's file, and its text: where it has one. */
  readonly file?: string;
  readonly source?: string;
  /** `sys.argv` at the start. */
  readonly argv?: readonly string[];
  readonly modules?: RunModules;
  /** The numbers that `id` and `repr` show for objects. */
  readonly addresses: AddressBook;
}

export interface LanguageLimits {
  /** Python's recursion limit: frames on one stack. */
  readonly recursion: number;
  /** Items in one collection, code points in one string. */
  readonly collection: number;
  /** Decimal digits of an int that is converted to or from text (CPython's 4300). */
  readonly digits: number;
}

/**
 * What text formatting and the modules ask of objects. Each raises CPython's TypeError (or whatever
 * the program's own method raises) where the object does not support the operation.
 */
export interface ObjectProtocol {
  /** `type(value).__name__`. */
  typeName(value: unknown): string;
  /** `operator.index(value)`: an int. */
  index(run: Interpreter, value: unknown): number | bigint;
  /** `int(value)`. */
  integer(run: Interpreter, value: unknown): number | bigint;
  /** The double that a number, or an object with `__float__` or `__index__`, stands for. */
  real(run: Interpreter, value: unknown): number;
  /** Whether `iter(value)` works. */
  isIterable(value: unknown): boolean;
  /** Whether `value[key]` works for some key: a list, a dict, an object with `__getitem__`. */
  isSubscriptable(value: unknown): boolean;
  /** `iter(value)`, item by item. */
  iterate(run: Interpreter, value: unknown): Iterable<unknown>;
  /** The items of what is made a sequence first. Throws TypeError with `message`. */
  sequence(run: Interpreter, value: unknown, message: string): readonly unknown[];
  /** `str(value)`. */
  str(run: Interpreter, value: unknown): string;
  /** `repr(value)`. */
  repr(run: Interpreter, value: unknown): string;
  /** `format(value, spec)`. */
  format(run: Interpreter, value: unknown, spec: string): string;
  /** `value.name`. */
  getAttribute(run: Interpreter, value: unknown, name: string): unknown;
  /** `value[key]`. */
  getItem(run: Interpreter, value: unknown, key: unknown): unknown;
  /** `value[key] = item`. */
  setItem(run: Interpreter, value: unknown, key: unknown, item: unknown): void;
  /** `bool(value)`. */
  truth(run: Interpreter, value: unknown): boolean;
  /** `len(value)`. */
  length(run: Interpreter, value: unknown): number;
  /** `left operator right` for an arithmetic operator as Python writes it. */
  binary(run: Interpreter, operator: '+' | '-' | '*' | '/', left: unknown, right: unknown): unknown;
  /** `left < right`, as a truth value. */
  lessThan(run: Interpreter, left: unknown, right: unknown): boolean;
  /** A new dict of the pairs. */
  newDict(run: Interpreter, pairs: readonly (readonly [unknown, unknown])[]): unknown;
}
