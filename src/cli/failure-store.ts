// Failures that were found are kept under .sim/failures in the current folder: the trace of each,
// which replays, and a list of schedules, which are tried first the next time.

import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ExploreReport } from '../explore/explore.ts';
import type { Answer, Schedule } from '../explore/schedule.ts';
import type { ChoiceKind, Jitter } from '../kernel/policy.ts';
import { replay, sourceOf } from '../replay/replay.ts';
import { problem, writeOut } from './files.ts';

export const FAILURE_FOLDER = join('.sim', 'failures');

/** What varied: a schedule means something under the same only. */
export interface Varied {
  readonly vary: readonly ChoiceKind[];
  readonly jitter: Jitter | null;
}

interface Kept {
  readonly varied: Varied;
  readonly schedules: readonly { readonly seed: number; readonly answers: [number, Answer][] }[];
}

/** Where the trace of each finding is; null where it was not kept. */
export type KeptTraces = readonly (string | null)[];

function listPath(path: string, folder = FAILURE_FOLDER): string {
  return join(folder, `${basename(path)}.json`);
}

/** The schedules that failed before; none where nothing readable is kept. */
export function knownFailures(path: string, varied: Varied): Schedule[] {
  let kept: Kept;
  try {
    kept = JSON.parse(readFileSync(listPath(path), 'utf8')) as Kept;
    if (JSON.stringify(kept.varied) !== JSON.stringify(varied)) return [];
    if (!kept.schedules.every(({ seed }) => Number.isSafeInteger(seed))) return [];
    return kept.schedules.map(({ seed, answers }) => ({ seed, answers: new Map(answers) }));
  } catch {
    return [];
  }
}

/** Keeps what was found, each trace replayed once before it is told of. */
export function keepFailures(
  path: string,
  varied: Varied,
  report: ExploreReport,
  folder = FAILURE_FOLDER,
): KeptTraces {
  const failures = report.findings.filter(({ symptom }) => symptom.level === 'failure');
  if (failures.length === 0) return report.findings.map(() => null);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw problem('write', folder, error);
  }
  const schedules = failures.map(({ schedule }) => ({
    seed: schedule.seed,
    answers: [...schedule.answers],
  }));
  writeOut(`${JSON.stringify({ varied, schedules } satisfies Kept)}\n`, listPath(path, folder));
  return report.findings.map(({ symptom, trace }, index) => {
    if (symptom.level !== 'failure') return null;
    if (replay(sourceOf(trace)).divergence !== null) return null;
    const file = join(folder, `${basename(path)}-${index + 1}.jsonl`);
    writeOut(trace, file);
    return file;
  });
}
