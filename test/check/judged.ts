// Runs a program in the specs of findings, and gives what was found.

import { levelOf } from '../../src/check/finding-rules.ts';
import { FindingSink } from '../../src/check/findings.ts';
import { Simulation, type SimulationOptions } from '../../src/simulate.ts';
import type { Violation } from '../../src/trace/finding.ts';
import { scenarioOf } from '../simulated.ts';

/** The findings of one run of a program, in order of time. */
export function judged(
  text: string,
  options: SimulationOptions & { readonly name?: string } = {},
): Violation[] {
  const { name = 'spec.py', ...rest } = options;
  const sink = new FindingSink();
  new Simulation(scenarioOf(text, name), {
    source: text,
    file: name,
    sinks: [sink],
    onAccess: sink.onAccess,
    ...rest,
  }).run();
  return sink.findings();
}

/** Level, rule and message of each. */
export function found(text: string, options: SimulationOptions = {}): string[] {
  return judged(text, options).map(({ rule, message }) => `${levelOf(rule)} ${rule}: ${message}`);
}

/** Where a finding shows and what led to it: `5:9`, then `16:5 Task-2 takes left`. */
export function placesOf({ at = null, related = [] }: Violation): string[] {
  const place = (each: typeof at): string => each?.join(':') ?? '-';
  return [place(at), ...related.map((each) => `${place(each.at)} ${each.task} ${each.text}`)];
}

/** A program: definitions, and what main does. */
export function programOf(definitions: string, main: string): string {
  const body = main
    .trim()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
  return `import asyncio\n${definitions}\nasync def main():\n${body}\n\nasyncio.run(main())\n`;
}
