// Runs a scenario's text in the specs: loaded, simulated to its end, with everything that it wrote.

import { languageEnvironment } from '../src/lang/environment.ts';
import { loadScenario } from '../src/scenario/load.ts';
import type { Scenario } from '../src/scenario/scenario.ts';
import {
  DEFAULT_LIMITS,
  type Outcome,
  Simulation,
  type SimulationLimits,
  type SimulationOptions,
} from '../src/simulate.ts';
import { MemoryTrace } from '../src/trace/memory.ts';

export interface Simulated {
  readonly outcome: Outcome;
  readonly stdout: string;
  readonly stderr: string;
  readonly trace: MemoryTrace;
}

/** A scenario without mistakes. Throws where there is one. */
export function scenarioOf(text: string, name = 'spec.py'): Scenario {
  const { scenario, diagnostics } = loadScenario(name, text, {
    environment: languageEnvironment(),
  });
  const wrong = diagnostics.map((each) => `${each.span.line}: ${each.message}`);
  if (scenario === null) throw new Error(wrong.join('\n'));
  return scenario;
}

/** Runs a program: Python text, or a scenario where `name` ends so. */
export function simulate(
  text: string,
  options: SimulationOptions & { readonly name?: string } = {},
): Simulated {
  const { name = 'spec.py', ...rest } = options;
  const written = { stdout: '', stderr: '' };
  const trace = new MemoryTrace();
  const simulation = new Simulation(scenarioOf(text, name), {
    source: text,
    file: name,
    sinks: [trace],
    write: (stream, piece) => {
      written[stream] += piece;
    },
    ...rest,
  });
  return { outcome: simulation.run(), ...written, trace };
}

/** The default limits with some replaced. */
export function limits(some: Partial<SimulationLimits>): SimulationLimits {
  return { ...DEFAULT_LIMITS, ...some };
}

/** What a Python program prints. Throws where it does not end well. */
export function printed(text: string): string {
  const { outcome, stdout, stderr } = simulate(text);
  if (outcome.end !== 'finished') throw new Error(`${outcome.end} after:\n${stdout}${stderr}`);
  return stdout;
}

/** What the body of `async def main():` prints, with asyncio imported. */
export function mainPrints(body: string): string[] {
  const lines = body.replace(/^\n+|\s+$/g, '').split('\n');
  const margin = /^ */.exec(lines[0])![0].length;
  const indented = lines.map((line) => `    ${line.slice(margin)}`).join('\n');
  const text = `import asyncio\n\nasync def main():\n${indented}\n\nasyncio.run(main())\n`;
  return printed(text).split('\n').slice(0, -1);
}
