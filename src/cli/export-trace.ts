// `sim export TRACE`: a run as a picture that other tools show.

import { basename } from 'node:path';
import { ChromeTrace } from '../report/export/chrome.ts';
import { MermaidDiagram } from '../report/export/mermaid.ts';
import { Speedscope } from '../report/export/speedscope.ts';
import { formatOf } from '../scenario/load.ts';
import type { EventFold } from '../trace/fold.ts';
import { readEvents, salvageEvents } from '../trace/read.ts';
import { TraceError } from '../trace/read-line.ts';
import { EXIT_OK, EXIT_USAGE } from './exit-codes.ts';
import { writeOut } from './files.ts';
import type { Arguments } from './load.ts';
import { nativeSha256 } from './native-sha256.ts';
import { UsageError } from './options.ts';
import { damageText, traceSource } from './read-trace.ts';

const PICTURES: ReadonlySet<unknown> = new Set(['chrome', 'speedscope', 'mermaid']);

/** Whether a trace is to be drawn: the picture says so, or the name of the file. */
export function isTraceExport(path: string, args: Arguments): boolean {
  if (PICTURES.has(args.to)) return true;
  return path !== '-' && formatOf(path) === null && /\.jsonl(?:\.gz)?$/.test(path);
}

/** Draws a trace; the exit code is 2 for what is no whole trace, unless it is to be salvaged. */
export function exportTrace(path: string, args: Arguments): number {
  const to = args.to ?? 'chrome';
  if (!PICTURES.has(to)) throw new UsageError(`--to ${String(to)}: ${path} is a trace`);
  const pieces: string[] = [];
  const picture = pictureOf(String(to), path, (text) => pieces.push(text));
  const source = traceSource(path);
  const see = (event: Parameters<EventFold['see']>[0]): void => {
    if (picture.fold.wants?.has(event.kind) !== false) picture.fold.see(event);
  };
  try {
    if (args.salvage === true) {
      const { damage } = salvageEvents(source(), see, nativeSha256);
      if (damage !== null) process.stderr.write(`sim: ${damageText(path, damage)}\n`);
    } else {
      readEvents(source(), see, nativeSha256);
    }
  } catch (error) {
    if (!(error instanceof TraceError)) throw error;
    process.stderr.write(`sim: ${damageText(path, error)}\n`);
    return EXIT_USAGE;
  }
  pieces.push(picture.finish());
  writeOut(pieces.join(''), args.output as string | undefined);
  return EXIT_OK;
}

interface Picture {
  readonly fold: EventFold;
  /** What is still to be written when every event was seen. */
  readonly finish: () => string;
}

function pictureOf(to: string, path: string, write: (text: string) => void): Picture {
  if (to === 'mermaid') {
    const fold = new MermaidDiagram();
    return { fold, finish: () => fold.text() };
  }
  if (to === 'speedscope') {
    const fold = new Speedscope(basename(path));
    return { fold, finish: () => fold.text() };
  }
  const fold = new ChromeTrace(write);
  const finish = (): string => {
    fold.finish();
    return '';
  };
  return { fold, finish };
}
