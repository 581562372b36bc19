import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { ringsOf, type WaitGraph } from '../../src/check/wait-graph.ts';

const graphs = fc
  .array(fc.array(fc.nat(9), { maxLength: 3 }), { minLength: 1, maxLength: 10 })
  .map((rows): WaitGraph => new Map(rows.map((next, task) => [task, next])));

/** Tasks that a task reaches in one step or more. */
function reachable(graph: WaitGraph, start: number): Set<number> {
  const seen = new Set<number>();
  const open = [...(graph.get(start) ?? [])];
  for (let task = open.pop(); task !== undefined; task = open.pop()) {
    if (seen.has(task)) continue;
    seen.add(task);
    open.push(...(graph.get(task) ?? []));
  }
  return seen;
}

describe('rings of a wait graph', () => {
  test('are found where tasks wait for each other', () => {
    const graph: WaitGraph = new Map([
      [1, [2]],
      [2, [3]],
      [3, [2]],
      [5, [5]],
      [6, [7]],
      [7, []],
    ]);
    expect(ringsOf(graph)).toEqual([[2, 3], [5]]);
  });

  test('are as short as can be', () => {
    const graph: WaitGraph = new Map([
      [1, [2, 4]],
      [2, [3]],
      [3, [4]],
      [4, [1]],
    ]);
    expect(ringsOf(graph)).toEqual([[1, 4]]);
  });

  test('of a hundred thousand tasks do not exhaust the stack', () => {
    const count = 100_000;
    const graph = new Map(Array.from({ length: count }, (_, i) => [i, [(i + 1) % count]]));
    expect(ringsOf(graph)[0].length).toBe(count);
  });

  test.prop([graphs])('follow the graph and come back', (graph) => {
    for (const ring of ringsOf(graph)) {
      ring.forEach((task, i) => {
        expect(graph.get(task)).toContain(ring[(i + 1) % ring.length]);
      });
      expect(new Set(ring).size).toBe(ring.length);
      expect(ring[0]).toBe(Math.min(...ring));
    }
  });

  test.prop([graphs])('there is one for every knot', (graph) => {
    const knots = new Set<number>();
    for (const task of graph.keys()) {
      const reached = reachable(graph, task);
      if (!reached.has(task)) continue;
      const knot = [...reached].filter((other) => reachable(graph, other).has(task));
      knots.add(Math.min(...knot));
    }
    expect(ringsOf(graph).map(([first]) => first)).toEqual([...knots].sort((a, b) => a - b));
  });
});
