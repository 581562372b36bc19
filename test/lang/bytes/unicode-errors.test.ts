import { test } from 'vitest';
import { expectRecorded } from '../modules/recorded.ts';

test('errors of coding have five parts, and say which character or octet it is', () =>
  expectRecorded('unicode-errors', '../bytes'));
