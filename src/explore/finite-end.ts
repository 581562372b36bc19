// The end of a range for whoever draws from it: one without an end is taken to a multiple of what
// the program asks for.

import type { DurationRange } from '../kernel/policy.ts';

const BEYOND = 16;

/** The greatest duration that is drawn from a range, virtual seconds. */
export function finiteEnd({ most, nominal }: DurationRange): number {
  return Math.min(most, nominal * BEYOND);
}
