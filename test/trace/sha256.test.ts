import { expect, test } from 'vitest';
import { portableSha256 } from '../../src/trace/sha256.ts';

// FIPS 180-2, appendix B.
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

test('the portable hash grows, and a copy goes on by itself', () => {
  const bytes = new TextEncoder().encode('abc');
  const hash = portableSha256();
  expect(hash.copy().digest()).toBe(EMPTY);
  hash.update(bytes.subarray(0, 1));
  const copy = hash.copy();
  copy.update(bytes.subarray(1));
  expect(copy.digest()).toBe(ABC);
  hash.update(bytes.subarray(1));
  expect(hash.digest()).toBe(ABC);
});
