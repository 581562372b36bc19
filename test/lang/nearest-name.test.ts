import { describe, expect, test } from 'vitest';
import { nearest } from '../../src/lang/nearest-name.ts';

// Costs by definition: 2 for a letter put in, left out or replaced, 1 where only its case differs;
// at most a third of the letters of both words (and three more) may change.
describe('the nearest name', () => {
  test('is the one with the cheapest edits', () => {
    expect(nearest('atr', ['attributes', 'attr', 'art'])).toBe('attr');
    expect(nearest('valeu', ['value', 'var'])).toBe('value');
  });

  test('is the first of those that are equally near', () => {
    expect(nearest('cat', ['car', 'bat'])).toBe('car');
  });

  test('prefers another case to another letter', () => {
    expect(nearest('name', ['game', 'Name'])).toBe('Name');
  });

  test('is none where too much would have to change, or the name is the only one', () => {
    expect(nearest('abcdef', ['uvwxyz'])).toBeNull();
    expect(nearest('abc', ['abc'])).toBeNull();
  });

  test('is not looked for among too many names, nor for a long one', () => {
    const many = Array.from({ length: 750 }, (_, index) => `name${index}`);
    expect(nearest('name', many)).toBeNull();
    expect(nearest('name', many.slice(1))).toBe('name1');
    expect(nearest('a'.repeat(41), ['a'.repeat(40)])).toBeNull();
  });
});
