import { expect, test } from 'vitest';
import { Match } from '../../../../src/lang/modules/re/match.ts';
import { Pattern } from '../../../../src/lang/modules/re/pattern.ts';
import { plainInterpreter } from '../../objects/plain-interpreter.ts';

test('a match knows its groups by number and by name', () => {
  const pattern = new Pattern('(?P<one>a)(b)?', 0);
  const match = pattern.one(plainInterpreter(), 'xa', 0, null, 'search');
  expect(match).toBeInstanceOf(Match);
  expect(match?.group(match.numberOf('one'))).toBe('a');
  expect(match?.group(2)).toBe(null);
  expect(match?.span(1)).toEqual([1, 2]);
  expect(() => match?.numberOf(3)).toThrow();
});
