// Who knows a generator. CPython ends one when its last reference goes; here a generator is `owned`
// while all that can know it is one place which tells when it lets go: the iterator of a loop, or a
// variable that is never read but to step the generator. Any other is left alone until the end of
// the run. Source: CPython Objects/genobject.c (_PyGen_Finalize).

import { BaseException } from '../../asyncio/exceptions.ts';
import type { Frame } from './frame.ts';

/** A generator of either kind. */
export interface Owned {
  isOwned: boolean;
  /** Its owner has let go of it. */
  abandon(): void;
}

export function isOwned(value: unknown): value is Owned {
  return (value as Partial<Owned> | null | undefined)?.isOwned === true;
}

/** Lets go of a value: an owned generator is ended. */
export function abandon(value: unknown): void {
  if (isOwned(value)) value.abandon();
}

/** A frame has returned: lets go of what its variables own. */
export function letGo(frame: Frame): void {
  if (frame.isKept !== true) abandonSlots(frame.code.owned, frame.slots);
}

/** Lets go of what variables own. */
export function abandonSlots(owned: readonly number[], slots: unknown[]): void {
  for (const slot of owned) {
    const value = slots[slot];
    if (!isOwned(value)) continue;
    slots[slot] = undefined;
    value.abandon();
  }
}

/** An exception leaves a frame: its traceback keeps the frame, and with it what that owns. */
export function hold(error: unknown, frame: Frame): void {
  if (!(error instanceof BaseException)) return;
  const { code, slots } = frame;
  for (let i = 0; i < code.slotNames.length; i++) {
    if (slots[i] instanceof BaseException && isAmong(slots[i], error)) error.isCyclic = true;
  }
  for (const slot of code.owned) {
    const value = slots[slot];
    if (!isOwned(value)) continue;
    error.held ??= [];
    error.held.push(value);
  }
}

/** Whether an exception is `error` or one that it was raised after. */
function isAmong(wanted: unknown, error: BaseException): boolean {
  let each: BaseException | null = error;
  for (let steps = 0; each !== null && steps < 100; steps++) {
    if (each === wanted) return true;
    each = each.context;
  }
  return false;
}

/**
 * An exception has been handled and goes, with those that it was raised after; not `around`, which
 * is still being handled.
 */
export function release(error: unknown, around: BaseException | null): void {
  if (!(error instanceof BaseException) || error === around || error.isCyclic) return;
  const { held, cause, context } = error;
  if (held !== undefined) {
    error.held = undefined;
    for (const value of held) abandon(value);
  }
  if (cause !== null) release(cause, around);
  if (context !== null && context !== cause) release(context, around);
}
