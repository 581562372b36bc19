// Failures as Python programs beside their traces: written, and run once by python3 where there is
// one, so that nobody is told of a program that was not seen to fail. A program that goes on for
// too long is ended, and has not failed as told.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { ExploreReport } from '../explore/explore.ts';
import { type Explored, witnessOf } from '../explore/witness.ts';
import type { Halt } from '../explore/work.ts';
import { FAILURE_FOLDER, failureName } from './failure-store.ts';
import { writeOut } from './files.ts';

/** Milliseconds that a program may run; its clock is virtual, so most take a tenth of a second. */
const PATIENCE = 10_000;
/** Milliseconds between two looks whether it is to be ended. */
const WATCH = 50;
/** Characters of its output that are kept, the last ones: more than any traceback has. */
const KEPT = 1 << 20;

/** `fails`: as told; `differs`: it does not; `unchecked`: no python3 has run it to its end. */
export type WitnessCheck = 'fails' | 'differs' | 'unchecked';

export interface KeptWitness {
  /** Null where there is no such program. */
  readonly file: string | null;
  /** Why there is none, why it was not run, or what it did instead of failing; else empty. */
  readonly reason: string;
  readonly check: WitnessCheck;
  /** Of the python3 that ran it: `3.14`; null for none. */
  readonly version: string | null;
}

/** For each finding: what became of its program; null for one that CPython cannot show. */
export type KeptWitnesses = readonly (KeptWitness | null)[];

/**
 * Writes the programs of the failures that are reachable on CPython, and runs each once, unless
 * `halt` says why not.
 */
export async function keepWitnesses(
  explored: Explored & { readonly path: string },
  report: ExploreReport,
  argv: readonly string[],
  halt: () => Halt,
): Promise<KeptWitnesses> {
  const kept: (KeptWitness | null)[] = [];
  let version: string | null | undefined;
  for (const [index, finding] of report.findings.entries()) {
    const { symptom, reach } = finding;
    if (symptom.level !== 'failure' || reach !== 'reachable on CPython') {
      kept.push(null);
      continue;
    }
    const witness = witnessOf(explored, finding);
    if ('reason' in witness) {
      kept.push({ file: null, reason: witness.reason, check: 'unchecked', version: null });
      continue;
    }
    const file = join(FAILURE_FOLDER, `${failureName(explored.path)}-${index + 1}.py`);
    writeOut(witness.text, file);
    version ??= await pythonVersion(halt);
    kept.push({ file, ...(await checked([file, ...argv], witness.tells, version, halt)) });
  }
  return kept;
}

/** `3.14`; null where there is no python3. */
async function pythonVersion(halt: () => Halt): Promise<string | null> {
  const { stdout } = await python(['--version'], halt);
  return /^Python (\d+\.\d+)/.exec(stdout)?.[1] ?? null;
}

async function checked(
  args: readonly string[],
  tells: string,
  version: string | null,
  halt: () => Halt,
): Promise<Omit<KeptWitness, 'file'>> {
  const isHalted = halt() !== null;
  if (version === null && !isHalted) {
    return { reason: 'no python3', check: 'unchecked', version };
  }
  const ended = await python(args, halt);
  if (ended.halted !== null) return { reason: ended.halted, check: 'unchecked', version };
  const reason = differenceOf(ended, tells);
  return { reason, check: reason === '' ? 'fails' : 'differs', version };
}

/** What a program did instead of failing as told; empty where it did fail so. */
function differenceOf({ status, stderr }: PythonEnded, tells: string): string {
  if (status === null) return `it did not end in ${PATIENCE / 1000} s`;
  if (status === 0) return 'it ended well';
  if (stderr.includes(tells)) return '';
  return lastLine(stderr) || `it ended with exit code ${status}`;
}

/** How python3 ended. */
interface PythonEnded {
  /** Null where it was ended. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Why it was ended before its patience was over; null for no reason. */
  readonly halted: Halt;
}

/** Runs python3 to its end, for so long at the most; one that is not there has printed nothing. */
function python(args: readonly string[], halt: () => Halt): Promise<PythonEnded> {
  return new Promise((done) => {
    const written = { stdout: '', stderr: '' };
    let halted = halt();
    if (halted !== null) return done({ status: null, ...written, halted });
    const child = spawn('python3', args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: PATIENCE,
      killSignal: 'SIGKILL',
    });
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        written[stream] = (written[stream] + text).slice(-KEPT);
      });
    }
    const watch = setInterval(() => {
      halted ??= halt();
      if (halted !== null) child.kill();
    }, WATCH);
    const end = (status: number | null, signal: NodeJS.Signals | null): void => {
      clearInterval(watch);
      // A terminal tells everybody of Ctrl-C; SIGKILL is the end of patience.
      if (signal !== null && signal !== 'SIGKILL') halted ??= `${signal} ended it`;
      done({ status, ...written, halted: status === null ? halted : null });
    };
    child.on('error', () => end(null, null));
    child.on('close', end);
  });
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}
