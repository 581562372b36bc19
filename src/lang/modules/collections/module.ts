// Module `collections`. Source: CPython Lib/collections/__init__.py.

import { PyModule } from '../../values.ts';
import { collectionsAbcModule } from './abstract.ts';
import { chainMapClass } from './chain-map.ts';
import { counterClass } from './counter.ts';
import { dequeClass } from './deque.ts';
import './deque-methods.ts';
import { namedtuple } from './namedtuple.ts';
import { defaultDictClass, orderedDictClass } from './ordered-dicts.ts';
import { userDictClass, userListClass } from './user-classes.ts';

/** The module; the same for every run. */
export const collectionsModule = new PyModule(
  'collections',
  new Map<string, unknown>([
    ['ChainMap', chainMapClass],
    ['Counter', counterClass],
    ['abc', collectionsAbcModule],
    ['OrderedDict', orderedDictClass],
    ['UserDict', userDictClass],
    ['UserList', userListClass],
    ['defaultdict', defaultDictClass],
    ['deque', dequeClass],
    ['namedtuple', namedtuple],
  ]),
);
