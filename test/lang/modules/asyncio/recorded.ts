// Programs beside this file, and what CPython 3.13 printed for them. The times in them are small:
// they were recorded in real time. `python3 -W ignore NAME.py > NAME.out` records one anew.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { simulate } from '../../../simulated.ts';

const FOLDER = join(import.meta.dirname, 'snippets');

/** Runs a recorded program; its output is to be CPython's. */
export function expectRecorded(name: string, folder = FOLDER): void {
  const text = readFileSync(join(folder, `${name}.py`), 'utf8');
  const { outcome, stdout } = simulate(text, { name: `${name}.py` });
  expect(stdout.split('\n')).toEqual(readFileSync(join(folder, `${name}.out`), 'utf8').split('\n'));
  expect(outcome.end).toBe('finished');
}

/** The names that a recorded program uses after a dot or by `from … import`. */
export function namesUsed(...programs: readonly string[]): ReadonlySet<string> {
  const texts = programs.map((name) => readFileSync(join(FOLDER, `${name}.py`), 'utf8'));
  return new Set(texts.join('\n').match(/[A-Za-z_]\w*/g) ?? []);
}
