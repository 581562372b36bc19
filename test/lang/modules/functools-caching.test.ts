// functools.lru_cache and cached_property where a recorded program cannot look.
import { expect, test } from 'vitest';
import {
  CachedFunction,
  cache,
  cachedPropertyClass,
  lruCache,
} from '../../../src/lang/modules/functools-caching.ts';
import { linesOf } from './functional-snippets.ts';

test('the classes and functions have CPython’s names', () => {
  expect([cache.name, lruCache.name, cachedPropertyClass.module]).toEqual([
    'cache',
    'lru_cache',
    'functools',
  ]);
  expect(CachedFunction.name).toBe('CachedFunction');
});

test('a cached function recurses as deep as any function', () => {
  const text = `
import functools
@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(400))
try:
    functools.cache(fib.__wrapped__)
    fib(5000)
except RecursionError as e:
    print(e)
`;
  expect(linesOf(text)).toEqual([
    '176023680645013966468226945392411250770384383304492191886725992896575345044216019675',
    'maximum recursion depth exceeded',
  ]);
});

test('a thread blocks inside of a cached function; the second call knows the answer', () => {
  const text = `
import asyncio, functools, time
@functools.cache
def work(seconds):
    time.sleep(seconds)
    return seconds
async def main():
    print(await asyncio.to_thread(work, 3), await asyncio.to_thread(work, 3))
    print(asyncio.get_running_loop().time(), work.cache_info().hits)
asyncio.run(main())
`;
  expect(linesOf(text)).toEqual(['3 3', '3.0 1']);
});
