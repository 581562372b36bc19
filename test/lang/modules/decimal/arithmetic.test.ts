import { test } from 'vitest';
import { expectRecorded } from '../recorded.ts';

test('operations on numbers of all kinds give what CPython gives', () =>
  expectRecorded('decimal-arithmetic'));
