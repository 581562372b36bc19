import { test } from 'vitest';
import { expectRecorded } from '../modules/recorded.ts';

test('octets are joined, translated, shown as digits, added and repeated as CPython does', () =>
  expectRecorded('octet-methods', '../bytes'));
