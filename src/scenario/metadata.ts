// The part of a scenario that is not code: its name, seed, limits and what exploring may vary.
// Limits are counts (seconds for `time`); what a file does not say is left to the command line's
// defaults.

import type { Report } from '../base/diagnostic.ts';
import type { DocumentNode } from './document.ts';
import { readCount, readDuration, readKeys, readWords } from './fields.ts';
import { type ChoiceKind, choiceNotes, exploreKeys, type LimitName, limitKeys } from './keys.ts';

export type { ChoiceKind, LimitName };

export const limitNames = Object.keys(limitKeys) as LimitName[];

export const choiceKinds = Object.keys(choiceNotes) as ChoiceKind[];

const exploreNames = Object.keys(exploreKeys);

export interface Explore {
  /** Null where the file does not say. */
  readonly vary: readonly ChoiceKind[] | null;
  readonly runs: number | null;
}

/** `limits:` — time in seconds, everything else a count of things. */
export function readLimits(report: Report, node: DocumentNode): ReadonlyMap<LimitName, number> {
  const limits = new Map<LimitName, number>();
  for (const { key, value } of readKeys(report, node, limitNames, 'in limits')) {
    const name = key.source.text as LimitName;
    const limit = name === 'time' ? readDuration(report, value) : readCount(report, value, 1);
    if (limit !== null) limits.set(name, limit);
  }
  return limits;
}

/** `explore:` — the defaults of exploring. */
export function readExplore(report: Report, node: DocumentNode): Explore {
  let vary: readonly ChoiceKind[] | null = null;
  let runs: number | null = null;
  for (const { key, value } of readKeys(report, node, exploreNames, 'in explore')) {
    if (key.source.text === 'runs') runs = readCount(report, value, 1);
    else vary = readWords(report, value, choiceKinds, 'choice kind') as ChoiceKind[] | null;
  }
  return { vary, runs };
}
