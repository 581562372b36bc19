// The document of the format beside the code: the same keys, kinds, fields and types, in the same
// order.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EVENT_FIELDS, EVENT_KINDS, TRACE_VERSION } from '../../src/trace/event.ts';
import { EVENT_FIELD_TYPES, type FieldType } from '../../src/trace/fields.ts';
import { JsonlWriter } from '../../src/trace/jsonl.ts';
import { header, semaphoreRun } from './script.ts';

const text = readFileSync(new URL('../../src/trace/format.md', import.meta.url), 'utf8');

/** The rows of the table whose first column has this heading, nth of its kind. */
function table(heading: string, nth = 0): string[][] {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, i) => (line.startsWith(`| ${heading} |`) ? [i + 2] : []));
  const rows = lines.slice(starts[nth]);
  return rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith('|')),
    )
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
}

const keys = (rows: string[][]): string[] => rows.map(([key]) => key);

const written: string[] = [];
const writer = new JsonlWriter(header, (piece) => written.push(piece));
for (const event of semaphoreRun(3, 2).events()) writer.event(event);
writer.finish({ end: 'finished', time: 0, random: [] });
const lines = written.join('').trimEnd().split('\n');

function typeText(type: FieldType): string {
  return typeof type === 'string' ? type : type.join('/');
}

describe('the document of the trace format', () => {
  test('is of the version that is written', () => {
    expect(text).toContain(`# The trace format, version ${TRACE_VERSION}\n`);
  });

  test('has the keys of the header, of every event and of the end line', () => {
    expect(keys(table('key', 0))).toEqual(Object.keys(JSON.parse(lines[0])));
    expect(keys(table('key', 1))).toEqual(Object.keys(JSON.parse(lines[1])).slice(0, 7));
    expect(keys(table('key', 2))).toEqual(Object.keys(JSON.parse(lines.at(-1)!)));
  });

  test('has every kind with its fields and their types', () => {
    const fields = EVENT_FIELDS.map((names, code) =>
      names.map((name, i) => `${name}: ${typeText(EVENT_FIELD_TYPES[code][i])}`).join(', '),
    );
    expect(table('kind').map((row) => row.slice(0, 2))).toEqual(
      EVENT_KINDS.map((kind, code) => [kind, fields[code]]),
    );
  });
});
