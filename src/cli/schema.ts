// `sim schema`: the JSON Schema of scenario files, for editors, and of the lines of a trace.

import { scenarioSchemaText } from '../scenario/schema.ts';
import { traceSchema } from '../trace/schema.ts';
import { EXIT_OK } from './exit-codes.ts';

/** Prints the schema of `scenario` or `trace`; the exit code. */
export function printSchema(what: string): number {
  const isTrace = what === 'trace';
  const text = isTrace ? `${JSON.stringify(traceSchema(), null, 2)}\n` : scenarioSchemaText();
  process.stdout.write(text);
  return EXIT_OK;
}
