import { test } from 'vitest';
import { expectRecorded } from '../recorded.ts';

test('each method of numbers of all kinds gives what CPython gives', () =>
  expectRecorded('decimal-functions'));
