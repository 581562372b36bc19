import { expect, test } from 'vitest';
import { EVENT_FIELDS, EVENT_KINDS } from '../../src/trace/event.ts';
import { traceSchema } from '../../src/trace/schema.ts';

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
