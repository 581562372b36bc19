import { test } from 'vitest';
import { expectRecorded } from '../modules/recorded.ts';

test('octets are taken apart and trimmed as CPython does', () =>
  expectRecorded('octet-splits', '../bytes'));
