// `sim diff`: in what two traces differ.

import { renderDiff } from '../report/diff/render-diff.ts';
import { TraceDiffer } from '../report/diff/trace-diff.ts';
import { type Salvaged, TraceReader } from '../trace/read.ts';
import { TraceError } from '../trace/read-line.ts';
import { EXIT_FINDING, EXIT_OK, EXIT_USAGE } from './exit-codes.ts';
import type { Arguments } from './load.ts';
import { nativeSha256 } from './native-sha256.ts';
import { pageFor } from './page-for.ts';
import { damageText, traceSource } from './read-trace.ts';

/** Compares two traces; the exit code is 1 where they differ, 2 for what is no trace. */
export function diffTraces(paths: readonly [string, string], args: Arguments): number {
  const differ = new TraceDiffer();
  const damaged = readBoth(paths, differ);
  for (const [side, damage] of damaged) {
    process.stderr.write(`sim: ${damageText(paths[side], damage)}\n`);
  }
  if (damaged.length > 0 && args.salvage !== true) return EXIT_USAGE;
  const diff = differ.diff();
  if (args.json === true) process.stdout.write(`${JSON.stringify(diff)}\n`);
  else process.stdout.write(renderDiff(diff, paths, pageFor(args)));
  return diff.same ? EXIT_OK : EXIT_FINDING;
}

/** Reads both side by side, a piece of each in turn, so that little is kept. */
function readBoth(paths: readonly [string, string], differ: TraceDiffer): [0 | 1, TraceError][] {
  const damaged: [0 | 1, TraceError][] = [];
  const open = ([0, 1] as const).map((side) => ({
    side,
    read: traceSource(paths[side])(),
    reader: new TraceReader((event) => differ.see(side, event), nativeSha256),
  }));
  while (open.length > 0) {
    for (const each of [...open]) {
      const { side, read, reader } = each;
      const ended = step(read, reader);
      if (ended === null) continue;
      open.splice(open.indexOf(each), 1);
      differ.finish(side, ended.header, ended.end);
      if (ended.damage !== null) damaged.push([side, ended.damage]);
    }
  }
  return damaged;
}

/** Reads one piece; what the trace came to where that was the last. */
function step(read: () => string | null, reader: TraceReader): Salvaged | null {
  try {
    const piece = read();
    if (piece !== null) {
      reader.push(piece);
      return null;
    }
    return { ...reader.finish(), damage: null };
  } catch (error) {
    if (!(error instanceof TraceError)) throw error;
    return { header: reader.header, end: null, damage: error };
  }
}
