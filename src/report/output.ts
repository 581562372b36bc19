// What the program printed, line by line, each with the virtual time at which the line began.
// Pieces of a line (`print(…, end='')`) are joined, stdout and stderr apart. Times have three
// decimal places, aligned; control characters are shown as escapes, so a program cannot draw on the
// terminal.

import { printable } from '../base/printable.ts';
import type { EventKind, TraceEvent } from '../trace/event.ts';
import type { EventFold } from '../trace/fold.ts';
import type { Page } from './page.ts';

export interface OutputLine {
  readonly stream: 'stdout' | 'stderr';
  /** When its first piece was written, virtual seconds. */
  readonly time: number;
  /** The task that wrote its first piece. */
  readonly task: number;
  /** Without its line feed. */
  readonly text: string;
  /** Whether it ended with a line feed; the last line of a stream may not. */
  readonly isEnded: boolean;
}

/** Characters of one line that are kept; the rest of a longer line is left out, and said to be. */
export const MAXIMUM_LINE = 100_000;

/** Width of a time: `99999.999`. */
const TIME_WIDTH = 9;
const DECIMALS = 3;

interface Piece {
  time: number;
  task: number;
  parts: string[];
  length: number;
}

/** Hands on each line when it is complete, in order of completion. */
export class OutputFold implements EventFold {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>(['output.written']);
  readonly #onLine: (line: OutputLine) => void;
  readonly #open = new Map<'stdout' | 'stderr', Piece>();

  constructor(onLine: (line: OutputLine) => void) {
    this.#onLine = onLine;
  }

  see(event: TraceEvent): void {
    if (event.kind !== 'output.written') return;
    const { stream, text } = event;
    let start = 0;
    for (let stop = text.indexOf('\n'); stop !== -1; stop = text.indexOf('\n', start)) {
      this.#add(event, stream, text.slice(start, stop));
      this.#end(stream, true);
      start = stop + 1;
    }
    if (start < text.length) this.#add(event, stream, text.slice(start));
  }

  /** Hands on what was not ended by a line feed. */
  finish(): void {
    for (const stream of [...this.#open.keys()]) this.#end(stream, false);
  }

  #add(event: TraceEvent, stream: 'stdout' | 'stderr', text: string): void {
    let piece = this.#open.get(stream);
    if (piece === undefined) {
      piece = { time: event.time, task: event.task, parts: [], length: 0 };
      this.#open.set(stream, piece);
    }
    const room = MAXIMUM_LINE - piece.length;
    if (room > 0) piece.parts.push(text.slice(0, room));
    piece.length += text.length;
  }

  #end(stream: 'stdout' | 'stderr', isEnded: boolean): void {
    const { time, task, parts, length } = this.#open.get(stream)!;
    this.#open.delete(stream);
    const more = length - MAXIMUM_LINE;
    if (more > 0) parts.push(` (${more} more characters)`);
    this.#onLine({ stream, time, task, text: parts.join(''), isEnded });
  }
}

/**
 * A line of output for people: `    1.000  worker 3 starts`. Longer than the page if the text is.
 */
export function renderOutputLine(line: OutputLine, page: Page): string {
  const time = timeText(line.time);
  const text = printable(line.text, '\t');
  return `${page.style.dim(time)}  ${line.stream === 'stderr' ? page.style.bad(text) : text}`;
}

/** All lines of a run's output, without a final line feed. */
export function renderOutput(lines: readonly OutputLine[], page: Page): string {
  return lines.map((line) => renderOutputLine(line, page)).join('\n');
}

/** The lines that a run's events print. */
export function outputLines(events: Iterable<TraceEvent>): OutputLine[] {
  const lines: OutputLine[] = [];
  const fold = new OutputFold((line) => lines.push(line));
  for (const event of events) fold.see(event);
  fold.finish();
  return lines;
}

function timeText(seconds: number): string {
  return seconds.toFixed(DECIMALS).padStart(TIME_WIDTH);
}
