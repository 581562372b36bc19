import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  EVENT_FIELDS,
  EVENT_KINDS,
  type EventKind,
  type TraceEvent,
} from '../../src/trace/event.ts';
import { EVENT_FIELD_TYPES, type FieldType } from '../../src/trace/fields.ts';
import type { TraceHeader } from '../../src/trace/header.ts';
import { JsonlWriter } from '../../src/trace/jsonl.ts';
import { readTrace, readTraceBytes, TraceReader } from '../../src/trace/read.ts';
import { header, semaphoreRun } from './script.ts';

function write(events: Iterable<TraceEvent>, head: TraceHeader = header): string {
  let text = '';
  const writer = new JsonlWriter(head, (chunk) => {
    text += chunk;
  });
  for (const event of events) writer.event(event);
  writer.finish({ end: 'finished', time: 10, random: [] });
  return text;
}

const text = write(semaphoreRun(6, 2).events());
const lines = text.split('\n');

/** The trace with one line replaced. */
function edited(line: number, change: (line: string) => string): string {
  return lines.map((old, i) => (i === line - 1 ? change(old) : old)).join('\n');
}

function fieldValue(type: FieldType): fc.Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return fc.string({ unit: 'binary' });
    case 'string?':
      return fc.option(fc.string());
    case 'integer':
      return fc.maxSafeInteger().map((n) => n + 0);
    case 'number':
      return fc.double();
    case 'number?':
      return fc.option(fc.double());
    case 'boolean':
      return fc.boolean();
    default:
      return fc.constantFrom(...type);
  }
}

const anyEvent = fc.constantFrom(...EVENT_KINDS).chain((kind: EventKind) => {
  const code = EVENT_KINDS.indexOf(kind);
  const fields = EVENT_FIELDS[code].map((name, i) => [
    name,
    fieldValue(EVENT_FIELD_TYPES[code][i]),
  ]);
  return fc.record({
    iteration: fc.nat(),
    time: fc.double(),
    task: fc.nat(),
    kind: fc.constant(kind),
    at: fc.option(fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.nat(200))),
    cause: fc.nat(),
    ...Object.fromEntries(fields),
  });
});

const anyEvents = fc
  .array(anyEvent, { maxLength: 20 })
  .map((list) => list.map((event, i) => ({ seq: i + 1, ...event }) as TraceEvent));

describe('reading what was written', () => {
  test.prop([anyEvents])('writing it again gives the same bytes', (events) => {
    const first = write(events);
    const trace = readTrace(first);
    expect(trace.events).toEqual(events);
    expect(write(trace.events, trace.header)).toBe(first);
  });

  test('gives back header and end', () => {
    const trace = readTrace(text);
    expect(trace.header).toEqual(header);
    expect(trace.end).toMatchObject({ end: 'finished', events: lines.length - 3, time: 10 });
    expect(trace.events).toEqual(semaphoreRun(6, 2).events());
  });

  test.prop([fc.array(fc.nat(text.length), { maxLength: 8 })])(
    'takes the text in pieces of any size',
    (cuts) => {
      const events: TraceEvent[] = [];
      const reader = new TraceReader((event) => events.push(event));
      const places = [0, ...cuts.sort((a, b) => a - b), text.length];
      for (let i = 1; i < places.length; i++) reader.push(text.slice(places[i - 1], places[i]));
      expect(reader.finish().end.events).toBe(events.length);
      expect(reader.header).toEqual(header);
    },
  );

  test('tells where bytes were no text', () => {
    const broken = edited(9, (line) => line.replace('"task"', '"ta\udcff"'));
    expect(() => readTrace(broken)).toThrow(
      'line 9: event 8 or the end line is damaged: its bytes are not UTF-8',
    );
  });

  test('reads bytes', () => {
    expect(readTraceBytes(new TextEncoder().encode(text)).header).toEqual(header);
  });
});

