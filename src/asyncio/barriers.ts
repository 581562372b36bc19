// Barrier: tasks wait until as many have come as it has parties; then all of them leave, and only
// when the last has left may others come. reset() sends away those who wait, abort() everyone for
// ever. It stands on a condition as CPython's does, so who resumes when is the condition's matter;
// the condition is the barrier's own, and a trace speaks of the barrier alone.
// Source: CPython Lib/asyncio/locks.py (Barrier, _BarrierState).

import { Kind, type Tracer } from '../trace/tracer.ts';
import { type AsyncContextManager, Immediate } from './context-managers.ts';
import type { Coroutine } from './coroutines.ts';
import { BrokenBarrierError, ValueError } from './exceptions.ts';
import { Condition, Lock } from './locks.ts';
import { LoopBound } from './loop-bound.ts';
import { Operation } from './operation.ts';
import { type Enclosing, trace, traceAround } from './primitive-events.ts';

/**
 * Filling: tasks come and wait. Draining: they leave. Resetting: they leave with an error. While it
 * drains or resets, those who come wait until it is empty.
 */
export type BarrierState = 'filling' | 'draining' | 'resetting' | 'broken';

export class Barrier extends LoopBound implements AsyncContextManager<number>, Enclosing {
  readonly parties: number;
  /** Notified whenever the state changes. */
  readonly condition: Condition;
  #state: BarrierState = 'filling';
  /** Tasks inside: they wait or are about to leave. */
  #count = 0;

  /** `parties`: tasks that it takes to go on, 1 or more. Throws ValueError for less. */
  constructor(parties: number) {
    super();
    if (parties < 1) throw new ValueError('parties must be >= 1');
    this.parties = parties;
    this.condition = new Condition(new Lock(this));
  }

  get state(): BarrierState {
    return this.#state;
  }

  /** Tasks that wait for others; 0 while it drains. */
  get nWaiting(): number {
    return this.#state === 'filling' ? this.#count : 0;
  }

  get broken(): boolean {
    return this.#state === 'broken';
  }

  /**
   * Waits until `parties` tasks wait; how many of them came before. Throws BrokenBarrierError where
   * it is reset or aborted meanwhile, or was aborted before.
   */
  wait(): Coroutine<number> {
    return new BarrierWait(this, 'Barrier.wait');
  }

  /** Sends those who wait away with BrokenBarrierError; a broken one can be used again. */
  reset(): Coroutine<void> {
    return new BarrierChange(this, 'Barrier.reset', () => {
      const next = this.#count > 0 ? 'resetting' : 'filling';
      this.#change(next, Kind.barrierReset);
    });
  }

  /** Sends everyone away with BrokenBarrierError, also those who come later. */
  abort(): Coroutine<void> {
    return new BarrierChange(this, 'Barrier.abort', () => {
      this.#change('broken', Kind.barrierAborted);
    });
  }

  aenter(): Coroutine<number> {
    return new BarrierWait(this, 'Barrier.__aenter__');
  }

  aexit(_error: unknown): Coroutine<boolean> {
    return new Immediate('Barrier.__aexit__', () => false);
  }

  nameIn(tracer: Tracer): string {
    return tracer.object(this, 'Barrier', this.parties);
  }

  /** One more task is inside; its number from 0. The last one lets all of them go. */
  enter(): number {
    const index = this.#count++;
    if (this.#count === this.parties) this.#change('draining', Kind.barrierReleased);
    else trace(this, 'Barrier', Kind.barrierWaited, this.#count, this.parties);
    return index;
  }

  /** One task less is inside; the last one opens it for those who wait to come in. */
  leave(): void {
    this.#count--;
    if (this.#count > 0) return;
    if (this.#state === 'resetting' || this.#state === 'draining') this.#state = 'filling';
    this.condition.notifyAll();
  }

  #change(state: BarrierState, kind: number): void {
    this.#state = state;
    const act = (): void => this.condition.notifyAll();
    traceAround(this, 'Barrier', kind, act, undefined, this.parties);
  }
}

abstract class BarrierOperation<T> extends Operation<T> {
  protected readonly barrier: Barrier;
  readonly name: string;

  constructor(barrier: Barrier, name: string) {
    super();
    this.barrier = barrier;
    this.name = name;
  }

  protected override attempt(): boolean {
    return false;
  }
}

class BarrierWait extends BarrierOperation<number> {
  /** What it waits for, in the words of library-frames.ts. */
  #stage = 'Barrier.wait, acquiring';

  override calls(): readonly string[] {
    const outer = this.name === 'Barrier.wait' ? [] : [this.name];
    if (this.#stage === 'Barrier.wait, acquiring') {
      return [...outer, this.#stage, '__aenter__', 'Lock.acquire'];
    }
    const blocked = this.#stage === 'Barrier._block';
    const wait = blocked ? 'Barrier.wait, blocked' : 'Barrier.wait';
    const inner = this.barrier.condition.callsAt(this.payload);
    return [...outer, wait, this.#stage, 'Condition.wait_for', ...inner];
  }

  protected override *wait(): Generator<unknown, number, unknown> {
    const { condition } = this.barrier;
    yield* condition.aenter();
    try {
      return yield* this.#pass();
    } finally {
      condition.release();
    }
  }

  *#pass(): Generator<unknown, number, unknown> {
    const { barrier } = this;
    const { condition } = barrier;
    this.#stage = 'Barrier._block';
    yield* condition.waitFor(() => barrier.state !== 'draining' && barrier.state !== 'resetting');
    if (barrier.broken) throw new BrokenBarrierError('Barrier aborted');
    const index = barrier.enter();
    this.#stage = 'Barrier._wait';
    try {
      // The last to come finds the barrier draining, and does not wait.
      yield* condition.waitFor(() => barrier.state !== 'filling');
      if (barrier.state !== 'draining') throw new BrokenBarrierError('Abort or reset of barrier');
      return index;
    } finally {
      barrier.leave();
    }
  }
}

class BarrierChange extends BarrierOperation<void> {
  readonly #change: () => void;

  constructor(barrier: Barrier, name: string, change: () => void) {
    super(barrier, name);
    this.#change = change;
  }

  override calls(): readonly string[] {
    return [this.name, '__aenter__', 'Lock.acquire'];
  }

  protected override *wait(): Generator<unknown, void, unknown> {
    const { condition } = this.barrier;
    yield* condition.aenter();
    try {
      this.#change();
    } finally {
      condition.release();
    }
  }
}
