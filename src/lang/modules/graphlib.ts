// Module `graphlib`: TopologicalSorter, which gives nodes when all that they wait for are done, and
// CycleError. Source: CPython 3.14 Lib/graphlib.py.

import { ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass, define } from '../objects/classes.ts';
import { Dict } from '../objects/dict.ts';
import { exceptionClassOf } from '../objects/exception-classes.ts';
import { items, iterate } from '../objects/iteration.ts';
import { invoke } from '../objects/native-class.ts';
import { callBuiltin, LibraryFunction } from '../objects/signature.ts';
import { Builtin, Instance, PyModule, Tuple } from '../values.ts';

const cycleErrorClass = builtinClass('CycleError', [exceptionClassOf(ValueError)], 'graphlib');

class GraphNode {
  readonly node: unknown;
  /** How many it waits for. */
  waitsFor = 0;
  state: 'waiting' | 'out' | 'done' = 'waiting';
  readonly successors: GraphNode[] = [];

  constructor(node: unknown) {
    this.node = node;
  }
}

class Sorter extends Instance {
  /** By node, in the order in which they were first named. */
  nodes: Dict | null = null;
  ready: GraphNode[] | null = null;
  passedOut = 0;
  finished = 0;
}

function nodeOf(run: Interpreter, self: Sorter, node: unknown): GraphNode {
  self.nodes ??= new Dict(run);
  const known = self.nodes.get(node);
  if (known instanceof GraphNode) return known;
  const made = new GraphNode(node);
  self.nodes.set(node, made);
  return made;
}

function allNodes({ nodes }: Sorter): GraphNode[] {
  return nodes === null ? [] : [...nodes.entries()].map(({ value }) => value as GraphNode);
}

function add(run: Interpreter, self: Sorter, node: unknown, before: readonly unknown[]): null {
  if (self.ready !== null) {
    throw new ValueError('Nodes cannot be added after a call to prepare()');
  }
  const added = nodeOf(run, self, node);
  added.waitsFor += before.length;
  for (const each of before) nodeOf(run, self, each).successors.push(added);
  return null;
}

/** The first cycle that a search through the successors meets, its first node again at the end. */
function cycleIn(nodes: readonly GraphNode[]): GraphNode[] | null {
  const seen = new Set<GraphNode>();
  const path: { readonly node: GraphNode; next: number }[] = [];
  const places = new Map<GraphNode, number>();
  for (const start of nodes) {
    let node: GraphNode | null = start;
    while (node !== null && !(seen.has(node) && path.length === 0)) {
      if (seen.has(node)) {
        const place = places.get(node);
        if (place !== undefined) return [...path.slice(place).map((each) => each.node), node];
      } else {
        seen.add(node);
        places.set(node, path.length);
        path.push({ node, next: 0 });
      }
      node = null;
      while (path.length > 0 && node === null) {
        const last = path[path.length - 1];
        node = last.node.successors[last.next++] ?? null;
        if (node === null) {
          places.delete(last.node);
          path.pop();
        }
      }
    }
  }
  return null;
}

function prepare(self: Sorter): null {
  if (self.passedOut > 0) throw new ValueError('cannot prepare() after starting sort');
  const nodes = allNodes(self);
  self.ready ??= nodes.filter(({ waitsFor }) => waitsFor === 0);
  const cycle = cycleIn(nodes);
  if (cycle === null) return null;
  const error = new ValueError(
    'nodes are in a cycle',
    cycle.map(({ node }) => node),
  );
  error.userClass = cycleErrorClass;
  throw error;
}

function readyOf({ ready }: Sorter): GraphNode[] {
  if (ready === null) throw new ValueError('prepare() must be called first');
  return ready;
}

function getReady(self: Sorter): Tuple {
  const given = readyOf(self).splice(0);
  for (const each of given) each.state = 'out';
  self.passedOut += given.length;
  return new Tuple(given.map(({ node }) => node));
}

function isActive(self: Sorter): boolean {
  const ready = readyOf(self);
  return self.finished < self.passedOut || ready.length > 0;
}

function done(run: Interpreter, self: Sorter, nodes: readonly unknown[]): null {
  const ready = readyOf(self);
  for (const each of nodes) {
    const found = self.nodes?.get(each);
    const shown = (): string => `node ${run.objects.repr(run, each)}`;
    if (!(found instanceof GraphNode)) throw new ValueError(`${shown()} was not added using add()`);
    if (found.state === 'waiting') {
      throw new ValueError(`${shown()} was not passed out (still not ready)`);
    }
    if (found.state === 'done') throw new ValueError(`${shown()} was already marked done`);
    found.state = 'done';
    for (const successor of found.successors) {
      if (--successor.waitsFor === 0) ready.push(successor);
    }
    self.finished++;
  }
  return null;
}

function* staticOrder(run: Interpreter, self: Sorter): Generator<unknown> {
  prepare(self);
  while (isActive(self)) {
    const { items: group } = getReady(self);
    yield* group;
    done(run, self, group);
  }
}

const initialiser = new LibraryFunction(
  '__init__(self, graph=None)',
  (run, self: Sorter, graph: unknown) => {
    if (graph === null) return null;
    for (const pair of items(run, invoke(run, graph, 'items', []))) {
      const [node, before] = [...items(run, pair)];
      add(run, self, node, [...items(run, before)]);
    }
    return null;
  },
);
const sorterClass = define(builtinClass('TopologicalSorter', undefined, 'graphlib'), [
  initialiser,
  new LibraryFunction('add(self, node, *predecessors)', add),
  new LibraryFunction('prepare(self)', (_run, self: Sorter) => prepare(self)),
  new LibraryFunction('get_ready(self)', (_run, self: Sorter) => getReady(self)),
  new LibraryFunction('is_active(self)', (_run, self: Sorter) => isActive(self)),
  new LibraryFunction('__bool__(self)', (_run, self: Sorter) => isActive(self)),
  new LibraryFunction('done(self, *nodes)', done),
  new LibraryFunction('static_order(self)', (run, self: Sorter) =>
    iterate(run, [...staticOrder(run, self)]),
  ),
]);
sorterClass.signature = 'TopologicalSorter(graph=None)';
sorterClass.construct = (run, called, args, keywords) => {
  const self = new Sorter(called);
  const method = called.lookup('__init__');
  if (method instanceof Builtin) callBuiltin(run, method, [self, ...args], keywords);
  return self;
};
sorterClass.attributes.set(
  '__class_getitem__',
  new Builtin('__class_getitem__(cls, item, /)', (_run, given: unknown) => given),
);

/** The module; the same for every run. */
export const graphlibModule = new PyModule(
  'graphlib',
  new Map<string, unknown>([
    ['TopologicalSorter', sorterClass],
    ['CycleError', cycleErrorClass],
  ]),
);
