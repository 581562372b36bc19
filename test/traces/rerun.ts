// What must hold of the trace of any program: it replays without a difference, recording the
// program again gives the same bytes, and stepping back and forward again through the trace shows
// the same at every step. Each gives what is wrong, or null.
import { replay, sourceOf } from '../../src/replay/replay.ts';
import {
  objectsOf,
  outputOf,
  readyOf,
  tasksOf,
  timersOf,
  variablesOf,
} from '../../src/replay/step/read-run.ts';
import type { SteppedRun } from '../../src/replay/step/stepped-run.ts';
import { finish, Stepper } from '../../src/replay/step/stepper.ts';
import { recorded } from '../replay/programs.ts';

/** Of the trace of a program, and the program itself. */
export function rerunDifference(text: string, trace: string): string | null {
  const { divergence, events, outcome } = replay(sourceOf(trace));
  if (divergence !== null) return `replayed otherwise: ${JSON.stringify(divergence)}`;
  const count = trace.split('\n').length - 3;
  if (events !== count) return `${count} events are recorded, ${events} replayed`;
  if (outcome === null) return 'the replay did not come to the end';
  return recorded(text).trace === trace ? null : 'recorded again, its bytes are others';
}

/** Everything that can be seen at a position. */
export function seenAt(run: SteppedRun): string {
  return JSON.stringify([
    ...[run.view(), run.events(), [...run.lines], readyOf(run), timersOf(run)],
    ...[tasksOf(run), objectsOf(run), variablesOf(run), outputOf(run)],
  ]);
}

/** What came of stepping through a trace. */
export interface Stepping {
  readonly steps: number;
  readonly difference: string | null;
}

/**
 * Steps through a trace to its end, then back one by one, and forward again from each.
 * @param mostSteps positions that are looked at, from the start.
 */
export function steppingDifference(trace: string, mostSteps = Number.POSITIVE_INFINITY): Stepping {
  const stepper = new Stepper(sourceOf(trace));
  const forward = [seenAt(stepper.run)];
  while (forward.length <= mostSteps && stepper.run.step()) forward.push(seenAt(stepper.run));
  const steps = forward.length - 1;
  for (let position = steps; position > 0; position--) {
    finish(stepper.goTo(position - 1, true));
    if (seenAt(stepper.run) !== forward[position - 1]) {
      return { steps, difference: `back at step ${position - 1}, something else is seen` };
    }
    stepper.run.step();
    if (seenAt(stepper.run) !== forward[position]) {
      return { steps, difference: `forward again at step ${position}, something else is seen` };
    }
  }
  finish(stepper.forward([]));
  const isSame = stepper.run.result?.divergence === null;
  const count = trace.split('\n').length - 3;
  if (!isSame || stepper.run.log.count !== count) {
    return { steps, difference: 'what was looked at is not the run of the trace any more' };
  }
  return { steps, difference: null };
}
