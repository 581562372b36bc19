// Stable sorting by Python's `<`: runs that are in order already are taken as they are, short ones
// filled up by binary insertion, and all merged. Equal items keep their order, also with `reverse`.
// Up to 63 items are compared in CPython's own order, which shows where `<` is no total order (NaN).
// Source: CPython Objects/listobject.c (list_sort_impl, count_run, binarysort); merging is plain.

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
  let runs = naturalRuns(items, less);
  while (runs.length > 1) {
    const next: number[][] = [];
    for (let i = 0; i < runs.length; i += 2) {
      next.push(i + 1 < runs.length ? merge(runs[i], runs[i + 1], less) : runs[i]);
    }
    runs = next;
  }
  return runs.length === 0 ? [] : runs[0];
}

/** Stretches that are in order, each as long as it is or filled up to the shortest. */
function naturalRuns(
  items: readonly number[],
  less: (a: number, b: number) => boolean,
): number[][] {
  const runs: number[][] = [];
  const least = shortestRun(items.length);
  for (let start = 0; start < items.length; ) {
    const stretch = stretchAt(items, start, less);
    const end = Math.min(Math.max(stretch.length, least), items.length - start) + start;
    for (let at = start + stretch.length; at < end; at++) insert(stretch, items[at], less);
    runs.push(stretch);
    start = end;
  }
  return runs;
}

/** Below 64 all items are one run; else between 32 and 64, so that the runs merge evenly. */
function shortestRun(count: number): number {
  let rest = count;
  let odd = 0;
  while (rest >= 64) {
    odd |= rest & 1;
    rest >>= 1;
  }
  return rest + odd;
}

/** Puts an item behind all that are not greater, found by halving. */
function insert(run: number[], item: number, less: (a: number, b: number) => boolean): void {
  let low = 0;
  let high = run.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (less(item, run[middle])) high = middle;
    else low = middle + 1;
  }
  run.splice(low, 0, item);
}

/**
 * The longest stretch from `start` that rises or falls. A falling one is turned round, and equal
 * items within it keep their order. Source: listobject.c (count_run).
 */
function stretchAt(
  items: readonly number[],
  start: number,
  less: (a: number, b: number) => boolean,
): number[] {
  const falls = (at: number): boolean => less(items[at], items[at - 1]);
  const rises = (at: number): boolean => less(items[at - 1], items[at]);
  let end = start + 1;
  while (end < items.length && !falls(end)) end++;
  const first = items.slice(start, end);
  if (end >= items.length || (first.length > 1 && less(first[0], items[end - 1]))) return first;
  const groups = [first, [items[end]]];
  for (end++; end < items.length; end++) {
    if (falls(end)) groups.push([items[end]]);
    else if (rises(end)) break;
    else groups[groups.length - 1].push(items[end]);
  }
  return groups.reverse().flat();
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
