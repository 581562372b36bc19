import { expect, test } from 'vitest';
import {
  DefaultDict,
  defaultDictClass,
  OrderedDict,
  orderedDictClass,
  shownItems,
} from '../../../../src/lang/modules/collections/ordered-dicts.ts';
import { printed } from '../../../simulated.ts';
import { expectRecorded } from '../recorded.ts';

test('classes derived from the collections are CPython’s', () =>
  expectRecorded('derived', 'collections'));

test('the classes are dicts and have the names of C', () => {
  expect(defaultDictClass.messageName).toBe('collections.defaultdict');
  expect(orderedDictClass.messageName).toBe('collections.OrderedDict');
  expect([DefaultDict, OrderedDict, shownItems].map(({ name }) => name)).toEqual([
    'DefaultDict',
    'OrderedDict',
    'shownItems',
  ]);
});

test('an ordered dict serves as a cache of the latest', () => {
  const text = `
from collections import OrderedDict
cache = OrderedDict()
for key in 'abcad':
    cache[key] = cache.pop(key, 0) + 1
    if len(cache) > 3:
        print(cache.popitem(last=False))
print(cache)
`;
  expect(printed(text)).toBe("('b', 1)\nOrderedDict({'c': 1, 'a': 2, 'd': 1})\n");
});
