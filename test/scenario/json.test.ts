import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import type { DocumentNode } from '../../src/scenario/document.ts';
import { readJson } from '../../src/scenario/json.ts';

function read(text: string): { root: DocumentNode | null; messages: readonly string[] } {
  const diagnostics: Diagnostic[] = [];
  const root = readJson(text, (diagnostic) => diagnostics.push(diagnostic));
  const messages = diagnostics.map(({ span, message }) => `${span.line}:${span.column} ${message}`);
  return { root, messages };
}

/** The value of a node, as JSON.parse would make it (mappings as lists of pairs). */
function plainValue(node: DocumentNode): unknown {
  if (node.kind === 'sequence') return node.items.map(plainValue);
  if (node.kind === 'mapping') {
    return { pairs: node.entries.map(({ key, value }) => [key.value, plainValue(value)]) };
  }
  if (node.kind === 'broken') throw new Error('broken');
  return node.type === 'int' || node.type === 'float' ? Number(node.value) : node.value;
}

function asEntries(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asEntries);
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value;
  return { pairs: Object.entries(value).map(([key, inner]) => [key, asEntries(inner)]) };
}

describe('JSON', () => {
  test('is read as JSON.parse reads it', () => {
    const value = fc.jsonValue({ depthSize: 'small' });
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 1, '\t'), (json, indent) => {
        const { root, messages } = read(JSON.stringify(json, null, indent));
        expect(messages).toEqual([]);
        const expected = asEntries(json);
        // Objects put keys that look like indices first; documents keep the order of the text.
        const sort = (one: unknown) => JSON.stringify(one, sorted);
        expect(sort(plainValue(root!))).toBe(sort(expected));
      }),
      { numRuns: 300 },
    );
  });

  test('is refused where JSON.parse refuses it, and only there', () => {
    const piece = fc.constantFrom(...'[]{},:"\\ \n', '1', '-', '.5', '0', 'e1', 'true', 'nul', 'x');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        // JSON.parse makes an infinity of it; here it is too large for a float.
        fc.pre(!/\de1\d{3}/.test(text));
        const { root, messages } = read(text);
        expect(root === null).toBe(messages.length > 0 && !/occurs twice/.test(messages[0]!));
        expect(root !== null).toBe(isJson(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('keeps every digit of an int, and an int apart from a float', () => {
    const { root } = read('[9007199254740993, 1.0, 1, 1e3, -0, -0.0]');
    const items = root?.kind === 'sequence' ? root.items : [];
    expect(items.map((item) => (item.kind === 'scalar' ? [item.type, item.value] : []))).toEqual([
      ['int', 9007199254740993n],
      ['float', 1],
      ['int', 1],
      ['float', 1000],
      ['int', 0],
      ['float', -0],
    ]);
  });

  test('places each character of a string, escapes counted as one', () => {
    const { root } = read('["a\\u0041\\n\\"é", 1]');
    const item = root?.kind === 'sequence' ? root.items[0] : null;
    if (item?.kind !== 'scalar') throw new Error('no string');
    expect(item.source.text).toBe('aA\n"é');
    const columns = [0, 1, 2, 3, 4, 5].map((offset) => item.source.position(offset).column);
    expect(columns).toEqual([3, 4, 10, 12, 14, 15]);
    expect(item.span).toEqual({ line: 1, column: 2, endLine: 1, endColumn: 16 });
  });

  test('has one error for a line, and errors for all lines', () => {
    expect(read('{"a": x y z,\n"b": "c\n}').messages).toEqual([
      '1:7 this is not a JSON value',
      '2:6 the string does not end in its line',
    ]);
  });

  test('may nest 64 levels deep and no deeper', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(read(nested(63)).messages).toEqual([]);
    expect(read(nested(64)).messages).toEqual([]);
    expect(read(nested(65)).messages).toEqual(['1:65 the file is nested more than 64 levels deep']);
    expect(read('['.repeat(1_000_000)).messages).toHaveLength(1);
  });

  test('may have 200,000 nodes and no more', () => {
    const list = (items: number) => `[${Array(items).fill('1').join(',')}]`;
    expect(read(list(199_999)).messages).toEqual([]);
    expect(read(list(200_000)).messages).toEqual([
      '1:399999 the file has more than 200000 keys and values',
    ]);
  });

  test('has each key once, wherever it stands', () => {
    expect(read('{"a": 1, "b": {"c": 1, "c": 2}}').messages).toEqual(["1:24 key 'c' occurs twice"]);
    expect(read('{"__proto__": 1, "constructor": 2}').messages).toEqual([]);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('pairs' in value)) return value;
  const entries = [...(value.pairs as [string, unknown][])];
  return { pairs: entries.sort(([a], [b]) => (a < b ? -1 : 1)) };
}

test('a comma after the last item is told at the comma', () => {
  const message = 'JSON has no comma after the last item';
  expect(read('{"a": [1,\n\n],\n"b": 2,}').messages).toEqual([`1:9 ${message}`, `4:7 ${message}`]);
  expect(read('[1 2]').messages).toEqual(["1:3 expected ',' between two items"]);
});
