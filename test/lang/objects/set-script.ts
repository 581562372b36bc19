// Scripts of operations on two sets of numbers, as recorded from CPython with the order of the
// members after them.

import type { Interpreter } from '../../../src/lang/interpreter.ts';
import { PySet } from '../../../src/lang/objects/set.ts';
import { evaluate, type Tree } from './expression-tree.ts';

export type Step = readonly [string, 0 | 1, ...never[]];

/** The two sets after the script. */
export function perform(run: Interpreter, steps: readonly Step[]): readonly [PySet, PySet] {
  const sets: [PySet, PySet] = [new PySet(run), new PySet(run)];
  const value = (tree: Tree): unknown => evaluate(run, tree);
  for (const [operation, i, ...args] of steps) {
    const [self, other] = [sets[i], sets[1 - i]];
    if (operation === 'add') self.add(value(args[0]));
    else if (operation === 'discard') self.discard(value(args[0]));
    else if (operation === 'addmany') {
      const [start, count, step] = args as number[];
      for (let k = 0; k < count; k++) self.add(start + k * step);
    } else if (operation === 'fromlist') {
      sets[i] = new PySet(run, (args[0] as Tree[]).map(value));
    } else sets[i] = combined(operation, self, other);
  }
  return sets;
}

function combined(operation: string, self: PySet, other: PySet): PySet {
  switch (operation) {
    case 'or': {
      const result = self.copy();
      result.update(other);
      return result;
    }
    case 'and':
      return self.intersection(other);
    case 'sub':
      return self.difference(other);
    case 'xor':
      return self.symmetricDifference(other);
    case 'copy':
      return other.copy();
    default:
      change(operation, self, other);
      return self;
  }
}

function change(operation: string, self: PySet, other: PySet): void {
  if (operation === 'update') self.update(other);
  else if (operation === 'isub') self.subtract(other);
  else if (operation === 'iand') self.become(self.intersection(other));
  else if (operation === 'ixor') self.symmetricUpdate(other);
  else if (operation === 'pop') self.pop();
  else if (operation === 'clear2') self.clear();
  else throw new Error(`no such operation: ${operation}`);
}
