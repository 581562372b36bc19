// Failures that were found are kept under .sim/failures in the current folder, named by the path of
// their file from there: the trace of each, which replays, and a list of schedules, which are tried
// first the next time. The program may have changed since; what no longer fits a schedule is then
// answered as by default. A list that cannot be read is left aside, and that is told.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { VERSION } from '../base/version.ts';
import type { ExploreReport } from '../explore/explore.ts';
import type { Answer, Schedule } from '../explore/schedule.ts';
import { Halted, through, type Work } from '../explore/work.ts';
import type { ChoiceKind, Jitter } from '../kernel/policy.ts';
import { Replay, sourceOf } from '../replay/replay.ts';
import { TraceError } from '../trace/read-line.ts';
import { problem, reasonOf, writeOut } from './files.ts';

export const FAILURE_FOLDER = join('.sim', 'failures');

/** Characters of a name; a path that makes a longer one is cut. */
const LONGEST_NAME = 120;

/** What varied: a schedule means something under the same only. */
export interface Varied {
  readonly vary: readonly ChoiceKind[];
  readonly jitter: Jitter | null;
}

/** What the file of a list holds. */
interface List {
  /** The version that wrote it. */
  readonly sim: string;
  readonly kept: readonly Kept[];
}

interface Kept {
  readonly varied: Varied;
  readonly schedules: readonly { readonly seed: number; readonly answers: [number, Answer][] }[];
}

/** Where the trace of each finding is; null where it was not kept. */
export type KeptTraces = readonly (string | null)[];

/**
 * What the files of a program's failures are called: its path from the current folder, in letters
 * that every file system has. No two paths have the same.
 */
export function failureName(path: string): string {
  if (path === '-') return '%stdin';
  const parts = relative(process.cwd(), resolve(path)).split(sep);
  const name = parts.map(encoded).join('+');
  if (name.length <= LONGEST_NAME) return name;
  const digits = createHash('sha256').update(name).digest('hex').slice(0, 16);
  return `${digits}~${name.slice(digits.length + 1 - LONGEST_NAME)}`;
}

function encoded(part: string): string {
  return part.replace(/[^\w.-]/gu, (letter) => {
    const bytes = [...Buffer.from(letter, 'utf8')];
    return bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  });
}

function listPath(path: string, folder = FAILURE_FOLDER): string {
  return join(folder, `${failureName(path)}.json`);
}

/** Schedules that failed before, and why what is kept was left aside; null for no reason. */
export interface Known {
  readonly schedules: readonly Schedule[];
  readonly note: string | null;
}

/** The schedules that failed before where the same varied. */
export function knownFailures(path: string, varied: Varied): Known {
  const list = readList(listPath(path));
  if (typeof list === 'string') return { schedules: [], note: list };
  const schedules = list
    .filter((each) => isSame(each.varied, varied))
    .flatMap((each) => each.schedules)
    .map(({ seed, answers }) => ({ seed, answers: new Map(answers) }));
  return { schedules, note: null };
}

/** What a file lists; or why it is left aside. */
function readList(path: string): readonly Kept[] | string {
  let list: unknown;
  try {
    list = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    const reason = error instanceof SyntaxError ? 'it is damaged' : reasonOf(error);
    return `${path} is left aside: ${reason}`;
  }
  const { sim, kept } = (list ?? {}) as Partial<Record<keyof List, unknown>>;
  if (typeof sim === 'string' && sim !== VERSION) {
    return `${path} is left aside: sim ${sim} wrote it, this is ${VERSION}`;
  }
  if (typeof sim === 'string' && Array.isArray(kept) && kept.every(isKept)) return kept;
  return `${path} is left aside: it is no list of failures`;
}

function isKept(value: unknown): value is Kept {
  const { varied, schedules } = (value ?? {}) as Partial<Record<keyof Kept, unknown>>;
  return typeof varied === 'object' && Array.isArray(schedules) && schedules.every(isSchedule);
}

function isSchedule(value: unknown): boolean {
  const { seed, answers } = (value ?? {}) as {
    readonly seed?: unknown;
    readonly answers?: unknown;
  };
  return Number.isSafeInteger(seed) && Array.isArray(answers) && answers.every(isAnswer);
}

function isAnswer(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [question, answer] = value as readonly unknown[];
  if (!Number.isSafeInteger(question)) return false;
  return (
    typeof answer === 'number' || (Array.isArray(answer) && answer.every(Number.isSafeInteger))
  );
}

function isSame(a: Varied, b: Varied): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Keeps what was found, each trace replayed once before it is told of, unless that is ended. */
export function* keepFailures(
  path: string,
  varied: Varied,
  report: ExploreReport,
  folder = FAILURE_FOLDER,
): Work<KeptTraces> {
  const failures = report.findings.filter(({ symptom }) => symptom.level === 'failure');
  if (failures.length === 0) return report.findings.map(() => null);
  makeFolder(folder);
  keepList(listPath(path, folder), {
    varied,
    schedules: failures.map(({ schedule: { seed, answers } }) => ({ seed, answers: [...answers] })),
  });
  const kept: (string | null)[] = [];
  for (const [index, { symptom, trace }] of report.findings.entries()) {
    const isKept = symptom.level === 'failure' && trace !== null && (yield* replays(trace));
    const file = join(folder, `${failureName(path)}-${index + 1}.jsonl`);
    if (isKept) writeOut(trace, file);
    kept.push(isKept ? file : null);
  }
  return kept;
}

/** One folder after the other: Node's recursive way goes on for ever where none can be made. */
function makeFolder(folder: string): void {
  const parts = folder.split(sep);
  for (const count of parts.keys()) {
    try {
      mkdirSync(join(...parts.slice(0, count + 1)));
    } catch (error) {
      // What is there is a folder, or the next one in it cannot be made.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw problem('write', folder, error);
    }
  }
}

/** Puts an entry in the place of what was kept of the same. */
function keepList(path: string, entry: Kept): void {
  const before = readList(path);
  const others = typeof before === 'string' ? [] : before;
  const kept = [...others.filter(({ varied }) => !isSame(varied, entry.varied)), entry];
  writeOut(`${JSON.stringify({ sim: VERSION, kept } satisfies List)}\n`, path);
}

/** Whether a trace replays; where that is ended early, nothing speaks against it. */
function* replays(trace: string): Work<boolean> {
  try {
    const replay = new Replay(sourceOf(trace));
    yield* through(replay);
    return replay.result?.divergence === null;
  } catch (error) {
    if (error instanceof Halted) return true;
    if (error instanceof TraceError) return false;
    throw error;
  }
}
