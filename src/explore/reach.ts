// How far a finding is from what CPython does by itself: the strangest kind of choice that its
// smallest schedule still needs.

import { CHOICE_KINDS, type ChoiceKind } from '../kernel/policy.ts';

export type Reach =
  | 'in the default order'
  | 'reachable on CPython'
  | 'unspecified order'
  | 'under cancellation'
  | 'other schedulers only';

const REACH: Readonly<Record<ChoiceKind, Reach>> = {
  timing: 'reachable on CPython',
  data: 'reachable on CPython',
  ties: 'unspecified order',
  sets: 'unspecified order',
  cancel: 'under cancellation',
  'ready-order': 'other schedulers only',
};

/** How strange the strangest of these kinds is; -1 for none. */
export function strangenessOf(kinds: ReadonlySet<ChoiceKind>): number {
  return CHOICE_KINDS.findLastIndex((kind) => kinds.has(kind));
}

/** The label of a finding that needs these kinds of choice. */
export function reachOf(kinds: ReadonlySet<ChoiceKind>): Reach {
  const strangest = strangenessOf(kinds);
  return strangest < 0 ? 'in the default order' : REACH[CHOICE_KINDS[strangest]];
}
