// Rings of tasks that wait for each other, in a graph given as "task -> tasks it waits for": the
// strongly connected components by Tarjan's algorithm (SIAM J. Comput. 1, 1972) with a stack of its
// own, so depth does not matter, and in each a shortest ring through its lowest task by
// breadth-first search.

export type WaitGraph = ReadonlyMap<number, readonly number[]>;

/**
 * One ring for each knot of the graph, each starting with its lowest task, in order of that task.
 */
export function ringsOf(graph: WaitGraph): number[][] {
  const rings: number[][] = [];
  for (const component of componentsOf(graph)) {
    const ring = shortestRing(graph, new Set(component), lowest(component));
    if (ring !== null) rings.push(ring);
  }
  return rings.sort((a, b) => a[0] - b[0]);
}

function lowest(tasks: readonly number[]): number {
  return tasks.reduce((least, task) => Math.min(least, task));
}

interface Visit {
  readonly task: number;
  readonly next: readonly number[];
  place: number;
}

/** Strongly connected components. */
function componentsOf(graph: WaitGraph): number[][] {
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const open: number[] = [];
  const isOpen = new Set<number>();
  const components: number[][] = [];
  const visits: Visit[] = [];

  const enter = (task: number): void => {
    low.set(task, order.size);
    order.set(task, order.size);
    open.push(task);
    isOpen.add(task);
    visits.push({ task, next: graph.get(task) ?? [], place: 0 });
  };
  const lower = (task: number, bound: number): void => {
    low.set(task, Math.min(low.get(task)!, bound));
  };
  const leave = (visit: Visit): void => {
    visits.pop();
    const { task } = visit;
    if (visits.length > 0) lower(visits[visits.length - 1].task, low.get(task)!);
    if (low.get(task) !== order.get(task)) return;
    const component = open.splice(open.lastIndexOf(task));
    for (const member of component) isOpen.delete(member);
    components.push(component);
  };

  for (const root of graph.keys()) {
    if (!order.has(root)) enter(root);
    while (visits.length > 0) {
      const visit = visits[visits.length - 1];
      if (visit.place === visit.next.length) {
        leave(visit);
        continue;
      }
      const next = visit.next[visit.place++];
      if (!order.has(next)) enter(next);
      else if (isOpen.has(next)) lower(visit.task, order.get(next)!);
    }
  }
  return components;
}

/** A shortest way from `start` back to itself inside `members`; null where there is none. */
function shortestRing(
  graph: WaitGraph,
  members: ReadonlySet<number>,
  start: number,
): number[] | null {
  const cameFrom = new Map<number, number>();
  const queue = [start];
  for (let i = 0; i < queue.length; i++) {
    const task = queue[i];
    for (const next of graph.get(task) ?? []) {
      if (next === start) return trail(cameFrom, start, task);
      if (!members.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, task);
      queue.push(next);
    }
  }
  return null;
}

function trail(cameFrom: ReadonlyMap<number, number>, start: number, last: number): number[] {
  const ring = [];
  for (let task = last; task !== start; task = cameFrom.get(task)!) ring.push(task);
  ring.push(start);
  return ring.reverse();
}
