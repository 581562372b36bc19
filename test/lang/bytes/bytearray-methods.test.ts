import { test } from 'vitest';
import { expectRecorded } from '../modules/recorded.ts';

test('a bytearray changes as CPython’s does', () =>
  expectRecorded('bytearray-methods', '../bytes'));
