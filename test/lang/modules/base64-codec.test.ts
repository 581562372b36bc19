import { expect, test } from 'vitest';
import { fromBase32, fromBase64, toBase64 } from '../../../src/lang/modules/base64-codec.ts';

// RFC 4648, section 10.
test('the examples of the standard come out', () => {
  const words = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'];
  const letters = ['', 'Zg==', 'Zm8=', 'Zm9v', 'Zm9vYg==', 'Zm9vYmE=', 'Zm9vYmFy'];
  expect(words.map(toBase64)).toEqual(letters);
  expect(letters.map((each) => fromBase64(each, true))).toEqual(words);
  expect(fromBase32('MZXW6YTBOI======', false)).toBe('foobar');
});
