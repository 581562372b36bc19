import { expect, test } from 'vitest';
import { Counter, counterClass } from '../../../../src/lang/modules/collections/counter.ts';
import { printed } from '../../../simulated.ts';

test('a counter counts what is missing as nothing', () => {
  expect([Counter.name, counterClass.name]).toEqual(['Counter', 'Counter']);
  const text = `
from collections import Counter
seen = Counter()
seen['x'] += 1
print(seen['x'], seen['y'], seen)
`;
  expect(printed(text)).toBe("1 0 Counter({'x': 1})\n");
});
