import { expect, test } from 'vitest';
import { codeOf, EVENT_FIELDS, EVENT_KINDS } from '../../src/trace/event.ts';
import { Kind } from '../../src/trace/tracer.ts';

test('kinds are nouns and verbs, each with its own code', () => {
  for (const kind of EVENT_KINDS) expect(kind).toMatch(/^[a-z]+\.[a-z]+(?:-[a-z]+)*$/);
  const codes = EVENT_KINDS.map(codeOf);
  expect(codes).toEqual(EVENT_KINDS.map((_, index) => index));
});

test('a kind has at most the four fields that a column holds, none named like a field of all', () => {
  const common = ['seq', 'iteration', 'time', 'task', 'kind', 'at', 'cause'];
  for (const names of EVENT_FIELDS) {
    expect(names.length).toBeLessThanOrEqual(4);
    expect(names.filter((name) => common.includes(name))).toEqual([]);
  }
});

test('whoever emits has a name for every kind', () => {
  const camel = (kind: string): string =>
    kind.replace(/[.-](\w)/g, (_, c: string) => c.toUpperCase());
  const named = Object.entries(Kind).map(([name, code]) => [name, EVENT_KINDS[code]]);
  expect(named).toEqual(EVENT_KINDS.map((kind) => [camel(kind), kind]));
});
