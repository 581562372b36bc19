import { expect, test } from 'vitest';
import { characterTest, isWordCode } from '../../../../src/lang/modules/re/character-tests.ts';
import { FLAGS } from '../../../../src/lang/modules/re/tree.ts';

const code = (text: string): number => text.codePointAt(0) as number;

test('letters, numbers and the underscore are of words', () => {
  const isWord = (text: string, isAscii = false): boolean => isWordCode(code(text), isAscii);
  expect(['a', 'é', '東', '٣', '_'].every((each) => isWord(each))).toBe(true);
  expect(['-', ' ', '€', '\u0301'].some((each) => isWord(each))).toBe(false);
  expect(isWord('é', true)).toBe(false);
});

test('case is ignored where the flag says so', () => {
  const test = characterTest({ kind: 'character', code: code('É'), flags: FLAGS.IGNORECASE });
  expect([test(code('é')), test(code('e'))]).toEqual([true, false]);
});

test('a point takes all but the end of a line, and that too with DOTALL', () => {
  expect(characterTest({ kind: 'any', flags: 0 })(10)).toBe(false);
  expect(characterTest({ kind: 'any', flags: FLAGS.DOTALL })(10)).toBe(true);
});
