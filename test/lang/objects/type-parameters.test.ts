import { test } from 'vitest';
import { expectRecorded } from '../modules/recorded.ts';

test('generic classes are what CPython makes of them', () => {
  expectRecorded('type-parameters', '../objects');
});
