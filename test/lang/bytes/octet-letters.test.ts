import { test } from 'vitest';
import { expectRecorded } from '../modules/recorded.ts';

test('octets are read as letters of ASCII alone', () =>
  expectRecorded('octet-letters', '../bytes'));
