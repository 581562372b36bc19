// What people see of tasks and of things gone wrong: programs beside CPython's own output, stdout
// and stderr as they came. What is left out of it stands in reports/record.py.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Simulation, type SimulationOptions } from '../../src/simulate.ts';
import { MemoryTrace } from '../../src/trace/memory.ts';
import { scenarioOf } from '../simulated.ts';

const FOLDER = join(import.meta.dirname, 'reports');
const programs = readdirSync(FOLDER).filter((name) => name.endsWith('.py') && name !== 'record.py');

function outputOf(name: string, options: SimulationOptions = {}): string {
  const source = readFileSync(join(FOLDER, name), 'utf8');
  let output = '';
  const write = (_stream: string, text: string): void => {
    output += text;
  };
  const all = { file: name, source, ties: 'heapq', write, ...options } as const;
  new Simulation(scenarioOf(source, name), all).run();
  return output;
}

const recorded = (name: string): string =>
  readFileSync(join(FOLDER, name.replace(/\.py$/, '.out')), 'utf8');

test.each(programs)('%s prints what it prints on CPython', (name) => {
  expect(outputOf(name).split('\n')).toEqual(recorded(name).split('\n'));
});

test.each(programs)('%s prints the same while it is traced', (name) => {
  expect(outputOf(name, { sinks: [new MemoryTrace()] })).toBe(outputOf(name));
});
