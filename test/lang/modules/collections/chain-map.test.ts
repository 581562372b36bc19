import { expect, test } from 'vitest';
import { chainMapClass } from '../../../../src/lang/modules/collections/chain-map.ts';
import { expectRecorded } from '../recorded.ts';

test('maps are looked through one after the other', () =>
  expectRecorded('chain-map', 'collections'));

test('a class of the program may derive from it', () => {
  expect(chainMapClass.isFinal).toBe(false);
});
