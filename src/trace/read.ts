// Reads a trace back, strictly: a line counts only if writing what it says gives the same line
// again, so what was read is what was written, byte for byte. Whatever is cut off, edited, damaged
// or newer is refused with the line (and event) and what is wrong with it. The reader takes text in
// chunks of any size. The shapes of parsed lines are judged in read-line.ts.

import { TRACE_VERSION, type TraceEvent } from './event.ts';
import { EventScanner } from './event-scanner.ts';
import type { TraceEnd, TraceHeader } from './header.ts';
import { endLine, eventLine, headerLine, TraceHash } from './jsonl.ts';
import { parseEnd, parseEvent, parseHeader, parseLine, TraceError } from './read-line.ts';
import type { NewSha256 } from './sha256.ts';

export interface Trace {
  readonly header: TraceHeader;
  readonly events: readonly TraceEvent[];
  readonly end: TraceEnd;
}

/** The text of a trace, piece by piece from its start; null at its end. */
export type TraceText = () => string | null;

/** What is whole of a trace. */
export interface Salvaged {
  /** Null where not even the header is whole. */
  readonly header: TraceHeader | null;
  /** Null where the trace does not end as it was written. */
  readonly end: TraceEnd | null;
  /** What is wrong with it; null for a whole trace. */
  readonly damage: TraceError | null;
}

/** Written as an escape in a trace; whoever reads bytes puts one where they are no text. */
const LONE_SURROGATE = /[\uD800-\uDFFF]/u;

/**
 * Reads a whole trace. Throws TraceError where it is truncated, edited, damaged or of a newer
 * version.
 */
export function readTrace(text: string): Trace {
  const events: TraceEvent[] = [];
  const reader = new TraceReader((event) => events.push(event));
  reader.push(text);
  return { ...reader.finish(), events };
}

/**
 * Reads a whole trace from the bytes of a file. Throws TraceError as `readTrace` does, and where
 * the
 * bytes are not UTF-8.
 */
export function readTraceBytes(bytes: Uint8Array): Trace {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new TraceError('the trace is damaged: its bytes are not UTF-8', 0);
  }
  return readTrace(text);
}

/** Reads a trace piece by piece and hands on its events. Throws TraceError, also after events. */
export function readEvents(
  read: TraceText,
  onEvent: (event: TraceEvent) => void,
  newHash?: NewSha256,
): { readonly header: TraceHeader; readonly end: TraceEnd } {
  const reader = new TraceReader(onEvent, newHash);
  for (let piece = read(); piece !== null; piece = read()) reader.push(piece);
  return reader.finish();
}

/** As `readEvents`, but hands on what is whole before the first damage, and says what that is. */
export function salvageEvents(
  read: TraceText,
  onEvent: (event: TraceEvent) => void,
  newHash?: NewSha256,
): Salvaged {
  const reader = new TraceReader(onEvent, newHash);
  try {
    for (let piece = read(); piece !== null; piece = read()) reader.push(piece);
    return { ...reader.finish(), damage: null };
  } catch (error) {
    if (!(error instanceof TraceError)) throw error;
    return { header: reader.header, end: null, damage: error };
  }
}

/** Reads a trace chunk by chunk and hands on each event as it is found to be whole. */
export class TraceReader {
  readonly #onEvent: (event: TraceEvent) => void;
  readonly #hash: TraceHash;
  readonly #scanner = new EventScanner();
  /** Pieces of the line that has not ended yet. */
  #rest: string[] = [];
  /** Whole lines that are not hashed yet, as far as the end of what was pushed. */
  #text = '';
  /** Where the line that is being read begins in `#text`. */
  #start = 0;
  #line = 0;
  #events = 0;
  #header: TraceHeader | null = null;
  #end: TraceEnd | null = null;

  /** `newHash`: a SHA-256 that is faster than the portable one, where there is one. */
  constructor(onEvent: (event: TraceEvent) => void, newHash?: NewSha256) {
    this.#onEvent = onEvent;
    this.#hash = new TraceHash(newHash);
  }

  /** The header, once its line was pushed. */
  get header(): TraceHeader | null {
    return this.#header;
  }

  /** Takes the next piece of text. Throws TraceError with the place of the line. */
  push(chunk: string): void {
    this.#placed(() => this.#split(chunk));
  }

  /** Checks that the trace is complete. Throws TraceError. */
  finish(): { readonly header: TraceHeader; readonly end: TraceEnd } {
    return this.#placed(() => this.#complete());
  }

