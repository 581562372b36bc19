// Halves the number of stretches in a task's life. Neighbours shorter than a quantum are gathered
// until they make a quantum; of each such group the state that lasted longest stays, and of a
// sleeper that woke in it one moment awake, so that its row shows it. Longer stretches, the last
// one and all outer times stay as they are.

import { RUNNING, SLEEPING, STATES, type State } from './timeline-data.ts';

export interface Stretches {
  readonly states: State[];
  readonly times: number[];
  readonly iterations: number[];
}

/**
 * Merges in place; `quantum` is in seconds, or in iterations. Returns how many stretches are left.
 */
export function coarsen(stretches: Stretches, quantum: number, byTime: boolean): number {
  const { states, times, iterations } = stretches;
  const clock = byTime ? times : iterations;
  const durations = new Float64Array(STATES);
  let kept = 0;
  let groupStart = -1;
  let groupLength = 0;
  let ran = false;

  const keep = (state: State, from: number): void => {
    if (kept > 0 && states[kept - 1] === state) return;
    states[kept] = state;
    times[kept] = times[from];
    iterations[kept] = iterations[from];
    kept++;
  };
  const closeGroup = (): void => {
    if (groupStart === -1) return;
    const state = longest(durations);
    if (ran && state === SLEEPING) keep(RUNNING, groupStart);
    keep(state, groupStart);
    groupStart = -1;
    ran = false;
    groupLength = 0;
    durations.fill(0);
  };

  const last = states.length - 1;
  for (let i = 0; i < last; i++) {
    const duration = clock[i + 1] - clock[i];
    const state = states[i];
    if (duration >= quantum) {
      closeGroup();
      keep(state, i);
      continue;
    }
    if (groupStart === -1) groupStart = i;
    if (state === RUNNING) ran = true;
    durations[state] += duration;
    groupLength += duration;
    if (groupLength >= quantum) closeGroup();
  }
  closeGroup();
  if (last >= 0) keep(states[last], last);
  states.length = kept;
  times.length = kept;
  iterations.length = kept;
  return kept;
}

function longest(durations: Float64Array): State {
  let best = 0;
  for (let state = 1; state < STATES; state++) {
    if (durations[state] > durations[best]) best = state;
  }
  return best as State;
}
