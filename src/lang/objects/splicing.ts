// Changing the middle of an array in place: other items for some, or a slice taken out. Lists and
// bytearrays do it alike.
// Source: CPython Objects/listobject.c (list_ass_slice, list_ass_subscript).

import type { SliceIndices } from './slices.ts';

/** Puts `items` in the place of `count` items; in pieces, for V8's limit on arguments. */
export function replaceItems<T>(
  list: T[],
  start: number,
  count: number,
  items: readonly T[],
): void {
  if (items.length < 1000) {
    list.splice(start, count, ...items);
    return;
  }
  const tail = list.slice(start + count);
  list.length = start;
  for (const item of items) list.push(item);
  for (const item of tail) list.push(item);
}

/** Takes the items of a slice out. */
export function deleteSlice<T>(list: T[], { start, step, count }: SliceIndices): void {
  if (step === 1) {
    list.splice(start, count);
    return;
  }
  const gone = new Set<number>();
  for (let i = 0; i < count; i++) gone.add(start + i * step);
  const kept = list.filter((_, i) => !gone.has(i));
  list.length = 0;
  for (const item of kept) list.push(item);
}
