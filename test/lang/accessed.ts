// Runs a program in the specs of accesses, and gives what was told of shared places.

import type { Access } from '../../src/lang/accesses.ts';
import { simulate } from '../simulated.ts';

/** Every access of a run that ends well. */
export function accessesOf(text: string, name = 'spec.py'): Access[] {
  const accesses: Access[] = [];
  const { outcome, stderr } = simulate(text, { name, onAccess: (each) => accesses.push(each) });
  if (outcome.end !== 'finished') throw new Error(`${outcome.end}: ${stderr}`);
  return accesses;
}

/** An access as a line: `12 task 3 writes dict#1['a'], derived`. */
export function shown({ line, task, isWrite, place, item, isDerived }: Access): string {
  const key = item === null ? '' : `[${item}]`;
  const verb = isWrite ? 'writes' : 'reads';
  return `${line} task ${task} ${verb} ${place}${key}${isDerived ? ', derived' : ''}`;
}

/** What one line of a program accesses, each place once: `writes list#1`. */
export function accessesInLine(text: string, line: number): string[] {
  const inLine = accessesOf(text).filter((each) => each.line === line);
  return [...new Set(inLine.map((each) => shown(each).split(' ').slice(3).join(' ')))];
}
