import { expect, test } from 'vitest';
import { patternError, patternErrorClass } from '../../../../src/lang/modules/re/errors.ts';

test('an error tells the place, with line and column where there are lines', () => {
  expect(patternError('bad', 'ab', 1).args).toEqual(['bad at position 1']);
  const error = patternError('bad', 'a\n(b', 2);
  expect(error.args).toEqual(['bad at position 2 (line 2, column 1)']);
  expect(error.userClass).toBe(patternErrorClass);
  expect(error.attributes?.get('colno')).toBe(1);
});

test('an error without a place is the message alone', () => {
  expect(patternError('bad', 'ab', null).args).toEqual(['bad']);
});
