// `sim check`: every mistake of every file, without running.

import { EXIT_OK, EXIT_USAGE } from './exit-codes.ts';
import { type Arguments, diagnosticData, diagnosticsText, load } from './load.ts';

/** Checks files; the exit code is 2 if any has an error. */
export function checkFiles(files: readonly string[], args: Arguments): number {
  const all = files.map((path) => load(path, args));
  if (args.json === true) {
    const data = all.map((each) => ({
      file: each.path,
      valid: each.scenario !== null,
      diagnostics: each.diagnostics.map(diagnosticData),
    }));
    process.stdout.write(`${JSON.stringify(data)}\n`);
  } else {
    for (const each of all) {
      process.stderr.write(diagnosticsText(each, process.stderr));
      if (each.scenario !== null) process.stdout.write(`${each.path}: no errors\n`);
    }
  }
  return all.every((each) => each.scenario !== null) ? EXIT_OK : EXIT_USAGE;
}
