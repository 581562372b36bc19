import { test } from 'vitest';
import { expectRecorded } from '../recorded.ts';

test('decimal numbers compare, hash and sort with all others as CPython has them', () =>
  expectRecorded('decimal-values'));
