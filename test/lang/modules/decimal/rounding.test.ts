import { test } from 'vitest';
import { expectRecorded } from '../recorded.ts';

test('all roundings round, and signals raise, as CPython does', () =>
  expectRecorded('decimal-rounding'));
