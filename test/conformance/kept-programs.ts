// Programs that are kept as files, each with what CPython printed beside it: those of practice, and
// those in the manner of tutorials. An address is compared as an address, whatever its digits.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { differingLevel, sideBySide } from './compare.ts';
import type { Oracle } from './oracle.ts';
import { runText, type TextRun } from './text-runs.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Where they stand, from the folder of the project. */
export const KEPT_FOLDERS = ['scenarios/practice', 'test/conformance/tutorials'] as const;

export interface KeptProgram {
  /** The folder and the name without its extension. */
  readonly name: string;
  readonly text: string;
  /** Its first comment says so: threads, and what 3.14 refuses, are asked of `python3`. */
  readonly isRecordedInRealTime: boolean;
  /** Where the output stands. */
  readonly outputFile: string;
}

/** The programs of a folder by name. */
export function keptPrograms(folder: string): KeptProgram[] {
  const path = join(ROOT, folder);
  const files = existsSync(path) ? readdirSync(path) : [];
  return files
    .filter((file) => file.endsWith('.py'))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((file) => {
      const text = readFileSync(join(path, file), 'utf8');
      return {
        name: `${folder}/${file.slice(0, -3)}`,
        text,
        isRecordedInRealTime: /^[^\n]*recorded in real time/.test(text),
        outputFile: join(path, `${file.slice(0, -3)}.out`),
      };
    });
}

/** Output with every address the same. */
export function withoutAddresses(output: string): string {
  return output.replace(/\b0x[0-9a-f]{6,}/g, '0x...');
}

/** What a run has printed, in one text. */
export function outputOf({ printed }: TextRun): string {
  return withoutAddresses(printed.map(([, , , text]) => text).join(''));
}

/**
 * Asks CPython for those programs anew that it can run here: lines that tell of each in which the
 * two differ in what they print, in an outcome or in a handle.
 */
export async function differencesOfKept(oracle: Oracle): Promise<string[]> {
  const lines: string[] = [];
  for (const { name, text, isRecordedInRealTime } of KEPT_FOLDERS.flatMap(keptPrograms)) {
    if (isRecordedInRealTime) continue;
    const [cpython, here] = [await oracle.observe(text), runText(text)].map(comparable);
    const level = differingLevel(cpython, here);
    if (level !== null) lines.push(`${name} differs: ${level}`, sideBySide(cpython, here));
  }
  return lines;
}

/** A run whose addresses are all the same. */
function comparable(run: TextRun): TextRun {
  return JSON.parse(withoutAddresses(JSON.stringify(run))) as TextRun;
}
