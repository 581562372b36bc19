// itemgetter, attrgetter and methodcaller as a program sorts and maps with them.
import { expect, test } from 'vitest';
import {
  attributeGetterClass,
  itemGetterClass,
  methodCallerClass,
} from '../../../src/lang/modules/operator-getters.ts';
import { linesOf } from './functional-snippets.ts';

test('nothing can be derived from them, and messages name the module', () => {
  for (const cls of [attributeGetterClass, itemGetterClass, methodCallerClass]) {
    expect([cls.isFinal, cls.messageName]).toEqual([true, `operator.${cls.name}`]);
  }
});

test('keys of sorts, functions of maps', () => {
  const text = `
from operator import attrgetter, itemgetter, methodcaller
rows = [('b', 2), ('a', 3), ('c', 1)]
print(sorted(rows, key=itemgetter(1)), sorted(rows, key=itemgetter(0), reverse=True))
class Job:
    def __init__(self, cost): self.cost = cost
print(min(map(Job, [3, 1, 2]), key=attrgetter('cost')).cost)
print(list(map(methodcaller('split', '-', maxsplit=1), ['a-b-c', 'd'])))
`;
  expect(linesOf(text)).toEqual([
    "[('c', 1), ('b', 2), ('a', 3)] [('c', 1), ('b', 2), ('a', 3)]",
    '1',
    "[['a', 'b-c'], ['d']]",
  ]);
});
