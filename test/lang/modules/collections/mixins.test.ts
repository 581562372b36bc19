import { expect, test } from 'vitest';
import { mixins } from '../../../../src/lang/modules/collections/mixins.ts';
import { expectRecorded } from '../recorded.ts';

test('what deriving gives is CPython’s', () => expectRecorded('mixins', 'collections'));

test('an iterator is its own', () => {
  expect(mixins.get('Iterator')?.map((each) => each.name)).toEqual(['__iter__']);
});
