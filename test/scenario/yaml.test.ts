import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import type { DocumentNode } from '../../src/scenario/document.ts';
import { readYaml } from '../../src/scenario/yaml.ts';

function read(text: string): { root: DocumentNode | null; messages: readonly string[] } {
  const diagnostics: Diagnostic[] = [];
  const root = readYaml(text, (diagnostic) => diagnostics.push(diagnostic));
  const messages = diagnostics.map(({ span, message }) => `${span.line}:${span.column} ${message}`);
  return { root, messages };
}

/** The value of a node as js-yaml would make it. */
function plainValue(node: DocumentNode): unknown {
  if (node.kind === 'sequence') return node.items.map(plainValue);
  if (node.kind === 'scalar') return typeof node.value === 'bigint' ? 0 : node.value;
  if (node.kind === 'broken') return 'broken';
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, plainValue(value)]));
}

/** A node with its place, `line:column-line:column`, and what it holds. */
function outline(node: DocumentNode): unknown {
  const { line, column, endLine, endColumn } = node.span;
  const place = `${line}:${column}-${endLine}:${endColumn}`;
  if (node.kind === 'scalar') return `${place} ${String(node.value)}`;
  if (node.kind === 'sequence') return [place, ...node.items.map(outline)];
  if (node.kind === 'broken') return `${place} broken`;
  return [place, ...node.entries.map(({ key, value }) => [outline(key), outline(value)])];
}

describe('YAML', () => {
  test.each([
    'a: 1\nb: [x, "y", \'z\', {c: d}]\n',
    '- null\n- ~\n-\n- true\n- False\n- NULL\n- nope\n',
    '[0x1F, 0o17, 12, +3, -4, 1.5, .5, 1., 1e3, -2E-2, 1_000, 0b1]',
    '? a\n: b\n? c\n',
    '{a, b: , "c": 1}',
    '--- # one document\na: |\n  text\nb: >-\n  more\n  text\n...\n',
    '%YAML 1.2\n---\na: b\n',
    '# only\nkey: value # comment\n',
    '- - a\n  - b\n- c: d\n  e: f\n',
  ])('%j is read as js-yaml reads it', (text) => {
    const { root, messages } = read(text);
    expect(messages).toEqual([]);
    expect(plainValue(root!)).toEqual(load(text));
  });

  test('has the place of every key, value and item', () => {
    const { root } = read('key: "a"\nlist:\n  - x y\n  - {m: [1, 2 ]}\nnone:\n');
    expect(outline(root!)).toEqual([
      '1:1-5:5',
      ['1:1-1:4 key', '1:6-1:9 a'],
      [
        '2:1-2:5 list',
        [
          '3:3-4:17',
          '3:5-3:8 x y',
          ['4:5-4:17', ['4:6-4:7 m', ['4:9-4:16', '4:10-4:11 1', '4:13-4:14 2']]],
        ],
      ],
      ['5:1-5:5 none', '5:5-5:5 null'],
    ]);
  });

  test('counts columns in code points and takes every kind of line break', () => {
    const { root } = read('a: 😀\r\nb: {é: x}\rc: y');
    expect(outline(root!)).toEqual([
      '1:1-3:5',
      ['1:1-1:2 a', '1:4-1:5 😀'],
      ['2:1-2:2 b', ['2:4-2:10', ['2:5-2:6 é', '2:8-2:9 x']]],
      ['3:1-3:2 c', '3:4-3:5 y'],
    ]);
  });

  test('keeps every digit of an int', () => {
    const { root } = read('9007199254740993');
    expect(root?.kind === 'scalar' && root.value).toBe(9007199254740993n);
  });

  test('may nest 64 levels deep and no deeper', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(read(nested(64)).messages).toEqual([]);
    expect(read(nested(65)).messages).toEqual(['1:65 the file is nested more than 64 levels deep']);
    expect(read(`${'- '.repeat(64)}x`).messages).toEqual([]);
    expect(read(`${'- '.repeat(65)}x`).messages).toEqual([
      '1:129 the file is nested more than 64 levels deep',
    ]);
    expect(read('['.repeat(100_000)).messages).toHaveLength(1);
  });

  test('may have 200,000 nodes and no more', () => {
    const list = (items: number) => `[${Array(items).fill('1').join(',')}]`;
    expect(read(list(199_999)).messages).toEqual([]);
    expect(read(list(200_000)).messages).toEqual([
      '1:400000 the file has more than 200000 keys and values',
    ]);
  });

  test('knows key names that mean something to JavaScript', () => {
    const { root, messages } = read('__proto__: 1\nconstructor: 2\n');
    expect(messages).toEqual([]);
    const keys = root?.kind === 'mapping' ? root.entries.map(({ key }) => key.value) : [];
    expect(keys).toEqual(['__proto__', 'constructor']);
  });
});

