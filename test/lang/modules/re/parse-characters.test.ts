import { expect, test } from 'vitest';
import { parseEscape, parseSet } from '../../../../src/lang/modules/re/parse-characters.ts';
import { PatternCursor } from '../../../../src/lang/modules/re/pattern-cursor.ts';

const groups = { groups: 1, checkOpen: () => {} };

test('a set is ranges and kinds', () => {
  expect(parseSet(new PatternCursor('^a-c\\d_]'), 0, 0)).toEqual({
    kind: 'set',
    parts: [[97, 99], 'd', [95, 95]],
    isNegated: true,
    flags: 0,
  });
});

test('an escape is a character, a place, a kind or a group', () => {
  const read = (text: string) => parseEscape(new PatternCursor(text), 0, 0, groups);
  expect(read('x41')).toMatchObject({ kind: 'character', code: 65 });
  expect(read('b')).toMatchObject({ kind: 'place', place: 'word' });
  expect(read('w')).toMatchObject({ kind: 'set', parts: ['w'] });
  expect(read('1')).toMatchObject({ kind: 'reference', number: 1 });
  expect(read('101')).toMatchObject({ kind: 'character', code: 65 });
});
