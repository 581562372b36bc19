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

/** The label of a finding that needs these kinds of choice. */
export function reachOf(kinds: ReadonlySet<ChoiceKind>): Reach {
  const strangest = CHOICE_KINDS.findLast((kind) => kinds.has(kind));
  return strangest === undefined ? 'in the default order' : REACH[strangest];
}
