import { expect, test } from 'vitest';
import { bisectModule } from '../../../src/lang/modules/bisect.ts';
import { expectRecorded } from './recorded.ts';

test('places in sorted lists are CPython’s', () => expectRecorded('bisect'));

test('both names of the usual search are there', () => {
  expect([...bisectModule.attributes.keys()]).toContain('bisect');
  expect([...bisectModule.attributes.keys()]).toContain('bisect_right');
});
