// Every mistake of the corpus is told in exactly the words that stand beside it, all of them with
// their places; where CPython has a message for the text, ours says it on the same line.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadText, readCorpus, saidOf } from './corpus.ts';

const areas = readCorpus();
const mistakes = areas.flatMap((area) => area.mistakes);
const NOTHING = '(nothing)';

for (const { name, mistakes } of areas) {
  describe(name, () => {
    test.each(mistakes)('$title', ({ format, text, says }) => {
      expect(saidOf(format, text).trim() || NOTHING).toBe(says);
    });
  });
}

/** Where our place is another one: the start of the statement, the end of the file. */
const otherLines = new Map([
  ['a block that is missing at the end', 2],
  ['a try without except', 1],
  ['nonlocal and global', 6],
]);

describe('what CPython says of a text that it does not compile, we say on the same line', () => {
  test.each(mistakes.filter(({ cpython }) => cpython !== null))('$title', (mistake) => {
    const [, message, line] = /^\w+: (.*) \(line (\d+)\)$/s.exec(mistake.cpython!)!;
    const here = otherLines.get(mistake.title) ?? Number(line);
    const said = loadText(mistake.format, mistake.text).diagnostics;
    const told = said.filter((each) => each.span.line === here).map((each) => each.message);
    // "invalid syntax" is CPython's word for what it has none for.
    const isVague = message === 'invalid syntax';
    expect(told.some((each) => isVague || each.includes(message!))).toBe(true);
  });
});

test('no title stands twice in a file, and there are enough of them', () => {
  for (const { mistakes } of areas) {
    const titles = mistakes.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  }
  expect(mistakes.filter(({ says }) => says !== NOTHING).length).toBeGreaterThan(350);
});

test('every error has a place in its file', () => {
  for (const { format, text } of mistakes) {
    const lines = text.split('\n').length;
    for (const { span } of loadText(format, text).diagnostics) {
      expect(span.line).toBeGreaterThan(0);
      expect(span.line).toBeLessThanOrEqual(lines);
    }
  }
});

describe('the codes of warnings', () => {
  const notes = readFileSync(join(import.meta.dirname, '../../notes.md'), 'utf8');
  const explained = [...notes.matchAll(/<a id="([\w-]+)"><\/a>\*\*([\w-]+)\*\*/g)];
  const inSources = new Set(
    readdirSync(join(import.meta.dirname, '../../src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => {
        const text = readFileSync(join(import.meta.dirname, '../../src', file), 'utf8');
        const literal = /severity: 'warning',\s*code: '([\w-]+)'/g;
        const called = /#warn\(\s*'([\w-]+)'/g;
        return [...text.matchAll(literal), ...text.matchAll(called)].map((match) => match[1]!);
      }),
  );

  test('each is explained in notes.md under an anchor of its own, and nothing else is', () => {
    expect(explained.map((match) => match[1]).sort()).toEqual([...inSources].sort());
    expect(explained.filter((match) => match[1] !== match[2])).toEqual([]);
  });

  test('each is told of some mistake of the corpus', () => {
    const told = mistakes.flatMap(({ format, text }) =>
      loadText(format, text)
        .diagnostics.filter(({ severity }) => severity === 'warning')
        .map(({ code }) => code),
    );
    expect([...new Set(told)].sort()).toEqual([...inSources].sort());
  });
});
