import { expect, test } from 'vitest';
import { decoders } from '../../../src/lang/bytes/decoders.ts';
import { expectRecorded } from '../modules/recorded.ts';

test('octets that are no text are told by place and reason', () =>
  expectRecorded('decoders', '../bytes'));

test('a decoder gives a run of ASCII at once', () => {
  const { next } = decoders.get('utf-8')!('abc\xc3\xa9');
  expect(next('abc\xc3\xa9', 0)).toEqual({ value: 'abc', end: 3, reason: '' });
  expect(next('abc\xc3\xa9', 3)).toEqual({ value: 'é', end: 5, reason: '' });
});