describe('what a scenario does not need is refused with its place', () => {
  test.each([
    ['a: &b 1', "1:4 YAML takes '&' at the start of a text for an anchor"],
    ['a: &b\n  c: 1', "1:4 YAML takes '&' at the start of a text for an anchor"],
    ['a: !x 1', "1:4 YAML takes '!' at the start of a text for a tag"],
    ['!!map {a: 1}', "1:1 YAML takes '!' at the start of a text for a tag"],
    ['a: 1\n<<: {b: 1}', '2:1 a scenario has no merge keys'],
    ['a: 1\na: 2', "2:1 key 'a' occurs twice"],
    ['1: a\n1: b', '2:1 key 1 occurs twice'],
    ['{a: 1, a: 2}', "1:8 key 'a' occurs twice"],
    ['a: 1\n---\nb: 2', '2:1 a scenario is one document'],
    ['[a]: 1', '1:1 a key is a text'],
    ['a: .nan', '1:4 .nan is not a finite number'],
    ['a: 1e999', '1:4 1e999 is too large for a float'],
    [`a: ${'9'.repeat(4301)}`, '1:4 an int has at most 4300 digits'],
  ])('%s', (text, message) => {
    expect(read(text).messages).toEqual([message]);
  });

  test('but a quoted << is a key like any other', () => {
    expect(read('"<<": 1').messages).toEqual([]);
  });
});

describe('what is not YAML is told with its place', () => {
  test.each([
    ['a: [1, 2', '1:4 the closing bracket is missing'],
    ['a: {b: 1', '1:4 the closing bracket is missing'],
    ['a: "b', '1:4 the closing quote is missing'],
    ["a: 'b", '1:4 the closing quote is missing'],
    ['a: 1\n\tb: 2', '2:1 YAML forbids tabs in indentation'],
    ['a:\n    b: 1\n  c: 2', '3:3 this line does not fit the indentation of its mapping'],
    ['a: 1\nb', "2:2 expected ':' after this key"],
    ['a: "\\q"', '1:6 unknown escape in double quotes'],
    ['a: \x00', '1:4 control character in the file'],
    ['', '1:1 the file is empty'],
    ['# nothing\n', '1:1 the file is empty'],
  ])('%j', (text, message) => {
    expect(read(text).messages).toEqual([message]);
  });
});

test('a text that is hidden by a trap is read as if it were quoted', () => {
  const { root, messages } = read('- *a, b = c\n- "x" + y\n- z');
  expect(messages).toEqual([
    "1:3 YAML takes '*' at the start of a text for an alias",
    '2:7 YAML ends the text at the closing quote',
  ]);
  expect(outline(root!)).toEqual([
    '1:1-3:4',
    '1:3-1:12 *a, b = c',
    '2:3-2:10 "x" + y',
    '3:3-3:4 z',
  ]);
});

describe('a colon inside a string', () => {
  const colon = "YAML takes ': ' for the end of a key";

  test('is told at its place, though YAML gives up behind it', () => {
    expect(read('- log(f"done: {x}")\n- pass\n').messages).toEqual([`1:13 ${colon}`]);
    expect(read('- log("time: " + x)\n- pass\n').messages).toEqual([`1:12 ${colon}`]);
    expect(read('- log("time: " + x)').messages).toEqual([`1:12 ${colon}`]);
  });

  test('is told for each line, and the rest is read', () => {
    const text = '- log("time: " + x)\n- log("other: " + y)\n- pass\n';
    const { root, messages } = read(text);
    expect(messages.toSorted()).toEqual([`1:12 ${colon}`, `2:13 ${colon}`]);
    expect(plainValue(root!)).toEqual(['log("time: " + x)', 'log("other: " + y)', 'pass']);
  });

  test('is not blamed for a mistake elsewhere', () => {
    expect(read('- |\n  x = {"a": 1}\n- "b\n').messages).toEqual([
      '3:3 the closing quote is missing',
    ]);
  });
});

test('a key that stands further left than the first is told with advice', () => {
  expect(read('  a: 1\n b: 2\n').messages).toEqual([
    '2:2 this line does not fit the indentation of the lines before it',
  ]);
});
