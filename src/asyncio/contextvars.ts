// Context variables: ContextVar, Token and Context. A context's values are one map, which copies
// share until one of them is written to: copying costs the same however many there are. Nothing
// here knows which context is the current one; that is the business of a program's Contexts
// (contexts.ts), found through the running loop. Source: CPython Python/context.c. Deviation: a
// context lists its variables in the order in which they were first set, CPython by their hashes.

import type { ContextHolder, Contexts } from './contexts.ts';
import { currentLoop, getRunningLoop } from './events.ts';
import { LookupError } from './exceptions.ts';

/** The old value of a token whose variable had none. */
const MISSING = Object.freeze({ name: 'Token.MISSING' });

type Values = Map<ContextVar, unknown>;

/**
 * A variable whose value depends on the context: each task has its own. `set` and `reset` work
 * while a loop runs, as coroutines written in TypeScript do.
 */
export class ContextVar<T = unknown> {
  readonly name: string;
  /** Undefined for none. */
  readonly default: T | undefined;

  constructor(name: string, options: { readonly default?: T } = {}) {
    this.name = name;
    this.default = options.default;
  }

  /**
   * The value in the current context, else `fallback`, else the default. Throws LookupError where
   * there is none of them.
   */
  get(fallback?: T): T {
    const value = currentLoop()?.contexts.valueOf(this as ContextVar);
    return value === undefined ? this.missing(fallback) : (value as T);
  }

  /** Sets the value in the current context. Throws RuntimeError where no loop runs. */
  set(value: T): Token<T> {
    return getRunningLoop().contexts.set(this as ContextVar, value) as Token<T>;
  }

  /**
   * Takes the `set` back that gave `token`. Throws ValueError for a token of another variable or
   * context, RuntimeError for one that was used.
   */
  reset(token: Token<T>): void {
    const { contexts, host } = getRunningLoop();
    contexts.reset(this as ContextVar, token as Token, (value) => host.repr(value));
  }

  /** What `get` gives where the context has no value. Throws LookupError. */
  missing(fallback: T | undefined): T {
    if (fallback !== undefined) return fallback;
    if (this.default === undefined) throw new LookupError(this);
    return this.default;
  }
}

/** What `set` gives, to take it back once. */
export class Token<T = unknown> {
  static readonly MISSING: unknown = MISSING;
  readonly var: ContextVar<T>;
  readonly context: Context;
  /** The value before; Token.MISSING for none. */
  readonly oldValue: unknown;
  used = false;

  constructor(variable: ContextVar<T>, context: Context, oldValue: unknown) {
    this.var = variable;
    this.context = context;
    this.oldValue = oldValue;
  }
}

/** Values of variables, and a place where code can be run with them. It can be read as a map. */
export class Context implements ContextHolder {
  #values: Values | null = null;
  /** Whether a copy has the same map. */
  #isShared = false;

  /** Itself: it is entered as what it holds. */
  get context(): Context {
    return this;
  }

  get size(): number {
    return this.#values === null ? 0 : this.#values.size;
  }

  has(variable: ContextVar): boolean {
    return this.#values?.has(variable) === true;
  }

  /** The value of a variable here, undefined for none. */
  get<T>(variable: ContextVar<T>): T | undefined {
    return this.#values?.get(variable as ContextVar) as T | undefined;
  }

  /** The variables that have a value, as they are now. */
  keys(): ContextVar[] {
    return [...(this.#values?.keys() ?? [])];
  }

  values(): unknown[] {
    return [...(this.#values?.values() ?? [])];
  }

  [Symbol.iterator](): Iterator<ContextVar> {
    return this.keys()[Symbol.iterator]();
  }

  /** Another context with the same values. */
  copy(): Context {
    const copy = new Context();
    if (this.#values === null) return copy;
    copy.#values = this.#values;
    copy.#isShared = true;
    this.#isShared = true;
    return copy;
  }

  /**
   * Calls `fn(...args)` with this as the current context. Throws RuntimeError where it is entered
   * already, and where no loop runs.
   */
  run<A extends readonly unknown[], R>(fn: (...args: A) => R, ...args: A): R {
    const { contexts, host } = getRunningLoop();
    const repr = (value: unknown): string => host.repr(value);
    return contexts.run(this, () => fn(...args), repr);
  }

  /** For Contexts alone: programs write through a variable's `set`. */
  assign(variable: ContextVar, value: unknown): void {
    this.#own().set(variable, value);
  }

  /** For Contexts alone. */
  remove(variable: ContextVar): void {
    if (this.has(variable)) this.#own().delete(variable);
  }

  /** Its map, shared with no other context. */
  #own(): Values {
    if (this.#values === null || this.#isShared) {
      this.#values = new Map(this.#values ?? []);
      this.#isShared = false;
    }
    return this.#values;
  }
}

/** A copy of the current context. Throws RuntimeError where no loop runs. */
export function copyContext(): Context {
  return contextsHere().copy();
}

function contextsHere(): Contexts {
  return getRunningLoop().contexts;
}
