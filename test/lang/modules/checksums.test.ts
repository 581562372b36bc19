import { expect, test } from 'vitest';
import { adler32, crc32, crcHqx } from '../../../src/lang/modules/checksums.ts';

// The check values of the catalogue of CRC algorithms, and of the article on Adler-32.
test('the sums are those of the standards, in pieces too', () => {
  expect(crc32('123456789', 0)).toBe(0xcbf43926);
  expect(crc32('789', crc32('123456', 0))).toBe(0xcbf43926);
  expect(crcHqx('123456789', 0)).toBe(0x31c3);
  expect(adler32('Wikipedia', 1)).toBe(0x11e60398);
});
