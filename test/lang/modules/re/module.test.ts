import { expect, test } from 'vitest';
import { reModule } from '../../../../src/lang/modules/re/module.ts';
import { expectRecorded } from '../recorded.ts';

test('fifty expressions match, split and replace as CPython has them', () => {
  expectRecorded('re', 're');
});

test('flags are ints', () => {
  expect(reModule.attributes.get('I')).toBe(2);
  expect(reModule.attributes.get('VERBOSE')).toBe(64);
});
