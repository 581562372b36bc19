// Module `functools`. singledispatchmethod and partialmethod are left out.
// Source: CPython 3.14 Lib/functools.py, Modules/_functoolsmodule.c.

import { PyModule } from '../values.ts';
import { cache, cachedPropertyClass, lruCache } from './functools-caching.ts';
import { singledispatch } from './functools-dispatch.ts';
import { cmpToKey, reduce, totalOrdering } from './functools-ordering.ts';
import { partialClass, placeholder } from './functools-partial.ts';
import { partialMethodClass } from './functools-partialmethod.ts';
import { ASSIGNED, UPDATED, updateWrapperFunction, wraps } from './functools-wrapping.ts';

export const functoolsModule = new PyModule(
  'functools',
  new Map<string, unknown>([
    ['Placeholder', placeholder],
    ['WRAPPER_ASSIGNMENTS', ASSIGNED],
    ['WRAPPER_UPDATES', UPDATED],
    ['cache', cache],
    ['cached_property', cachedPropertyClass],
    ['cmp_to_key', cmpToKey],
    ['lru_cache', lruCache],
    ['partial', partialClass],
    ['partialmethod', partialMethodClass],
    ['reduce', reduce],
    ['singledispatch', singledispatch],
    ['total_ordering', totalOrdering],
    ['update_wrapper', updateWrapperFunction],
    ['wraps', wraps],
  ]),
);
