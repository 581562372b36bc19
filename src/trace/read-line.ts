// Judges the parsed lines of a trace: which keys, in which order, of which type. Lines become maps
// first, so that no string of a file is used as the name of a property. Unknown keys, kinds and
// types are errors: a reader that guesses would show a run that never was.

import {
  type EndStatus,
  EVENT_FIELDS,
  EVENT_KINDS,
  type EventKind,
  type TraceEvent,
} from './event.ts';
import { describe, EVENT_FIELD_TYPES, type FieldType, fits } from './fields.ts';
import type { TraceEnd, TraceHeader } from './header.ts';

/** A trace that cannot be read: `line` counts from 1, 0 where no line is to blame. */
export class TraceError extends Error {
  readonly line: number;
  /** What is wrong, without the place. */
  readonly what: string;
  /** Offset of the line's first byte, where the reader knows it. */
  readonly byte: number | null;

  constructor(what: string, line: number, byte: number | null = null) {
    super(line === 0 ? what : `line ${line}: ${what}`);
    this.name = 'TraceError';
    this.what = what;
    this.line = line;
    this.byte = byte;
  }
}

type Line = ReadonlyMap<string, unknown>;

const EVENT_KEYS = ['seq', 'iteration', 'time', 'task', 'kind', 'at', 'cause'];
const HEADER_KEYS = [
  'trace',
  'sim',
  'source',
  'params',
  'seed',
  'ties',
  'policy',
  'limits',
  'epoch',
  'until',
  'pool',
  'debug',
  'strict314',
  'argv',
];
const END_KEYS = ['end', 'events', 'time', 'sha256', 'random', 'check'];
const END_STATES: readonly EndStatus[] = [
  'finished',
  'failed',
  'deadlocked',
  'limit',
  'interrupted',
];

const SPECIAL_NUMBERS: ReadonlyMap<unknown, number> = new Map([
  ['-0', -0],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
]);

const KIND_CODES: ReadonlyMap<unknown, number> = new Map(
  EVENT_KINDS.map((kind, code) => [kind, code]),
);

/** The keys and values of one line. `where` names the line in errors. */
export function parseLine(text: string, line: number, where: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new TraceError(`${where} is damaged: not JSON`, line);
  }
  return asLine(value, line, where);
}

/**
 * The header of a first line. Throws TraceError where it is none, or of a version above `newest`.
 */
export function parseHeader(record: Line, newest: number): TraceHeader {
  const version = record.get('trace');
  if (version === undefined) throw new TraceError('not a trace: no header', 1);
  if (typeof version === 'number' && version > newest) {
    const writer = record.get('sim');
    const by = typeof writer === 'string' ? ` (written by sim ${writer})` : '';
    throw new TraceError(
      `trace version ${version}${by} is newer than this sim reads (${newest}): use a newer sim`,
      1,
    );
  }
  if (version !== newest) throw new TraceError(`unknown trace version`, 1);
  expectKeys(record, HEADER_KEYS, 1, 'the header');
  const source = asLine(record.get('source'), 1, "the header's source");
  expectKeys(source, ['name', 'sha256', 'text'], 1, "the header's source");
  const get = <T>(from: Line, key: string, type: FieldType) =>
    field<T>(from, key, type, 1, 'the header');
  const seed = record.get('seed');
  return {
    trace: version,
    sim: get(record, 'sim', 'string'),
    source: {
      name: get(source, 'name', 'string'),
      sha256: get(source, 'sha256', 'string'),
      text: get(source, 'text', 'string'),
    },
    params: pairsOf(record, 'params', 'string', 1, 'the header'),
    seed: typeof seed === 'string' ? seed : get<number>(record, 'seed', 'integer'),
    ties: get(record, 'ties', 'string'),
    policy: get(record, 'policy', 'string'),
    limits: pairsOf(record, 'limits', 'number', 1, 'the header'),
    epoch: get(record, 'epoch', 'number'),
    until: get(record, 'until', 'number?'),
    pool: get(record, 'pool', 'integer'),
    debug: get(record, 'debug', 'boolean'),
    strict314: get(record, 'strict314', 'boolean'),
    argv: textsOf(record.get('argv'), 'argv', 1, 'the header'),
  };
}

