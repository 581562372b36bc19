import { describe, expect, test } from 'vitest';
import type { Diagnostic, Report } from '../../src/base/diagnostic.ts';
import type { DocumentNode } from '../../src/scenario/document.ts';
import {
  durationOf,
  readCount,
  readDuration,
  readKeys,
  readText,
  readWords,
} from '../../src/scenario/fields.ts';
import { readYaml } from '../../src/scenario/yaml.ts';

/** What a reader makes of a YAML value, and what it says. */
function read<T>(text: string, reader: (report: Report, node: DocumentNode) => T) {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  const value = reader(report, readYaml(text, report)!);
  return { value, said: diagnostics.map(({ message }) => message) };
}

describe('a duration', () => {
  test.each([
    ['90s', 90],
    ['500ms', 0.5],
    ['5m', 300],
    ['5min', 300],
    ['1h', 3600],
    ['2d', 172800],
    ['1y', 31557600],
    ['1h 30m', 5400],
    ['1h30m', 5400],
    ['1.5h', 5400],
  ])('%s is %d seconds', (text, seconds) => {
    expect(durationOf(text)).toBe(seconds);
  });

  test.each(['', 's', '5', '5 apples', '1h-', '-1h', '0s', '1e3s', '1h 30', '9'.repeat(99)])(
    '%j is none',
    (text) => {
      expect(durationOf(text)).toBeNull();
    },
  );

  test('may be a number of seconds, but not nothing', () => {
    expect(read('1.5', readDuration).value).toBe(1.5);
    expect(read('0', readDuration).value).toBeNull();
    expect(read('[1]', readDuration).said).toEqual([
      'expected a duration such as 90s, 5m, 1h or a number of seconds, found a list',
    ]);
  });
});

describe('a count', () => {
  const count = (report: Report, node: DocumentNode) => readCount(report, node, 1);

  test.each([
    ['1', 1],
    ['1_000_000', 1000000],
    ['1e6', 1000000],
    ['9007199254740991', 9007199254740991],
  ])('%s is %d', (text, value) => {
    expect(read(text, count)).toEqual({ value, said: [] });
  });

  test.each([
    ['0', 'found the number 0'],
    ['1.5', 'found the number 1.5'],
    ['-3', 'found the number -3'],
    ['9007199254740992', 'found the number 9007199254740992'],
    ['many', "found the text 'many'"],
    ['true', 'found true'],
    ['', 'found nothing'],
  ])('%j is none', (text, found) => {
    const { value, said } = read(`[${text}${text === '' ? 'null' : ''}]`, (report, node) =>
      node.kind === 'sequence' ? count(report, node.items[0]!) : null,
    );
    expect(value).toBeNull();
    expect(said[0]).toMatch(
      `expected a whole number from 1 up, ${found === 'found nothing' ? 'found nothing' : found}`,
    );
  });
});

test('a text is a text', () => {
  expect(read('some words', readText)).toEqual({ value: 'some words', said: [] });
  expect(read('5', readText).said).toEqual(['expected a text, found the number 5']);
});

test('keys are known ones, the unknown told with the nearest or with all', () => {
  const keys = (report: Report, node: DocumentNode) =>
    readKeys(report, node, ['vary', 'runs'], 'in explore').map(({ key }) => key.source.text);
  expect(read('{vary: 1, runs: 2}', keys)).toEqual({ value: ['vary', 'runs'], said: [] });
  expect(read('{very: 1, runs: 2}', keys)).toEqual({
    value: ['runs'],
    said: ["unknown key 'very' in explore"],
  });
  expect(read('[1]', keys).said).toEqual(['expected a mapping, found a list']);
});

test('words are known ones', () => {
  const words = (report: Report, node: DocumentNode) =>
    readWords(report, node, ['ties', 'sets'], 'kind');
  expect(read('[ties, sets]', words).value).toEqual(['ties', 'sets']);
  expect(read('[tie, 5]', words)).toEqual({
    value: [],
    said: ["unknown kind 'tie'", 'expected a kind, found the number 5'],
  });
  expect(read('ties', words).said).toEqual(["expected a list of kinds, found the text 'ties'"]);
});
