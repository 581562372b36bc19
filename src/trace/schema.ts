// The JSON Schema (draft 7) of a line of a trace, made of the tables that the writer and the reader
// use. The order of keys, the hash and the sequence of events are beyond a schema: the reader
// checks them.

import { EVENT_FIELDS, EVENT_KINDS, TRACE_VERSION } from './event.ts';
import { EVENT_FIELD_TYPES, type FieldType } from './fields.ts';

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const integer: Schema = { type: 'integer' };
const count: Schema = { type: 'integer', minimum: 0 };
const flag: Schema = { type: 'boolean' };
const nothing: Schema = { type: 'null' };
/** What JSON lacks is a text. */
const number: Schema = {
  oneOf: [{ type: 'number' }, { enum: ['-0', 'NaN', 'Infinity', '-Infinity'] }],
};
const hash: Schema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const place: Schema = {
  oneOf: [nothing, { type: 'array', items: count, minItems: 2, maxItems: 2 }],
};

/** The schema of one line: the header, an event, or the end line. */
export function traceSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A line of a trace',
    oneOf: [
      { $ref: '#/definitions/header' },
      ...EVENT_KINDS.map((kind) => ({ $ref: `#/definitions/${kind}` })),
      { $ref: '#/definitions/end' },
    ],
    definitions: {
      header: record({
        trace: { const: TRACE_VERSION },
        sim: text,
        source: record({ name: text, sha256: hash, text }),
        params: pairs(text),
        seed: { oneOf: [integer, text] },
        ties: { enum: ['fifo', 'heapq'] },
        policy: text,
        limits: pairs(number),
        epoch: number,
        until: { oneOf: [number, nothing] },
        pool: integer,
        debug: flag,
        strict314: flag,
        argv: { type: 'array', items: text },
      }),
      ...Object.fromEntries(EVENT_KINDS.map((kind, code) => [kind, eventSchema(kind, code)])),
      end: record({
        end: { enum: ['finished', 'failed', 'deadlocked', 'limit', 'interrupted'] },
        events: count,
        time: number,
        sha256: hash,
        random: pairs(text),
        check: { type: 'string', pattern: '^[0-9a-f]{8}$' },
      }),
    },
  };
}

function eventSchema(kind: string, code: number): Schema {
  const fields = EVENT_FIELDS[code].map((name, i) => [
    name,
    typeSchema(EVENT_FIELD_TYPES[code][i]),
  ]);
  const common = {
    seq: { type: 'integer', minimum: 1 },
    iteration: count,
    time: number,
    task: count,
    kind: { const: kind },
    at: place,
    cause: count,
  };
  return record({ ...common, ...Object.fromEntries(fields) });
}

function typeSchema(type: FieldType): Schema {
  switch (type) {
    case 'string':
      return text;
    case 'string?':
      return { oneOf: [text, nothing] };
    case 'integer':
      return integer;
    case 'number':
      return number;
    case 'number?':
      return { oneOf: [number, nothing] };
    case 'boolean':
      return flag;
    default:
      return { enum: type };
  }
}

/** An object with exactly these keys. */
function record(properties: Schema): Schema {
  return {
    type: 'object',
    required: Object.keys(properties),
    additionalProperties: false,
    properties,
  };
}

function pairs(value: Schema): Schema {
  return {
    type: 'array',
    items: { type: 'array', items: [text, value], minItems: 2, maxItems: 2 },
  };
}
