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

/**
 * Ends the process once all is written. It is not left to end by itself: that takes the signals'
 * listeners away first, and an echo of Ctrl-C would kill it although it has answered.
 */
function end(code: number): void {
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
}

main(process.argv.slice(2)).then(end, (error: unknown) => {
  const hasMessage = error instanceof Error || error instanceof SimulationStop;
  const reason = hasMessage ? error.message : String(error);
  process.stderr.write(`sim: a bug of ours: ${reason}\n`);
  process.stderr.write('Please report it with the command that you ran and the file.\n');
  end(EXIT_BUG);
});
