import { test } from 'vitest';
import { expectRecorded } from '../modules/recorded.ts';

test('a view shows the octets behind it and holds their number', () =>
  expectRecorded('memory-view', '../bytes'));
