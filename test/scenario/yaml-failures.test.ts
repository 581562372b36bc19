import { describe, expect, test } from 'vitest';
import { explain, findCause } from '../../src/scenario/yaml-failures.ts';

describe('the cause of a failure', () => {
  const deficient = 'deficient indentation';

  test('is the bracket that is not closed', () => {
    expect(findCause('a: [1\nb: 2\n', 6, deficient)).toEqual({
      place: 3,
      message: 'the closing bracket is missing',
      hint: 'close the bracket at the end of its line',
    });
  });

  test('is a key without a space after its colon', () => {
    const reason = 'bad indentation of a mapping entry';
    expect(findCause('a:1\nb: 2\n', 5, reason)).toEqual({
      place: 2,
      message: 'expected a space after the colon of the key',
      hint: 'write a space after the colon: a: 1',
    });
  });

  test('is a key that stands further right than the one above', () => {
    const reason = 'bad indentation of a mapping entry';
    expect(findCause('a: 1\n b: 2\n', 7, reason)?.place).toBe(6);
  });

  test('is not looked for where the place itself tells', () => {
    expect(findCause('a: 1\n\tb: 2\n', 5, 'tab characters must not')).toBe(null);
  });
});

test.each([
  ['- a\nelse:\n', 4, "'else' begins in the column of the 'if' that it belongs to"],
  ['a: 1\n- b\n', 5, 'the dashes of one list stand in the same column'],
  ['a: 1\n b\n', 6, 'the keys of one mapping begin in the same column'],
])('the advice for %j', (text, position, hint) => {
  const reason = 'bad indentation of a mapping entry';
  expect(explain(text, { position, reason }).hint).toBe(hint);
});

test('an unknown reason is passed on', () => {
  expect(explain('x', { position: 0, reason: 'something' })).toEqual({
    place: 0,
    message: 'this is not YAML: something',
  });
});
