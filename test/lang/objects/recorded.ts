// Outcomes recorded from CPython: one JSON array a line. Values were taken from CPython 3.13 on
// Linux, wording of messages from 3.14. Text hashes, orders of sets that hold text and complex
// results are left out: those differ between processes, or are not supported.

import { readFileSync } from 'node:fs';

/** The lines of `recorded-<name>.jsonl` beside this file. */
export function recorded<T>(name: string): T[] {
  const file = new URL(`recorded-${name}.jsonl`, import.meta.url);
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}
