import { test } from 'vitest';
import { expectRecorded } from '../modules/recorded.ts';

test('octets are looked for and replaced as CPython does', () =>
  expectRecorded('octet-search', '../bytes'));
