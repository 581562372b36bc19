// `sim schema`: the JSON Schema of scenario files, for editors.

import { scenarioSchemaText } from '../scenario/schema.ts';
import { EXIT_OK } from './exit-codes.ts';

/** Prints the schema; the exit code. */
export function printSchema(): number {
  process.stdout.write(scenarioSchemaText());
  return EXIT_OK;
}
