import { test } from 'vitest';
import { expectRecorded } from '../modules/recorded.ts';

test('to_bytes, from_bytes and numbers in octets have CPython’s messages', () =>
  expectRecorded('int-methods', '../bytes'));