  #placed<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof TraceError) || error.byte !== null) throw error;
      const byte = this.#hash.bytesWith(this.#text.slice(0, this.#start));
      throw new TraceError(error.what, error.line, byte);
    }
  }

  #split(chunk: string): void {
    const last = chunk.lastIndexOf('\n');
    if (last === -1) {
      if (chunk !== '') this.#rest.push(chunk);
      return;
    }
    this.#rest.push(chunk.slice(0, last + 1));
    const text = this.#rest.join('');
    this.#rest = last + 1 < chunk.length ? [chunk.slice(last + 1)] : [];
    this.#text = text;
    this.#start = 0;
    while (this.#start < this.#text.length) {
      if (!this.#takesEvent()) this.#takeLine();
    }
    this.#hashed();
  }

  /** Everything before the line that is being read goes into the hash. */
  #hashed(): void {
    this.#hash.update(this.#text.slice(0, this.#start));
    this.#text = this.#text.slice(this.#start);
    this.#start = 0;
  }

  /** Takes a line that is an event, the quick way; false where it is to be looked at closely. */
  #takesEvent(): boolean {
    if (this.#header === null || this.#end !== null) return false;
    const event = this.#scanner.scan(this.#text, this.#start, this.#events + 1);
    if (event === null) return false;
    this.#line++;
    this.#events++;
    this.#start = this.#scanner.end;
    this.#onEvent(event);
    return true;
  }

  #takeLine(): void {
    const line = this.#text.slice(this.#start, this.#text.indexOf('\n', this.#start));
    this.#take(line);
    this.#start += line.length + 1;
  }

  #complete(): { readonly header: TraceHeader; readonly end: TraceEnd } {
    if (this.#header === null && this.#rest.length === 0) {
      throw new TraceError('the file is empty: not a trace', 1);
    }
    if (this.#rest.length > 0) {
      expectText(this.#rest.join(''), this.#next(), this.#line + 1);
      const where = this.#end === null ? `in the middle of ${this.#next()}` : 'after its end line';
      const what = this.#end === null ? 'truncated: it stops' : 'damaged: there is text';
      throw new TraceError(`the trace is ${what} ${where}`, this.#line + 1);
    }
    if (this.#header === null || this.#end === null) {
      throw new TraceError(
        `the trace is truncated: it has no end line after event ${this.#events}`,
        this.#line + 1,
      );
    }
    return { header: this.#header, end: this.#end };
  }

  #next(): string {
    return this.#header === null ? 'its header' : `event ${this.#events + 1} or the end line`;
  }

  #take(text: string): void {
    this.#line++;
    if (this.#end !== null) {
      throw new TraceError('the trace is damaged: there is text after its end line', this.#line);
    }
    const where = this.#header === null ? 'the header' : this.#next();
    expectText(text, where, this.#line);
    const record = parseLine(text, this.#line, where);
    if (this.#header === null) this.#takeHeader(text, record);
    else if (record.has('end')) this.#takeEnd(text, record);
    else this.#takeEvent(text, record);
  }

  #takeHeader(text: string, record: ReadonlyMap<string, unknown>): void {
    const header = parseHeader(record, TRACE_VERSION);
    this.#same(text, headerLine(header), 'the header');
    this.#header = header;
  }

  #takeEvent(text: string, record: ReadonlyMap<string, unknown>): void {
    const event = parseEvent(record, this.#line, this.#events + 1);
    this.#same(text, eventLine(event), `event ${event.seq}`);
    this.#events++;
    this.#onEvent(event);
  }

  #takeEnd(text: string, record: ReadonlyMap<string, unknown>): void {
    const end = parseEnd(record, this.#line);
    this.#hashed();
    if (end.events !== this.#events) {
      throw new TraceError(
        `the end line counts ${end.events} events, but the trace has ${this.#events}`,
        this.#line,
      );
    }
    const found = this.#hash.digest();
    if (found !== end.sha256) {
      throw new TraceError(
        `the trace was edited or damaged: its SHA-256 is ${found}, its end line says ${end.sha256}`,
        this.#line,
      );
    }
    this.#same(`${text}\n`, endLine(end, this.#hash), 'the end line');
    this.#end = end;
  }

  #same(found: string, expected: string, what: string): void {
    if (found === expected) return;
    let column = 0;
    while (found[column] === expected[column]) column++;
    throw new TraceError(
      `${what} is not written as a trace writes it: expected ` +
        `${excerpt(expected, column)} at character ${column + 1}, found ${excerpt(found, column)}`,
      this.#line,
    );
  }
}

function expectText(text: string, where: string, line: number): void {
  if (!LONE_SURROGATE.test(text)) return;
  throw new TraceError(`${where} is damaged: its bytes are not UTF-8`, line);
}

function excerpt(text: string, start: number): string {
  return start >= text.length ? 'nothing' : JSON.stringify(text.slice(start, start + 20));
}