describe('damage', () => {
  const bytes = new TextEncoder().encode(text);

  test.prop([fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })], { numRuns: 1000 })(
    'of any single byte is noticed',
    (place, difference) => {
      const damaged = Uint8Array.from(bytes);
      damaged[place] ^= difference;
      expect(() => readTraceBytes(damaged)).toThrow();
    },
  );

  test.prop([fc.nat(bytes.length - 1)])('by cutting the file anywhere is noticed', (length) => {
    expect(() => readTraceBytes(bytes.slice(0, length))).toThrow(/empty|truncated|damaged/);
  });

  test.prop([fc.nat(bytes.length - 1)])('by a missing byte is noticed', (place) => {
    const damaged = Uint8Array.from([...bytes.slice(0, place), ...bytes.slice(place + 1)]);
    expect(() => readTraceBytes(damaged)).toThrow();
  });

  test.prop([fc.nat(bytes.length), fc.nat(255)])('by an added byte is noticed', (place, byte) => {
    const damaged = Uint8Array.from([...bytes.slice(0, place), byte, ...bytes.slice(place)]);
    expect(() => readTraceBytes(damaged)).toThrow();
  });

  test('of the end line alone is noticed', () => {
    expect(() => readTrace(text.replace('"time":10,"sha256"', '"time":11,"sha256"'))).toThrow(
      'the end line is not written as a trace writes it',
    );
  });
});

describe('an error names the line and what is wrong', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['an empty file', '', 'line 1: the file is empty: not a trace'],
    ['another file', 'hello\n', 'line 1: the header is damaged: not JSON'],
    ['other JSON', '{"a":1}\n', 'line 1: not a trace: no header'],
    [
      'a newer trace',
      text.replace('{"trace":1,"sim":"0.1.0"', '{"trace":2,"sim":"9.0.0"'),
      'line 1: trace version 2 (written by sim 9.0.0) is newer than this sim reads (1): ' +
        'use a newer sim',
    ],
    [
      'a trace without its end line',
      `${lines.slice(0, 5).join('\n')}\n`,
      'line 6: the trace is truncated: it has no end line after event 4',
    ],
    [
      'a trace cut in a line',
      `${lines.slice(0, 5).join('\n')}\n{"seq":5,`,
      'line 6: the trace is truncated: it stops in the middle of event 5 or the end line',
    ],
    [
      'a missing event',
      lines.filter((_, i) => i !== 4).join('\n'),
      'line 5: event 4 is missing: found event 5 instead',
    ],
    [
      'an unknown kind',
      edited(4, (line) => line.replace('object.created', 'object.exploded')),
      'line 4: event 3: unknown kind "object.exploded"',
    ],
    [
      'a kind named as a property of every object',
      edited(4, (line) => line.replace('object.created', '__proto__')),
      'line 4: event 3: unknown kind "__proto__"',
    ],
    [
      'a missing field',
      edited(4, (line) => line.replace('"class":"Semaphore",', '')),
      "line 4: event 3: 'class' is missing",
    ],
    [
      'a field that is too many',
      edited(3, (line) => line.replace('"cause":0', '"cause":0,"why":1')),
      'line 3: event 2: unknown key "why"',
    ],
    [
      'a field of the wrong type',
      edited(4, (line) => line.replace('"capacity":2', '"capacity":"two"')),
      'line 4: event 3: \'capacity\' is a number or null, found "two"',
    ],
    [
      'keys in another order',
      edited(3, (line) => line.replace('"seq":2,"iteration":1', '"iteration":1,"seq":2')),
      "line 3: event 2: keys in the wrong order: 'iteration' stands where 'seq' belongs",
    ],
    [
      'a number in another spelling',
      edited(3, (line) => line.replace('"time":0,', '"time":0.0,')),
      'line 3: event 2 is not written as a trace writes it: expected ' +
        '",\\"task\\":1,\\"kind\\":\\"ta" at character 32, found ".0,\\"task\\":1,\\"kind\\":\\""',
    ],
    [
      'a value changed with care',
      edited(4, (line) => line.replace('"capacity":2', '"capacity":3')),
      `line ${lines.length - 1}: the trace was edited or damaged: its SHA-256 is `,
    ],
    [
      'text after the end',
      `${text}{}\n`,
      `line ${lines.length}: the trace is damaged: there is text after its end line`,
    ],
  ];

  test.each(cases)('%s', (_, damaged, message) => {
    expect(damaged).not.toBe(text);
    expect(() => readTrace(damaged)).toThrow(message);
  });

  test('Windows line ends are not taken for the trace', () => {
    expect(() => readTrace(text.replaceAll('\n', '\r\n'))).toThrow('line 1: the header is not');
  });
});
