// Failures as Python programs beside their traces: written, and run once by python3 where there is
// one, so that nobody is told of a program that was not seen to fail. A program that goes on for
// too long is ended, and has not failed as told.

import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import type { ExploreReport } from '../explore/explore.ts';
import { type Explored, witnessOf } from '../explore/witness.ts';
import { FAILURE_FOLDER } from './failure-store.ts';
import { writeOut } from './files.ts';

/** Milliseconds that a program may run; its clock is virtual, so most take a tenth of a second. */
const PATIENCE = 10_000;

/** `fails`: as told; `differs`: it does not; `unchecked`: there is no python3. */
export type WitnessCheck = 'fails' | 'differs' | 'unchecked';

export interface KeptWitness {
  /** Null where there is no such program. */
  readonly file: string | null;
  /** Why there is none, or what it did instead of failing as told; empty otherwise. */
  readonly reason: string;
  readonly check: WitnessCheck;
  /** Of the python3 that ran it: `3.14`; null for none. */
  readonly version: string | null;
}

/** For each finding: what became of its program; null for one that CPython cannot show. */
export type KeptWitnesses = readonly (KeptWitness | null)[];

/** Writes the programs of the failures that are reachable on CPython, and runs each once. */
export function keepWitnesses(
  explored: Explored,
  report: ExploreReport,
  argv: readonly string[],
): KeptWitnesses {
  let version: string | null | undefined;
  return report.findings.map((finding, index) => {
    const { symptom, reach } = finding;
    if (symptom.level !== 'failure' || reach !== 'reachable on CPython') return null;
    const witness = witnessOf(explored, finding);
    if ('reason' in witness) {
      return { file: null, reason: witness.reason, check: 'unchecked', version: null };
    }
    const file = join(FAILURE_FOLDER, `${basename(explored.name)}-${index + 1}.py`);
    writeOut(witness.text, file);
    version ??= pythonVersion();
    if (version === null) return { file, reason: '', check: 'unchecked', version };
    const reason = differenceOf(file, argv, witness.tells);
    return { file, reason, check: reason === '' ? 'fails' : 'differs', version };
  });
}

/** `3.14`; null where there is no python3. */
function pythonVersion(): string | null {
  const { stdout } = spawnSync('python3', ['--version'], { encoding: 'utf8', timeout: PATIENCE });
  return /^Python (\d+\.\d+)/.exec(stdout ?? '')?.[1] ?? null;
}

/** What a program did instead of failing as told; empty where it did fail so. */
function differenceOf(file: string, argv: readonly string[], tells: string): string {
  const { status, stderr, error } = spawnSync('python3', [file, ...argv], {
    encoding: 'utf8',
    timeout: PATIENCE,
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined || status === null) return `it did not end in ${PATIENCE / 1000} s`;
  if (status === 0) return 'it ended well';
  if (stderr.includes(tells)) return '';
  return lastLine(stderr) || `it ended with exit code ${status}`;
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}
