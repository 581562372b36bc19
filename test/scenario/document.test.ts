import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import {
  DocumentBuilder,
  type DocumentNode,
  describeNode,
  verbatim,
} from '../../src/scenario/document.ts';

const text = 'abc\ndéf\n';

function builder() {
  const diagnostics: Diagnostic[] = [];
  return { diagnostics, made: new DocumentBuilder(text, (each) => diagnostics.push(each)) };
}

const scalar = (made: DocumentBuilder, value: string, start: number) =>
  made.scalar(verbatim(value, start), start, start + value.length, 'plain', {
    type: 'string',
    value,
  });

describe('a scalar', () => {
  test('knows the place of each character', () => {
    const { made } = builder();
    const node = scalar(made, 'éf', 5);
    expect(node.span).toEqual({ line: 2, column: 2, endLine: 2, endColumn: 4 });
    expect([0, 1, 2].map((offset) => node.source.position(offset))).toEqual([
      { line: 2, column: 2 },
      { line: 2, column: 3 },
      { line: 2, column: 4 },
    ]);
  });

  test('may have been written otherwise than it reads', () => {
    const { made } = builder();
    const decoded = { text: 'xy', offsets: Uint32Array.from([0, 2, 4]) };
    const node = made.scalar(decoded, 0, 7, 'quoted', { type: 'string', value: 'xy' });
    expect([0, 1, 2].map((offset) => node.source.position(offset))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 3 },
      { line: 2, column: 1 },
    ]);
  });
});

describe('a mapping', () => {
  test('has each key once: the first stays', () => {
    const { made, diagnostics } = builder();
    const entry = (start: number, value: number) => ({
      key: scalar(made, 'a', start),
      value: scalar(made, String(value), 4),
    });
    const { entries } = made.mapping([entry(0, 1), entry(4, 2)], 0, 7, false);
    expect(entries.map(({ value }) => value.kind === 'scalar' && value.value)).toEqual(['1']);
    expect(diagnostics).toEqual([
      {
        severity: 'error',
        code: 'duplicate-key',
        message: "key 'a' occurs twice",
        span: { line: 2, column: 1, endLine: 2, endColumn: 2 },
        hint: 'the first is in line 1',
      },
    ]);
  });

  test('tells the text 1 from the number 1', () => {
    const { made, diagnostics } = builder();
    const number = made.scalar(verbatim('1', 4), 4, 5, 'plain', { type: 'int', value: 1 });
    const value = scalar(made, 'x', 2);
    made.mapping(
      [
        { key: scalar(made, '1', 0), value },
        { key: number, value },
      ],
      0,
      7,
      false,
    );
    expect(diagnostics).toEqual([]);
  });
});

test('nodes are described for people', () => {
  const { made } = builder();
  const word = (type: 'int' | 'bool' | 'null', raw: string) =>
    made.scalar(verbatim(raw, 0), 0, 3, 'plain', { type, value: null });
  const nodes: readonly DocumentNode[] = [
    scalar(made, 'abc', 0),
    scalar(made, 'x'.repeat(70), 0),
    word('int', '5'),
    word('bool', 'true'),
    word('null', ''),
    made.sequence([], 0, 1, true),
    made.mapping([], 0, 1, true),
  ];
  expect(nodes.map(describeNode)).toEqual([
    "the text 'abc'",
    `the text '${'x'.repeat(57)}...'`,
    'the number 5',
    'true',
    'nothing',
    'a list',
    'a mapping',
  ]);
});
