// A trace as text: one JSON object a line, LF, keys in the order of header.ts and event.ts, no
// spaces. Numbers by String(x); -0, NaN and the infinities, which JSON lacks, are the strings "-0",
// "NaN", "Infinity" and "-Infinity". Text as JSON.stringify writes it: lone surrogates are escaped,
// so the bytes are valid UTF-8. The end line's `sha256` covers all bytes before that line (`head -n
// -1 F | sha256sum`); its last key, `check`, is the first 8 digits of the SHA-256 of everything
// before `,"check"`, so that damage to the end line is noticed too. Same events, same bytes.

import { InternalError, invariant, LimitReached } from '../base/stop.ts';
import { EVENT_FIELDS, EVENT_KINDS, type EventKind, type TraceEvent } from './event.ts';
import { describe, EVENT_FIELD_TYPES, fits } from './fields.ts';
import type { RunEnd, TraceEnd, TraceHeader } from './header.ts';
import { type NewSha256, portableSha256, type Sha256 } from './sha256.ts';
import { type EventBatch, FIELDS, type TraceSink } from './tracer.ts';

/** Events a chunk of text holds when it is handed on, if they come one by one. */
const CHUNK = 65536;

/** Hex digits of `check`. */
const CHECK_DIGITS = 8;

/** Writes a trace; `write` gets its text in chunks that end with a line. */
export class JsonlWriter implements TraceSink {
  readonly wants = null;
  readonly #write: (text: string) => void;
  readonly #hash: TraceHash;
  readonly #maxBytes: number;
  #isFull = false;
  #events = 0;
  #pending = '';
  #ended = false;

  /** `maxBytes`: how long it may be before the run is ended; at least the last batch comes on top. */
  constructor(
    header: TraceHeader,
    write: (text: string) => void,
    maxBytes = Number.POSITIVE_INFINITY,
    newHash: NewSha256 = portableSha256,
  ) {
    this.#hash = new TraceHash(newHash);
    this.#write = write;
    this.#maxBytes = maxBytes;
    this.#put(`${headerLine(header)}\n`);
  }

  /** Number of events so far. */
  get events(): number {
    return this.#events;
  }

