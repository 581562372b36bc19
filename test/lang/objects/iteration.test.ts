import { describe, expect, test } from 'vitest';
import { IndexError, StopIteration } from '../../../src/asyncio/exceptions.ts';
import { LimitReached } from '../../../src/base/stop.ts';
import { Dict } from '../../../src/lang/objects/dict.ts';
import {
  asNext,
  isIterable,
  items,
  iterate,
  iteratorObject,
  STOP,
  toArray,
  unpack,
  unpackStarred,
} from '../../../src/lang/objects/iteration.ts';
import { PySet } from '../../../src/lang/objects/set.ts';
import { Instance, Range, Tuple } from '../../../src/lang/values.ts';
import { plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

function counter(end: number): Instance {
  let n = 0;
  const cls = programClass('Counter', {
    __iter__: (_run, self: unknown) => self,
    __next__: () => {
      if (n >= end) throw new StopIteration();
      return n++;
    },
  });
  return new Instance(cls);
}

describe('iterating', () => {
  test('takes every kind of value', () => {
    expect(toArray(run, 'a𝄞')).toEqual(['a', '𝄞']);
    expect(toArray(run, new Range(5, 0, -2))).toEqual([5, 3, 1]);
    expect(toArray(run, new Dict(run, [['a', 1]]))).toEqual(['a']);
    expect(toArray(run, new PySet(run, [3, 1]))).toEqual([1, 3]);
    expect(toArray(run, counter(3))).toEqual([0, 1, 2]);
    expect([...items(run, new Tuple([1, 2]))]).toEqual([1, 2]);
  });
  test('a list that grows meanwhile is followed', () => {
    const list = [1, 2];
    const iterator = iterate(run, list);
    iterator.next();
    list.push(3);
    expect([iterator.next(), iterator.next(), iterator.next()]).toEqual([2, 3, STOP]);
    list.push(4);
    expect(iterator.next()).toBe(STOP);
  });
  test('an object with __getitem__ alone ends with IndexError', () => {
    const cls = programClass('Squares', {
      __getitem__: (_run, _self: unknown, i: number) => {
        if (i > 2) throw new IndexError('end');
        return i * i;
      },
    });
    expect(toArray(run, new Instance(cls))).toEqual([0, 1, 4]);
  });
  test('what cannot be iterated says so', () => {
    expect(shown(run, () => iterate(run, 5))).toBe("TypeError: 'int' object is not iterable");
    const wrong = new Instance(programClass('A', { __iter__: () => 5 }));
    expect(shown(run, () => iterate(run, wrong))).toBe(
      "TypeError: iter() returned non-iterator of type 'int'",
    );
    expect(shown(run, () => asNext(run, []))).toBe("TypeError: 'list' object is not an iterator");
    expect([isIterable('a'), isIterable(5), isIterable(wrong)]).toEqual([true, false, true]);
  });
  test('the program sees its own iterator', () => {
    const own = counter(1);
    expect(iteratorObject(iterate(run, own))).toBe(own);
  });
  test('a set that grows meanwhile is noticed', () => {
    const set = new PySet(run, [1]);
    const iterator = iterate(run, set);
    iterator.next();
    set.add(2);
    expect(shown(run, () => iterator.next())).toBe(
      'RuntimeError: Set changed size during iteration',
    );
  });
  test('an iterator without end stops at the limit of a collection', () => {
    const small = plainInterpreter({ limits: { collection: 2000 } });
    expect(() => toArray(small, counter(Infinity))).toThrow(LimitReached);
    expect(() => toArray(small, new Range(0, 2001, 1))).toThrow(LimitReached);
    expect(toArray(small, new Range(0, 2000, 1)).length).toBe(2000);
  });
});

describe('unpacking', () => {
  const unpacked = (value: unknown, count: number): string =>
    shown(run, () => [...unpack(run, value, count)]);

  test('wants the exact number', () => {
    expect(unpacked('ab', 2)).toBe("['a', 'b']");
    expect(unpacked([1, 2, 3], 2)).toBe(
      'ValueError: too many values to unpack (expected 2, got 3)',
    );
    expect(unpacked('abc', 2)).toBe('ValueError: too many values to unpack (expected 2)');
    expect(unpacked([1, 2], 3)).toBe('ValueError: not enough values to unpack (expected 3, got 2)');
    expect(unpacked(null, 2)).toBe('TypeError: cannot unpack non-iterable NoneType object');
  });
  test('a star takes the rest', () => {
    const starred = (value: unknown, before: number, after: number): string =>
      shown(run, () => [...unpackStarred(run, value, before, after)]);
    expect(starred([1, 2, 3, 4], 1, 1)).toBe('[1, [2, 3], 4]');
    expect(starred(counter(2), 2, 0)).toBe('[0, 1, []]');
    expect(starred([], 1, 0)).toBe(
      'ValueError: not enough values to unpack (expected at least 1, got 0)',
    );
  });
});
