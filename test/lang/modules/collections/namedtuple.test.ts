import { expect, test } from 'vitest';
import { NamedTuple, namedtuple } from '../../../../src/lang/modules/collections/namedtuple.ts';
import { Tuple } from '../../../../src/lang/values.ts';
import { printed } from '../../../simulated.ts';

test('a named tuple is a tuple, of a class of the program', () => {
  expect(NamedTuple.prototype).toBeInstanceOf(Tuple);
  expect(namedtuple.name).toBe('namedtuple');
  const text = `
from collections import namedtuple
Pair = namedtuple('Pair', 'left right')
print(Pair(1, 2), Pair)
`;
  expect(printed(text)).toBe("Pair(left=1, right=2) <class '__main__.Pair'>\n");
});
