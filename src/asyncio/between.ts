// A duration that may lie anywhere in a range: what a drawn wait is for a program of Python, for
// coroutines that are written in TypeScript. Exploring varies it; every other run has the middle.

import { getRunningLoop } from './events.ts';

/**
 * A number of virtual seconds from `least` to `most`, for `sleep` and `timeout`. Throws RangeError
 * unless 0 < least <= most, both finite; RuntimeError outside a running loop.
 */
export function between(least: number, most: number): number {
  if (!(least > 0 && least <= most && Number.isFinite(most))) {
    throw new RangeError(`a range of positive durations, not ${least} to ${most}`);
  }
  const nominal = least + (most - least) / 2;
  const { choices } = getRunningLoop();
  if (choices?.timing !== true || least === most) return nominal;
  return choices.drawnDuration({ nominal, least, most, values: null });
}
