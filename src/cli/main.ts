#!/usr/bin/env node
// The command. It answers `--version` before anything is loaded, since starting is most of what a
// short command costs, and loads each command's modules only when it runs.

import { SimulationStop } from '../base/stop.ts';
import { VERSION } from '../base/version.ts';
import { EXIT_BUG, EXIT_IO } from './exit-codes.ts';

async function main(argv: readonly string[]): Promise<number> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    process.stdout.write(`${VERSION}\n`);
    return 0;
  }
  const { runCommandLine } = await import('./commands.ts');
  return runCommandLine(argv);
}

/** A reader that went away (`sim run x | head`) is not an error of ours. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : EXIT_IO);
  });
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const hasMessage = error instanceof Error || error instanceof SimulationStop;
    const reason = hasMessage ? error.message : String(error);
    process.stderr.write(`sim: a bug of ours: ${reason}\n`);
    process.stderr.write('Please report it with the command that you ran and the file.\n');
    process.exitCode = EXIT_BUG;
  },
);
