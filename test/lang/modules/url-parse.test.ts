import { test } from 'vitest';
import { expectRecorded } from './recorded.ts';

test('addresses and queries are taken apart and quoted as CPython does', () =>
  expectRecorded('url-parse'));
