import { test } from 'vitest';
import { expectRecorded } from './recorded.ts';

test('nodes come when what they wait for is done, and cycles are told, as CPython does', () =>
  expectRecorded('graphlib'));