/** The event of a line, whose `seq` must be `expected`. Throws TraceError. */
export function parseEvent(record: Line, line: number, expected: number): TraceEvent {
  const seq = record.get('seq');
  if (seq === undefined) throw new TraceError('neither an event nor an end line', line);
  if (seq !== expected) {
    throw new TraceError(`event ${expected} is missing: found event ${shown(seq)} instead`, line);
  }
  const where = `event ${expected}`;
  const code = KIND_CODES.get(record.get('kind'));
  if (code === undefined) {
    throw new TraceError(`${where}: unknown kind ${shown(record.get('kind'))}`, line);
  }
  expectKeys(record, [...EVENT_KEYS, ...EVENT_FIELDS[code]], line, where);
  const event = {
    seq: expected,
    iteration: count(record, 'iteration', line, where),
    time: field<number>(record, 'time', 'number', line, where),
    task: count(record, 'task', line, where),
    kind: EVENT_KINDS[code] as EventKind,
    at: place(record, line, where),
    cause: count(record, 'cause', line, where),
  };
  const fields = EVENT_FIELDS[code].map((name, i) => [
    name,
    field<unknown>(record, name, EVENT_FIELD_TYPES[code][i], line, where),
  ]);
  return Object.freeze(Object.assign(event, Object.fromEntries(fields))) as TraceEvent;
}

/** What the end line says. Throws TraceError. */
export function parseEnd(record: Line, line: number): TraceEnd {
  const where = 'the end line';
  expectKeys(record, END_KEYS, line, where);
  return {
    end: field<EndStatus>(record, 'end', END_STATES, line, where),
    events: count(record, 'events', line, where),
    time: field<number>(record, 'time', 'number', line, where),
    sha256: field<string>(record, 'sha256', 'string', line, where),
    random: pairsOf<string>(record, 'random', 'string', line, where),
  };
}

function asLine(value: unknown, line: number, where: string): Line {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TraceError(`${where} is damaged: not a JSON object`, line);
  }
  return new Map(Object.entries(value));
}

function expectKeys(record: Line, keys: readonly string[], line: number, where: string): void {
  const missing = keys.find((key) => !record.has(key));
  if (missing !== undefined) throw new TraceError(`${where}: '${missing}' is missing`, line);
  const found = [...record.keys()];
  const unknown = found.find((key) => !keys.includes(key));
  if (unknown !== undefined) throw new TraceError(`${where}: unknown key ${shown(unknown)}`, line);
  const wrong = found.findIndex((key, i) => key !== keys[i]);
  if (wrong === -1) return;
  throw new TraceError(
    `${where}: keys in the wrong order: '${found[wrong]}' stands where '${keys[wrong]}' belongs`,
    line,
  );
}

function field<T>(record: Line, key: string, type: FieldType, line: number, where: string): T {
  const found = record.get(key);
  const numeric = type === 'number' || type === 'number?';
  const value = numeric ? (SPECIAL_NUMBERS.get(found) ?? found) : found;
  if (!fits(type, value)) {
    throw new TraceError(`${where}: '${key}' is ${describe(type)}, found ${shown(found)}`, line);
  }
  return value as T;
}

function count(record: Line, key: string, line: number, where: string): number {
  const value = field<number>(record, key, 'integer', line, where);
  if (value < 0) throw new TraceError(`${where}: '${key}' is negative`, line);
  return value;
}

function place(record: Line, line: number, where: string): readonly [number, number] | null {
  const at = record.get('at');
  if (isPlace(at)) return at === null ? null : Object.freeze(at);
  throw new TraceError(`${where}: 'at' is [line, column] or null, found ${shown(at)}`, line);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isPlace(at: unknown): at is readonly [number, number] | null {
  if (at === null) return true;
  return Array.isArray(at) && at.length === 2 && at[0] > 0 && isCount(at[0]) && isCount(at[1]);
}

function pairsOf<T>(
  record: Line,
  key: string,
  type: FieldType,
  line: number,
  where: string,
): readonly (readonly [string, T])[] {
  const list = record.get(key);
  if (!Array.isArray(list)) throw new TraceError(`${where}: '${key}' is not a list`, line);
  return list.map((pair: unknown): readonly [string, T] => {
    if (!Array.isArray(pair) || pair.length !== 2 || typeof pair[0] !== 'string') {
      throw new TraceError(`${where}: '${key}' is a list of [name, value] pairs`, line);
    }
    return [pair[0], field<T>(new Map([[key, pair[1]]]), key, type, line, where)];
  });
}

function textsOf(list: unknown, key: string, line: number, where: string): readonly string[] {
  if (Array.isArray(list) && list.every((each) => typeof each === 'string')) return list;
  throw new TraceError(`${where}: '${key}' is not a list of texts`, line);
}

/** A value of the file in a message: JSON, short. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'object' && value !== null) {
    return Array.isArray(value) ? 'a list' : 'an object';
  }
  const text = JSON.stringify(value);
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}
