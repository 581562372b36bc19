import { expect, test } from 'vitest';
import {
  abstractClass,
  collectionsAbcModule,
} from '../../../../src/lang/modules/collections/abstract.ts';
import { printed } from '../../../simulated.ts';
import { expectRecorded } from '../recorded.ts';

test('what counts as what is CPython’s', () => expectRecorded('abstract', 'collections'));

test('the classes of the module are there by name', () => {
  expect(collectionsAbcModule.attributes.get('Mapping')).toBe(abstractClass('Mapping'));
});

test('deriving from Set is refused by name', () => {
  const text = `
from collections.abc import Set
try:
    class Own(Set):
        pass
except NotImplementedError as e:
    print(e)
`;
  expect(printed(text)).toBe('a class derived from collections.abc.Set is not supported\n');
});