  receive(batch: EventBatch): void {
    invariant(batch.first === this.#events + 1, 'batches of events come in order');
    let text = this.#pending;
    for (let i = 0; i < batch.length; i++) {
      const code = batch.kinds[i];
      const head = headText(
        batch.first + i,
        batch.iterations[i],
        batch.times[i],
        batch.tasks[i],
        code,
      );
      const line = batch.lines[i];
      const at = line === 0 ? 'null' : `[${line},${batch.columns[i]}]`;
      const cause = numberText(batch.causes[i]);
      const fields = fieldsText(code, batch.fields, i * FIELDS);
      text += `${head}${at},"cause":${cause}${fields}}\n`;
    }
    this.#events += batch.length;
    this.#pending = '';
    this.#put(text);
    if (batch.isWhole) this.runEnded();
  }

  /**
   * Compares its length with the limit: after whole batches and at the end, never where a slice of
   * the run happens to end, so that every run ends at the same event. Throws LimitReached, once.
   */
  runEnded(): void {
    if (this.#isFull || this.#hash.bytes <= this.#maxBytes) return;
    this.#isFull = true;
    throw new LimitReached('bytes of a trace', this.#maxBytes, '--max-trace');
  }

  /** Writes one event, which must be the next. */
  event(event: TraceEvent): void {
    invariant(event.seq === this.#events + 1, 'events come in order');
    this.#events++;
    this.#pending += `${eventLine(event)}\n`;
    if (this.#pending.length >= CHUNK) this.#flush();
  }

  /** Writes the end line, once, and returns what it says. */
  finish(run: RunEnd): TraceEnd {
    invariant(!this.#ended, 'a trace ends once');
    this.#ended = true;
    this.#flush();
    const end = { ...run, events: this.#events, sha256: this.#hash.digest() };
    this.#put(endLine(end, this.#hash));
    return end;
  }

  #flush(): void {
    const text = this.#pending;
    this.#pending = '';
    if (text !== '') this.#put(text);
  }

  #put(text: string): void {
    this.#hash.update(text);
    this.#write(text);
  }
}

/** SHA-256 of text in UTF-8, as it grows. */
export class TraceHash {
  readonly #encoder = new TextEncoder();
  readonly #hash: Sha256;
  bytes = 0;

  constructor(newHash: NewSha256 = portableSha256) {
    this.#hash = newHash();
  }

  update(text: string): void {
    const bytes = this.#encoder.encode(text);
    this.bytes += bytes.length;
    this.#hash.update(bytes);
  }

  /** The number of bytes if `text` followed. */
  bytesWith(text: string): number {
    return this.bytes + this.#encoder.encode(text).length;
  }

  /** The hash of everything so far, lower-case hexadecimal; more may follow. */
  digest(): string {
    return this.#hash.copy().digest();
  }

  /** The hash if `text` followed. */
  digestWith(text: string): string {
    const hash = this.#hash.copy();
    hash.update(this.#encoder.encode(text));
    return hash.digest();
  }
}

/** The first line, without its line feed. */
export function headerLine(header: TraceHeader): string {
  const { source } = header;
  return (
    `{"trace":${numberText(header.trace)},"sim":${quote(header.sim)},` +
    `"source":{"name":${quote(source.name)},"sha256":${quote(source.sha256)},` +
    `"text":${quote(source.text)}},"params":${pairs(header.params, quote)},` +
    `"seed":${typeof header.seed === 'string' ? quote(header.seed) : numberText(header.seed)},` +
    `"ties":${quote(header.ties)},"policy":${quote(header.policy)},` +
    `"limits":${pairs(header.limits, numberText)},"epoch":${numberText(header.epoch)},` +
    `"until":${header.until === null ? 'null' : numberText(header.until)},` +
    `"pool":${numberText(header.pool)},"debug":${header.debug},` +
    `"strict314":${header.strict314},"argv":[${header.argv.map(quote).join(',')}]}`
  );
}

/** The last line with its line feed; `before` has hashed everything before it. */
export function endLine(end: TraceEnd, before: TraceHash): string {
  const body =
    `{"end":${quote(end.end)},"events":${end.events},"time":${numberText(end.time)},` +
    `"sha256":${quote(end.sha256)},"random":${pairs(end.random, quote)}`;
  return `${body},"check":"${before.digestWith(body).slice(0, CHECK_DIGITS)}"}\n`;
}

/** The line of an event, without its line feed. */
export function eventLine(event: TraceEvent): string {
  const code = CODES.get(event.kind)!;
  // The names are ours, from EVENT_FIELDS: no string of a file is used as a key.
  const record = event as unknown as Readonly<Record<string, unknown>>;
  const values = EVENT_FIELDS[code].map((name) => record[name]);
  const head = headText(event.seq, event.iteration, event.time, event.task, code);
  const at = event.at === null ? 'null' : `[${event.at[0]},${event.at[1]}]`;
  return `${head}${at},"cause":${numberText(event.cause)}${fieldsText(code, values, 0)}}`;
}

/** A number as it stands in a trace. */
export function numberText(value: number): string {
  if (value === 0) return Object.is(value, -0) ? '"-0"' : '0';
  return value - value === 0 ? String(value) : `"${String(value)}"`;
}

const CODES: ReadonlyMap<EventKind, number> = new Map(
  EVENT_KINDS.map((kind, code) => [kind, code]),
);

const AT_TEXT: readonly string[] = EVENT_KINDS.map((kind) => `,"kind":"${kind}","at":`);

const FIELD_KEYS: readonly (readonly string[])[] = EVENT_FIELDS.map((names) =>
  names.map((name) => `,"${name}":`),
);

/** An event up to the value of `at`. */
function headText(
  seq: number,
  iteration: number,
  time: number,
  task: number,
  code: number,
): string {
  return (
    `{"seq":${seq},"iteration":${iteration},"time":${numberText(time)},"task":${task}` +
    AT_TEXT[code]
  );
}

/** The fields of an event's kind, whose values start at `offset`, each with a comma before it. */
function fieldsText(code: number, values: readonly unknown[], offset: number): string {
  const keys = FIELD_KEYS[code];
  const types = EVENT_FIELD_TYPES[code];
  let text = '';
  for (let i = 0; i < keys.length; i++) {
    const value = values[offset + i];
    if (!fits(types[i], value)) refuse(code, i, value);
    text += keys[i];
    text += typeof value === 'string' ? quote(value) : scalarText(value);
  }
  return text;
}

function scalarText(value: unknown): string {
  return typeof value === 'number' ? numberText(value) : String(value);
}

function refuse(code: number, field: number, value: unknown): never {
  const name = EVENT_FIELDS[code][field];
  const expected = describe(EVENT_FIELD_TYPES[code][field]);
  throw new InternalError(
    `${EVENT_KINDS[code]}: ${name} is ${expected}, but was emitted as ${typeof value}`,
  );
}

/** What needs no escape in JSON and is ASCII. */
const SIMPLE = /^[ !#-[\]-~]*$/;

function quote(text: string): string {
  return text.length < 64 && SIMPLE.test(text) ? `"${text}"` : JSON.stringify(text);
}

function pairs<T>(list: readonly (readonly [string, T])[], write: (value: T) => string): string {
  return `[${list.map(([name, value]) => `[${quote(name)},${write(value)}]`).join(',')}]`;
}
