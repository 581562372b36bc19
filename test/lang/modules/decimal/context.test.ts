import { test } from 'vitest';
import { expectRecorded } from '../recorded.ts';

test('contexts hold, show and lend what CPython has them hold', () =>
  expectRecorded('decimal-contexts'));
