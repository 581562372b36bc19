// Compares a run with a trace while it goes on: what the run would write must be what the trace
// has, text for text. So memory does not grow with the trace, and a trace that agrees to its end
// line, with its count and its hash, is whole as well. Where the texts part, the run is ended.

import { SimulationStop } from '../base/stop.ts';
import type { RunEnd, TraceHeader } from '../trace/header.ts';
import { JsonlWriter } from '../trace/jsonl.ts';
import type { TraceText } from '../trace/read.ts';
import type { NewSha256 } from '../trace/sha256.ts';
import type { EventBatch, TraceSink } from '../trace/tracer.ts';

/** Lines before a divergence that are kept to be shown. */
const LINES_BEFORE = 5;

/** Where a run and its trace part, as lines of text without their line feeds. */
export interface PartedLines {
  /** Number of the line, from 1. */
  readonly line: number;
  /** The line of the trace, null where it has no more. */
  readonly expected: string | null;
  /** The line that the run would write, null where it has no more. */
  readonly got: string | null;
  /** The last lines that were the same, the header not among them. */
  readonly before: readonly string[];
}

/** Ends a run that has parted from its trace. */
export class Parted extends SimulationStop {
  readonly message = 'the run is not that of its trace';
  readonly lines: PartedLines;

  constructor(lines: PartedLines) {
    super();
    this.lines = lines;
  }
}

export class TraceComparison implements TraceSink {
  readonly wants = null;
  readonly #read: TraceText;
  readonly #writer: JsonlWriter;
  /** Text of the trace that was read last; from `#at` on it is not compared yet. */
  #text = '';
  #at = 0;
  /** Lines that were the same so far. */
  #lines = 0;
  /** The last texts that were the same: at least LINES_BEFORE lines, if there were as many. */
  #recent: string[] = [];

  /** Throws Parted where the header is written otherwise. */
  constructor(header: TraceHeader, read: TraceText, maxBytes: number, newHash?: NewSha256) {
    this.#read = read;
    this.#writer = new JsonlWriter(header, (text) => this.#compare(text), maxBytes, newHash);
  }

  /** Events that the run has written so far. */
  get events(): number {
    return this.#writer.events;
  }

  /** Throws Parted, and LimitReached where the trace was as long as it may be. */
  receive(batch: EventBatch): void {
    this.#writer.receive(batch);
  }

  runEnded(): void {
    this.#writer.runEnded();
  }

  /**
   * Where the trace stops, if it is that of a run that was interrupted and this run has come as far
   * as that; null otherwise. The run may never have another event.
   */
  interruption(): PartedLines | null {
    const end = '{"end":"interrupted"';
    this.#fill(end.length);
    if (!this.#text.startsWith(end, this.#at)) return null;
    return { line: this.#lines + 1, expected: this.#expectedLine(0), got: null, before: [] };
  }

  /** The run has ended: compares the end line, and that nothing follows it. Throws Parted. */
  end(end: RunEnd): void {
    this.#writer.finish(end);
    if (this.#fill(1) > 0) this.#part('');
  }

  #compare(text: string): void {
    this.#fill(text.length);
    if (!this.#text.startsWith(text, this.#at)) this.#part(text);
    this.#at += text.length;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#lines++;
    if (this.#recent.length >= LINES_BEFORE) this.#recent.shift();
    this.#recent.push(text.length > 65536 ? text.slice(lastLines(text, LINES_BEFORE)) : text);
  }

  /** Reads until `length` characters are ahead, if there are as many; gives how many there are. */
  #fill(length: number): number {
    while (this.#text.length - this.#at < length && this.#readOn());
    return this.#text.length - this.#at;
  }

  /** Reads a piece more; false at the end. */
  #readOn(): boolean {
    const more = this.#read();
    if (more === null) return false;
    this.#text = this.#text.slice(this.#at) + more;
    this.#at = 0;
    return true;
  }

  #part(got: string): never {
    let same = 0;
    while (same < got.length && this.#text[this.#at + same] === got[same]) same++;
    const start = got.lastIndexOf('\n', same - 1) + 1;
    const agreed = got.slice(0, start);
    const recent = [...this.#recent, agreed].join('').split('\n').slice(0, -1);
    const ends = agreed.split('\n').length - 1;
    const line = this.#lines + ends + 1;
    const events = Math.max(0, Math.min(LINES_BEFORE, line - 2));
    throw new Parted({
      line,
      expected: this.#expectedLine(start),
      got: start < got.length ? lineFrom(got, start) : null,
      before: recent.slice(recent.length - events),
    });
  }

  /** The line of the trace that starts `offset` characters ahead. */
  #expectedLine(offset: number): string | null {
    while (this.#text.indexOf('\n', this.#at + offset) === -1 && this.#readOn());
    const start = this.#at + offset;
    return start < this.#text.length ? lineFrom(this.#text, start) : null;
  }
}

function lineFrom(text: string, start: number): string {
  const stop = text.indexOf('\n', start);
  return stop === -1 ? text.slice(start) : text.slice(start, stop);
}

/** Where the last `count` lines of a text begin that ends with a line feed. */
function lastLines(text: string, count: number): number {
  let at = text.length - 1;
  for (let i = 0; i < count && at !== -1; i++) at = text.lastIndexOf('\n', at - 1);
  return at + 1;
}
