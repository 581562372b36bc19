// The scenarios that come with the project, by name: YAML, JSON and Python.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

export const SCENARIO_FOLDER = resolve(import.meta.dirname, '../scenarios');

/** Programs with a planted bug, each beside the same program without it, NAME-fixed. */
export const BUG_FOLDER = resolve(SCENARIO_FOLDER, 'bugs');

/** Programs that assert what CPython guarantees. */
export const GUARANTEE_FOLDER = resolve(SCENARIO_FOLDER, 'guarantees');

/** Those of a folder, in the order of names; the schema of scenarios is none. */
export function scenariosIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:yaml|json|py)$/.test(name) && !name.endsWith('.schema.json'))
    .sort((a, b) => (a < b ? -1 : 1));
}

export const scenarioFiles: readonly string[] = scenariosIn(SCENARIO_FOLDER);
