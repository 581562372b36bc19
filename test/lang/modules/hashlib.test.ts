import { expect, test } from 'vitest';
import { algorithmOf } from '../../../src/lang/modules/hashlib.ts';
import { printed } from '../../simulated.ts';
import { expectRecorded } from './recorded.ts';

test('every algorithm gives CPython’s digests', () => expectRecorded('hashlib'));

test('an algorithm is found by its name, in capitals too where CPython does', () => {
  expect(algorithmOf('SHA256').digestSize).toBe(32);
  expect(() => algorithmOf('SHA3_256')).toThrow();
});

// From hashlib.pbkdf2_hmac of a CPython with OpenSSL.
test('a password is stretched as OpenSSL does it', () => {
  const text = `import hashlib
print(hashlib.pbkdf2_hmac('sha256', b'pw', b'salt', 10).hex())
print(hashlib.pbkdf2_hmac('sha1', b'pw', b'salt', 2, dklen=45).hex())
`;
  expect(printed(text).split('\n').slice(0, 2)).toEqual([
    '72aecd14244887c316e24019c7e020b58888f029861490804d36e20b42d9321a',
    '133a0b823b029801576d5a38793387e88064dd5faef257e16abc49ca694f370b67a70d65d111b272b2dee049f5',
  ]);
});
