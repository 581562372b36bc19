import { expect, test } from 'vitest';
import { printed } from '../../simulated.ts';
import { expectRecorded } from '../modules/recorded.ts';

test('type parameters are names in what they stand before', () => {
  expectRecorded('type-parameters', '../compile');
});

test('each run of a statement makes its parameters anew', () => {
  const text = `def make():
    def inner[T](x: T):
        return T
    return inner
one, other = make(), make()
print(one(1) is one(2), one(1) is other(1))
`;
  expect(printed(text)).toBe('True False\n');
});
