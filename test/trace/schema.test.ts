import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { EVENT_FIELDS, EVENT_KINDS } from '../../src/trace/event.ts';
import { traceSchema } from '../../src/trace/schema.ts';
import { recorded, WORKERS } from '../replay/programs.ts';

test('the schema has the header, every kind with its fields, and the end', () => {
  const { definitions, oneOf } = traceSchema() as {
    definitions: Record<string, { required: string[] }>;
    oneOf: { $ref: string }[];
  };
  const names = ['header', ...EVENT_KINDS, 'end'];
  expect(oneOf.map(({ $ref }) => $ref)).toEqual(names.map((name) => `#/definitions/${name}`));
  const common = ['seq', 'iteration', 'time', 'task', 'kind', 'at', 'cause'];
  for (const [code, kind] of EVENT_KINDS.entries()) {
    expect(definitions[kind].required).toEqual([...common, ...EVENT_FIELDS[code]]);
  }
});

test('an independent validator takes every line of a trace, and no other', () => {
  const validate = new Ajv({ strict: false }).compile(traceSchema());
  const lines = recorded(WORKERS).trace.trimEnd().split('\n');
  for (const line of lines) expect([validate(JSON.parse(line)), line]).toEqual([true, line]);
  const [header, event] = lines.map((line) => JSON.parse(line));
  const end = JSON.parse(lines.at(-1)!);
  for (const wrong of [
    { ...header, trace: 2 },
    { ...header, other: 1 },
    { ...event, seq: 0 },
    { ...event, kind: 'task.lost' },
    { ...event, name: 5 },
    { ...event, at: [1] },
    { ...end, end: 'lost' },
    { ...end, sha256: 'abc' },
  ]) {
    expect(validate(wrong)).toBe(false);
  }
});
