import { expect, test } from 'vitest';
import { zlibModule } from '../../../src/lang/modules/zlib.ts';
import { printed } from '../../simulated.ts';

test('there are sums, and no compression', () => {
  expect([...zlibModule.attributes.keys()]).toEqual(['crc32', 'adler32', 'error']);
  expect(printed('import zlib\nprint(zlib.crc32(b"123456789"))\n')).toBe('3421780262\n');
});
