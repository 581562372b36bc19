// heapq on an array: the order in which equal items leave is part of the contract (PriorityQueue),
// so the sifts are CPython's own, comparison for comparison. `less(a, b)` is Python's `a < b` and
// may throw. Source: CPython Lib/heapq.py (heappush, heappop, _siftdown, _siftup).

export type Less<T> = (a: T, b: T) => boolean;

/** Adds an item, keeping the heap invariant. */
export function heappush<T>(heap: T[], item: T, less: Less<T>): void {
  heap.push(item);
  siftDown(heap, 0, heap.length - 1, less);
}

/** Removes and returns the smallest item; the heap is not empty. */
export function heappop<T>(heap: T[], less: Less<T>): T {
  const last = heap.pop() as T;
  if (heap.length === 0) return last;
  const smallest = heap[0];
  heap[0] = last;
  siftUp(heap, 0, less);
  return smallest;
}

/** Makes a heap of any array. */
export function heapify<T>(heap: T[], less: Less<T>): void {
  for (let i = (heap.length >> 1) - 1; i >= 0; i--) siftUp(heap, i, less);
}

/** Takes the smallest item and puts another in its place; the heap is not empty. */
export function heapreplace<T>(heap: T[], item: T, less: Less<T>): T {
  const smallest = heap[0];
  heap[0] = item;
  siftUp(heap, 0, less);
  return smallest;
}

function siftDown<T>(heap: T[], start: number, from: number, less: Less<T>): void {
  let position = from;
  const item = heap[position];
  while (position > start) {
    const parent = (position - 1) >> 1;
    if (!less(item, heap[parent])) break;
    heap[position] = heap[parent];
    position = parent;
  }
  heap[position] = item;
}

function siftUp<T>(heap: T[], start: number, less: Less<T>): void {
  const end = heap.length;
  let position = start;
  const item = heap[position];
  let child = 2 * position + 1;
  while (child < end) {
    const right = child + 1;
    if (right < end && !less(heap[child], heap[right])) child = right;
    heap[position] = heap[child];
    position = child;
    child = 2 * position + 1;
  }
  heap[position] = item;
  siftDown(heap, start, position, less);
}
