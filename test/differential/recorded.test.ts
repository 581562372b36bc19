// Snippets of all themes with what CPython 3.14.2 printed for them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runSnippet } from './run-snippet.ts';
import { THEMES } from './themes.ts';

interface Recorded {
  readonly theme: string;
  readonly text: string;
  readonly prints: string;
}

const file = readFileSync(join(import.meta.dirname, 'recorded.jsonl'), 'utf8');
const records = file
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);

describe('snippets print here what CPython prints', () => {
  test('there are some of every theme', () => {
    expect(new Set(records.map(({ theme }) => theme))).toEqual(new Set(THEMES));
    expect(records.length).toBeGreaterThanOrEqual(30 * THEMES.length);
  });

  test.each(THEMES)('%s', (name) => {
    const some = records.filter(({ theme }) => theme === name);
    const written = (prints: (record: Recorded) => string): string[] =>
      some.map((record) => `${record.text}# prints\n${prints(record)}`);
    expect(written(({ text }) => runSnippet(text))).toEqual(written(({ prints }) => prints));
  });
});
