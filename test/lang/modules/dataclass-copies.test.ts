// asdict copies what is no dataclass, as copy.deepcopy does; locks cannot be copied.
import { expect, test } from 'vitest';
import { FIELDS, fieldTable } from '../../../src/lang/modules/dataclass-copies.ts';
import { objectClass } from '../../../src/lang/objects/classes.ts';
import { printed } from '../../simulated.ts';

test('a class without fields is no dataclass', () => {
  expect(objectClass.lookup(FIELDS)).toBe(undefined);
  expect(fieldTable(objectClass)).toBe(null);
});

test('sets and objects of the program are made anew', () => {
  const text = `
from dataclasses import dataclass, asdict
import asyncio
class Plain:
    def __init__(self):
        self.items = [1]
        self.me = self
@dataclass
class A:
    x: set
    y: Plain
a = A({1}, Plain())
d = asdict(a)
print(d['x'], d['x'] is a.x, d['y'] is a.y, d['y'].items is a.y.items, d['y'].me is d['y'])
try:
    asdict(A(asyncio.Lock(), 1))
except NotImplementedError as e:
    print(e)
`;
  expect(printed(text)).toBe(
    "{1} False False False True\ncopying a 'Lock' object is not supported\n",
  );
});
