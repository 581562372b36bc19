import { test } from 'vitest';
import { expectRecorded } from '../modules/recorded.ts';

test('bytes and bytearray are made, indexed and derived from as CPython does', () =>
  expectRecorded('octet-classes', '../bytes'));
