// A run with its whole trace: the text that `sim run --trace` writes to a file.

import type { Scenario } from '../scenario/scenario.ts';
import { type Outcome, Simulation, type SimulationOptions } from '../simulate.ts';
import { JsonlWriter } from '../trace/jsonl.ts';
import { headerOf, type RunSettings } from './settings.ts';

export interface Recorded {
  readonly outcome: Outcome;
  /** The trace, one JSON object a line. */
  readonly trace: string;
}

/**
 * Runs a scenario to its end and keeps its trace.
 * @param settings of the run, `source` with the scenario's text, without which nobody can run the
 * trace again.
 * @param write gets the program's output.
 */
export function record(
  scenario: Scenario,
  settings: RunSettings,
  write?: SimulationOptions['write'],
): Recorded {
  const pieces: string[] = [];
  const put = (text: string): number => pieces.push(text);
  const writer = new JsonlWriter(headerOf(scenario, settings), put, settings.limits?.trace);
  const output = write === undefined ? {} : { write };
  const simulation = new Simulation(scenario, { ...settings, sinks: [writer], ...output });
  const outcome = simulation.run();
  writer.finish({ end: outcome.end, time: outcome.time, random: simulation.randomStates });
  return { outcome, trace: pieces.join('') };
}
