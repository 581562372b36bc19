import { expect, test } from 'vitest';
import { namedTupleClass } from '../../../src/lang/modules/named-tuples.ts';
import { tupleClass } from '../../../src/lang/objects/classes.ts';
import { expectRecorded } from './recorded.ts';

test('classes of named tuples are CPython’s', () => expectRecorded('named-tuples'));

test('its classes are tuples', () => {
  expect(namedTupleClass.mro).toContain(tupleClass);
});
