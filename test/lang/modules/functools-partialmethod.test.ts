import { test } from 'vitest';
import { expectRecorded } from './recorded.ts';

test('a method with arguments given binds as CPython has it', () =>
  expectRecorded('partialmethod'));
