import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { collectionsModule } from '../../../../src/lang/modules/collections/module.ts';
import { scenarioOf } from '../../../simulated.ts';
import { expectRecorded } from '../asyncio/recorded.ts';

const folder = join(import.meta.dirname, 'snippets');

describe('module collections', () => {
  test('prints what CPython 3.14.2 prints for deques', () => expectRecorded('deque', folder));
  test('prints what CPython 3.14.2 prints for its dicts', () => expectRecorded('dicts', folder));

  test('prints what CPython 3.14.2 prints for named tuples', () =>
    expectRecorded('namedtuple', folder));

  test('has these names', () => {
    const names = [
      'ChainMap',
      'Counter',
      'OrderedDict',
      'UserDict',
      'UserList',
      'abc',
      'defaultdict',
      'deque',
      'namedtuple',
    ];
    expect([...collectionsModule.attributes.keys()].sort()).toEqual(names);
  });

  test('refuses the others, with what to write instead', () => {
    expect(() => scenarioOf('from collections import UserString')).toThrow(
      "'collections.UserString' is not supported: the simulator has only the plain collections",
    );
  });
});
