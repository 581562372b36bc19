// functools.wraps: what a wrapper takes over.
import { expect, test } from 'vitest';
import {
  ASSIGNED,
  UPDATED,
  updateWrapper,
  updateWrapperFunction,
  wraps,
} from '../../../src/lang/modules/functools-wrapping.ts';
import { linesOf } from './functional-snippets.ts';

test('the defaults are CPython’s', () => {
  expect(ASSIGNED.items.length).toBe(6);
  expect(UPDATED.items).toEqual(['__dict__']);
  expect([wraps.name, updateWrapperFunction.name]).toEqual(['wraps', 'update_wrapper']);
  expect(updateWrapper.length).toBe(3);
});

test('a wrapper has the name, the text and the attributes of what it wraps', () => {
  const text = `
import functools
def inner():
    "text"
inner.mark = 1
@functools.wraps(inner)
def outer(): pass
print(outer.__name__, outer.__doc__, outer.mark, outer.__wrapped__ is inner)
@functools.wraps(inner, assigned=('__doc__',), updated=())
def other(): pass
print(other.__name__, other.__doc__, hasattr(other, 'mark'))
class Callable:
    def __call__(self): return 2
wrapped = functools.update_wrapper(Callable(), inner)
print(wrapped.__name__, wrapped.mark, wrapped())
`;
  expect(linesOf(text)).toEqual(['inner text 1 True', 'other text False', 'inner 1 2']);
});
