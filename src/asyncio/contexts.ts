// Which context is the current one: the state of a program, shared by its loops. A context belongs
// to a holder - a task, a scheduled callback, a Context that runs something, the program's own
// code - and is made when it is first needed: a program without context variables makes none, and a
// task's step costs nothing more, since the running task is known. Only what runs apart from a
// task's own steps is entered here. Source: CPython Python/context.c (context_run,
// PyContext_Enter).

import { Context, type ContextVar, Token } from './contextvars.ts';
import { currentLoop } from './events.ts';
import { RuntimeError, ValueError } from './exceptions.ts';
import { STEP } from './handle-kinds.ts';
import type { Task } from './tasks.ts';

/** Whoever has a context of its own. */
export interface ContextHolder {
  /** Null: empty, and nobody has asked for it. */
  context: Context | null;
}

type Repr = (value: unknown) => string;

/** The context of a holder, made where it was not needed before. */
export function contextOf(holder: ContextHolder): Context {
  let { context } = holder;
  if (context === null) {
    context = new Context();
    holder.context = context;
  }
  return context;
}

/**
 * Takes a task's first step at once: its context takes the place of the running one. The task that
 * makes it is not the running one meanwhile, and its context is entered all the same.
 */
export function startInContext(task: Task): void {
  const { contexts, currentTask, host } = task.loop;
  if (task.context !== null) contexts.refuseEntered(task.context, (value) => host.repr(value));
  const outer = currentTask === null ? null : contexts.enter(currentTask);
  const before = contexts.enter(task);
  try {
    task.run(STEP, undefined);
  } finally {
    contexts.leave(before);
    if (currentTask !== null) contexts.leave(outer);
  }
}

export class Contexts {
  /** Of the code that runs outside of any loop's handles. */
  #base: ContextHolder = { context: null };
  /** What was entered last and not left, null for nothing. */
  #entered: ContextHolder | null = null;
  /** What was entered before that. */
  readonly #outer: ContextHolder[] = [];
  /** Whether any variable was set so far. */
  #isUsed = false;

  /** The value of a variable in the current context, undefined for none. */
  valueOf(variable: ContextVar): unknown {
    return this.#isUsed ? this.#current().context?.get(variable) : undefined;
  }

  set(variable: ContextVar, value: unknown): Token {
    this.#isUsed = true;
    const context = contextOf(this.#current());
    const old = context.has(variable) ? context.get(variable) : Token.MISSING;
    context.assign(variable, value);
    return new Token(variable, context, old);
  }

  reset(variable: ContextVar, token: Token, repr: Repr): void {
    if (token.used) throw new RuntimeError(`${repr(token)} has already been used once`);
    if (token.var !== variable) {
      throw new ValueError(`${repr(token)} was created by a different ContextVar`);
    }
    const { context } = this.#current();
    if (token.context !== context) {
      throw new ValueError(`${repr(token)} was created in a different Context`);
    }
    token.used = true;
    if (token.oldValue === Token.MISSING) context.remove(variable);
    else context.assign(variable, token.oldValue);
  }

  /** `copy_context()`. */
  copy(): Context {
    return this.#current().context?.copy() ?? new Context();
  }

  /** A copy of the current context for a new holder: null where there is nothing to copy. */
  capture(): Context | null {
    if (!this.#isUsed) return null;
    const { context } = this.#current();
    return context === null || context.size === 0 ? null : context.copy();
  }

  /** Calls `act` in a context. Throws RuntimeError where that is entered already. */
  run<T>(context: Context, act: () => T, repr: Repr): T {
    this.refuseEntered(context, repr);
    const before = this.enter(context);
    try {
      return act();
    } finally {
      this.leave(before);
    }
  }

  /** Makes a holder's context the current one until `leave` is given what this returns. */
  enter(holder: ContextHolder): ContextHolder | null {
    const before = this.#entered;
    if (before !== null) this.#outer.push(before);
    this.#entered = holder;
    return before;
  }

  leave(before: ContextHolder | null): void {
    if (before !== null) this.#outer.pop();
    this.#entered = before;
  }

  /** Takes steps with `context` as that of the code outside of loops. */
  *runSteps<Y, R>(context: Context, steps: Generator<Y, R, void>): Generator<Y, R, void> {
    const before = this.#base;
    this.#base = context;
    try {
      return yield* steps;
    } finally {
      this.#base = before;
    }
  }

  /** Throws RuntimeError where a context is entered: code may be in it once only. */
  refuseEntered(context: Context, repr: Repr): void {
    if (!this.#isEntered(context)) return;
    throw new RuntimeError(`cannot enter context: ${repr(context)} is already entered`);
  }

  #isEntered(context: Context): boolean {
    if (this.#base.context === context || this.#entered?.context === context) return true;
    if (this.#outer.some((holder) => holder.context === context)) return true;
    return this.#runningTask()?.context === context;
  }

  #current(): ContextHolder {
    return this.#entered ?? this.#runningTask() ?? this.#base;
  }

  /** The task whose step runs, if the running loop is one of this program's. */
  #runningTask(): ContextHolder | null {
    const loop = currentLoop();
    return loop !== null && loop.contexts === this ? loop.currentTask : null;
  }
}
