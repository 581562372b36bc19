// Programs that combine what one would not combine, as text: the same lines at the same times in
// the same iterations as on CPython 3.14.2, the same outcomes, the same handles.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recordedTexts, runOf, runText } from './text-runs.ts';

const FOLDER = join(import.meta.dirname, 'odd-programs');
const records = recordedTexts('odd-programs');

test('what was recorded is what stands there', () => {
  const files = readdirSync(FOLDER).sort((a, b) => (a < b ? -1 : 1));
  const texts = files.map((file) => [file, readFileSync(join(FOLDER, file), 'utf8')]);
  expect(texts).toEqual(records.map(({ name, text }) => [`${name}.py`, text]));
});

describe('odd programs, on CPython and here', () => {
  for (const record of records) {
    test(record.name.replaceAll('-', ' '), () => {
      expect(runText(record.text)).toEqual(runOf(record));
    });
  }
});
