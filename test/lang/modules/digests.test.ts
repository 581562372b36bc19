import { expect, test } from 'vitest';
import { algorithms, Digest, hexOfText } from '../../../src/lang/modules/digests.ts';
import { plainInterpreter } from '../objects/plain-interpreter.ts';

// FIPS 180-4, the examples of one block.
test('octets are taken bit by bit, and the digest may be asked for in between', () => {
  const digest = new Digest(algorithms.get('sha1')!);
  digest.update(plainInterpreter(), 'ab');
  digest.octets();
  digest.update(plainInterpreter(), 'c');
  expect(digest.hex()).toBe('a9993e364706816aba3e25717850c26c9cd0d89d');
  expect(hexOfText(digest.octets())).toBe(digest.hex());
});
