// The scenarios that come with the project as programs, and what CPython 3.14.2 printed for each:
// recorded by record-exports.ts, keyed by the hash of the program's text, so a program that has
// changed is not taken for the one that was run.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageEnvironment } from '../../../src/lang/environment.ts';
import { scenarioToPython } from '../../../src/scenario/export/to-python.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { SCENARIO_FOLDER, scenarioFiles } from '../../scenario-files.ts';

export const RECORD = join(import.meta.dirname, 'recorded-exports.jsonl');

export interface Exported {
  /** The scenario's file. */
  readonly file: string;
  readonly isVirtual: boolean;
  readonly text: string;
  /** Of the text, SHA-256 in hexadecimal. */
  readonly hash: string;
}

export interface RecordedExport {
  readonly file: string;
  readonly isVirtual: boolean;
  readonly hash: string;
  /** What CPython printed, line by line. */
  readonly lines: readonly string[];
}

const environment = languageEnvironment();

/** The text of a scenario that comes with the project. */
export function scenarioText(file: string): string {
  return readFileSync(join(SCENARIO_FOLDER, file), 'utf8');
}

/** A scenario as a program; null where it is refused. */
export function exportOf(file: string, isVirtual: boolean): Exported | null {
  const { scenario } = loadScenario(file, scenarioText(file), { environment });
  const text = scenarioToPython(scenario!, { environment, isVirtual }, () => {});
  if (text === null) return null;
  return { file, isVirtual, text, hash: createHash('sha256').update(text).digest('hex') };
}

/** Scenarios with threads, which the WebAssembly build of CPython does not have. */
export const THREADED = ['to-thread.yaml'];

/** Every program that can be run without waiting. */
export function allExports(): readonly Exported[] {
  const files = scenarioFiles.filter((name) => !name.endsWith('.py') && !THREADED.includes(name));
  return files.flatMap((file) => [exportOf(file, false)!, exportOf(file, true)!]);
}

export function recordedExports(): readonly RecordedExport[] {
  const lines = readFileSync(RECORD, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as RecordedExport);
}
