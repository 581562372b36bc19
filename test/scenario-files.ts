// The scenarios that come with the project, by name: YAML, JSON and Python.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

export const SCENARIO_FOLDER = resolve(import.meta.dirname, '../scenarios');

/** Every one, in the order of names; the schema of scenarios is none. */
export const scenarioFiles: readonly string[] = readdirSync(SCENARIO_FOLDER)
  .filter((name) => /\.(?:yaml|json|py)$/.test(name) && !name.endsWith('.schema.json'))
  .sort((a, b) => (a < b ? -1 : 1));
