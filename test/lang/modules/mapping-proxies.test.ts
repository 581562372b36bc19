import { test } from 'vitest';
import { expectRecorded } from './recorded.ts';

test('a proxy shows its mapping and refuses changes as CPython does', () =>
  expectRecorded('mapping-proxies'));
