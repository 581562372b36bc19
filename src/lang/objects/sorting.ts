// Stable sorting by Python's `<`: runs that are in order already, short ones made longer by
// binary insertion, merged. What is compared with what is CPython's for lists of less than 64
// items; longer ones are merged plainly, without its galloping. Equal items keep their order, also
// backwards.
// Source: CPython Objects/listobject.c (list_sort_impl, count_run, binarysort).

import { ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { compareStrings, lessThan } from './compare.ts';

type Less = (a: unknown, b: unknown) => boolean;

/** The items sorted, by `key` where it is not null. Throws what `<` and `key` throw. */
export function sorted(
  run: Interpreter,
  items: readonly unknown[],
  key: unknown,
  reverse: boolean,
): unknown[] {
  run.charge(items.length * 4);
  const keys = key === null ? items : items.map((item) => run.call(key, [item]));
  const order = sortedIndices(run, keys, reverse);
  return order.map((index) => items[index]);
}

/**
 * `list.sort`: the list is empty meanwhile, and keeps its items where that fails. Throws ValueError
 * where it was changed.
 */
export function sortInPlace(
  run: Interpreter,
  list: unknown[],
  key: unknown,
  reverse: boolean,
): void {
  const items = list.splice(0);
  let result = items;
  let isChanged = false;
  try {
    result = sorted(run, items, key, reverse);
  } finally {
    isChanged = list.length > 0;
    list.length = 0;
    for (const item of result) list.push(item);
  }
  if (isChanged) throw new ValueError('list modified during sort');
}

/** Sorting backwards keeps equal items in order: reverse, sort, reverse. */
function sortedIndices(run: Interpreter, keys: readonly unknown[], reverse: boolean): number[] {
  const indices = keys.map((_, index) => index);
  if (reverse) indices.reverse();
  const less = lessFor(run, keys);
  const result = mergeSort(indices, (a, b) => less(keys[a], keys[b]));
  return reverse ? result.reverse() : result;
}

function lessFor(run: Interpreter, keys: readonly unknown[]): Less {
  if (keys.every((key) => typeof key === 'number')) {
    return (a, b) => (a as number) < (b as number);
  }
  if (keys.every((key) => typeof key === 'string')) {
    return (a, b) => compareStrings(a as string, b as string) < 0;
  }
  return (a, b) => {
    run.charge(1);
    return lessThan(run, a, b);
  };
}

function mergeSort(items: number[], less: (a: number, b: number) => boolean): number[] {
  let runs = runsOf(items, less);
  while (runs.length > 1) {
    const next: number[][] = [];
    for (let i = 0; i < runs.length; i += 2) {
      next.push(i + 1 < runs.length ? merge(runs[i], runs[i + 1], less) : runs[i]);
    }
    runs = next;
  }
  return runs.length === 0 ? [] : runs[0];
}

/** Stretches in order: as they are found, short ones made longer by insertion. */
function runsOf(given: readonly number[], less: (a: number, b: number) => boolean): number[][] {
  const items = given.slice();
  const runs: number[][] = [];
  const least = leastRun(items.length);
  for (let start = 0; start < items.length; ) {
    const sorted = naturalRun(items, start, less);
    const end = Math.max(sorted, Math.min(items.length, start + least));
    insertInOrder(items, start, sorted, end, less);
    runs.push(items.slice(start, end));
    start = end;
  }
  return runs;
}

/** Runs of fewer items are not worth a merge; a list of less than 64 is one run. */
function leastRun(count: number): number {
  let [left, odd] = [count, 0];
  while (left >= 64) {
    odd |= left & 1;
    left >>= 1;
  }
  return left + odd;
}

/**
 * The end of the run that begins at `start`; one that falls is turned round in place, equal items
 * keeping their order.
 */
function naturalRun(
  items: number[],
  start: number,
  less: (a: number, b: number) => boolean,
): number {
  const isSmaller = (at: number): boolean => less(items[at], items[at - 1]);
  let n = start + 1;
  while (n < items.length && !isSmaller(n)) n++;
  if (n >= items.length) return items.length;
  if (n > start + 1 && less(items[start], items[n - 1])) return n;
  turn(items, start, n++);
  let equal = 0;
  for (; n < items.length; n++) {
    if (isSmaller(n)) {
      turn(items, n - equal - 1, n);
      equal = 0;
    } else if (less(items[n - 1], items[n])) break;
    else equal++;
  }
  turn(items, n - equal - 1, n);
  turn(items, start, n);
  while (n < items.length && !isSmaller(n)) n++;
  return n;
}

function turn(items: number[], from: number, to: number): void {
  const turned = items.slice(from, to).reverse();
  for (let i = from; i < to; i++) items[i] = turned[i - from];
}

/** Puts the items from `sorted` to `end` among those before them from `start` on, by halving. */
function insertInOrder(
  items: number[],
  start: number,
  sorted: number,
  end: number,
  less: (a: number, b: number) => boolean,
): void {
  for (let at = sorted; at < end; at++) {
    const item = items[at];
    let [low, high] = [start, at];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (less(item, items[middle])) high = middle;
      else low = middle + 1;
    }
    items.copyWithin(low + 1, low, at);
    items[low] = item;
  }
}

function merge(
  left: readonly number[],
  right: readonly number[],
  less: (a: number, b: number) => boolean,
): number[] {
  const result: number[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    result.push(less(right[j], left[i]) ? right[j++] : left[i++]);
  }
  while (i < left.length) result.push(left[i++]);
  while (j < right.length) result.push(right[j++]);
  return result;
}
