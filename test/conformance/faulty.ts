// How a fault of the tables is put into a source, and whether each still has its place.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, kernelAndTaskFaults } from './fault-table.ts';
import { primitiveFaults } from './fault-table-primitives.ts';
import { surfaceFaults } from './fault-table-surface.ts';

export const faults: readonly Fault[] = [
  ...kernelAndTaskFaults,
  ...primitiveFaults,
  ...surfaceFaults,
];

/** The source with the fault in it. */
export function faultOf(fault: Fault, source: string): string {
  return source.split(fault.text).join(fault.replacement);
}

/** What is wrong with the tables: a text that does not stand exactly once in its file. */
export function misplaced(root: string): string[] {
  return faults.flatMap(({ name, file, text }) => {
    const count = readFileSync(join(root, 'src', file), 'utf8').split(text).length - 1;
    return count === 1 ? [] : [`fault '${name}': its text stands ${count} times in src/${file}`];
  });
}
