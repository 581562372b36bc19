// Who knows a generator. CPython ends one when its last reference goes; here a generator is `owned`
// while all that can know it is one place which tells when it lets go: the iterator of a loop, or a
// variable that is never read but to step the generator. Any other is left alone until the end of
// the run. Source: CPython Objects/genobject.c (_PyGen_Finalize).

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

/** A frame is over: lets go of what its variables own. */
export function abandonSlots(owned: readonly number[], slots: unknown[]): void {
  for (const slot of owned) {
    const value = slots[slot];
    if (!isOwned(value)) continue;
    slots[slot] = undefined;
    value.abandon();
  }
}
