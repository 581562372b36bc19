import { test } from 'vitest';
import { expectRecorded } from '../modules/recorded.ts';

test('a view is read, written and cast as CPython’s is', () =>
  expectRecorded('memory-view-methods', '../bytes'));
