import { describe, expect, test } from 'vitest';
import { didYouMean, suggest } from '../../src/lang/suggest.ts';

describe('the nearest known name', () => {
  test('is one letter away, or two letters swapped', () => {
    expect(suggest('slep', ['sheep', 'sleep'])).toBe('sleep');
    expect(suggest('mian', ['params', 'main'])).toBe('main');
    expect(suggest('gahter', ['gather'])).toBe('gather');
  });

  test('is the same name in other letters', () => {
    expect(suggest('semaphore', ['Semaphore'])).toBe('Semaphore');
    expect(suggest('QUEUE', ['Queue'])).toBe('Queue');
  });

  test('is none where more than a third of the letters differ', () => {
    expect(suggest('abcdef', ['abcxyz'])).toBeNull();
    expect(suggest('abcdef', ['abcdxy'])).toBe('abcdxy');
  });

  test('is the first of those that are equally near', () => {
    expect(suggest('cat', ['car', 'bat'])).toBe('car');
  });

  test('is never the name itself, nor any other letter for a letter', () => {
    expect(suggest('x', ['x', 'y'])).toBeNull();
    expect(suggest('sleep', ['sleep'])).toBeNull();
  });

  test('is not looked for where the word is longer than any name', () => {
    expect(suggest('a'.repeat(61), ['a'.repeat(60)])).toBeNull();
    expect(suggest('a'.repeat(60), ['a'.repeat(59)])).toBe('a'.repeat(59));
  });

  test('is a question in a hint', () => {
    expect(didYouMean('slep', ['sleep'])).toBe("did you mean 'sleep'?");
    expect(didYouMean('socket', ['sleep'])).toBeUndefined();
  });
});
