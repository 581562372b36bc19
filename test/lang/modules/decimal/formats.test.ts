import { test } from 'vitest';
import { expectRecorded } from '../recorded.ts';

test('format specs lay decimal numbers out as CPython does', () =>
  expectRecorded('decimal-formats'));
