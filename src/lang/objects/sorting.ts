// Stable sorting by Python's `<`: a merge sort that asks exactly `right < left`, and takes runs
// that are in order already as they are. Equal items keep their order, also with `reverse`.
// Source: CPython Objects/listobject.c (list_sort_impl); timsort is replaced by a plain merge of
// natural runs.

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

/** Stretches that are in order; strictly falling ones are turned round. */
function naturalRuns(
  items: readonly number[],
  less: (a: number, b: number) => boolean,
): number[][] {
  const runs: number[][] = [];
  for (let start = 0; start < items.length; ) {
    let end = start + 2;
    const falls = start + 1 < items.length && less(items[start + 1], items[start]);
    while (end < items.length && less(items[end], items[end - 1]) === falls) end++;
    const stretch = items.slice(start, end);
    runs.push(falls ? stretch.reverse() : stretch);
    start = end;
  }
  return runs;
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
