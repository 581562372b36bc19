import fc from 'fast-check';
import { EVENT_ID, getScalarValue, parseEvents, type ScalarEvent } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { decodeScalar } from '../../src/scenario/yaml-scalar.ts';

function scalarsOf(text: string): readonly ScalarEvent[] | null {
  try {
    return parseEvents(text, { maxDepth: 100 }).filter((event) => event.type === EVENT_ID.SCALAR);
  } catch {
    return null;
  }
}

/** The offset of each character of the last scalar. */
function placesOf(text: string): readonly (readonly [string, number])[] {
  const scalars = scalarsOf(text)!;
  const { text: value, offsets } = decodeScalar(text, scalars[scalars.length - 1]!);
  return Array.from({ length: value.length + 1 }, (_, index) => [
    value[index] ?? 'end',
    typeof offsets === 'number' ? offsets + index : offsets[index]!,
  ]);
}

describe('each character of a scalar knows its place', () => {
  test('in a plain scalar, also over two lines', () => {
    expect(placesOf('- ab')).toEqual([
      ['a', 2],
      ['b', 3],
      ['end', 4],
    ]);
    expect(placesOf('- a \n   b')).toEqual([
      ['a', 2],
      [' ', 3],
      ['b', 8],
      ['end', 9],
    ]);
  });

  test('after escapes: a character stands where its backslash or first quote stands', () => {
    expect(placesOf('"a\\tb\\u00e9c"')).toEqual([
      ['a', 1],
      ['\t', 2],
      ['b', 4],
      ['é', 5],
      ['c', 11],
      ['end', 12],
    ]);
    expect(placesOf("'a''b'")).toEqual([
      ['a', 1],
      ["'", 2],
      ['b', 4],
      ['end', 5],
    ]);
  });

  test('in a literal block, whose indentation is cut', () => {
    expect(placesOf('k: |\n  a\n\n   b\n')).toEqual([
      ['a', 7],
      ['\n', 8],
      ['\n', 9],
      [' ', 12],
      ['b', 13],
      ['\n', 14],
      ['end', 15],
    ]);
  });

  test('in a folded block, whose lines are joined', () => {
    expect(placesOf('k: >-\n  a\n  b')).toEqual([
      ['a', 8],
      [' ', 9],
      ['b', 12],
      ['end', 13],
    ]);
  });
});

describe('the text is what js-yaml reads', () => {
  const line = fc.string({ unit: fc.constantFrom(...'ab \t\'"\\:#-'), maxLength: 6 });
  const lines = fc.array(line, { maxLength: 6 });
  const eol = fc.constantFrom('\n', '\r\n', '\r');
  const header = fc.constantFrom('k: |', 'k: >', 'k: |-', 'k: >+', 'k: |2', '- >', '- |+');
  const quoted = fc
    .tuple(fc.constantFrom('"', "'", ''), lines)
    .map(([quote, all]) => `- ${quote}${all.join('\n  ')}${quote}`);
  const escapes = fc.constantFrom(
    '\\n',
    '\\"',
    '\\\\',
    '\\x41',
    '\\u00e9',
    '\\U0001F600',
    '\\\n  ',
  );
  const escaped = fc
    .array(fc.oneof(escapes, fc.constantFrom('a', ' ', '\n  ')), { maxLength: 8 })
    .map((parts) => `- "${parts.join('')}"`);
  const block = fc
    .tuple(header, lines, eol)
    .map(([start, all, end]) => [start, ...all.map((each) => `  ${each}`)].join(end));

  test('for random scalars in every style', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.oneof(quoted, escaped, block), (text) => {
        for (const event of scalarsOf(text) ?? []) {
          const decoded = decodeScalar(text, event);
          expect(decoded.text).toBe(getScalarValue(text, event));
          compared++;
          if (typeof decoded.offsets === 'number') continue;
          expect(decoded.offsets).toHaveLength(decoded.text.length + 1);
          for (let i = 1; i < decoded.offsets.length; i++) {
            expect(decoded.offsets[i]!).toBeGreaterThanOrEqual(decoded.offsets[i - 1]!);
          }
        }
      }),
      { numRuns: 3000 },
    );
    expect(compared).toBeGreaterThan(1000);
  });
});
