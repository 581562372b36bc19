import { expect, test } from 'vitest';
import { contextMethods } from '../../../../src/lang/modules/decimal/context-methods.ts';
import { printed } from '../../../simulated.ts';

test('a context computes with its own precision and rounding', () => {
  const text = `from decimal import Context, ROUND_UP
c = Context(prec=3, rounding=ROUND_UP)
print(c.divide(1, 3), c.add(1, 2), c.sqrt(2), c.minus(5), c.power(2, 10), c.create_decimal('9.999'))
`;
  expect(printed(text)).toBe('0.334 3 1.41 -5 1.03E+3 10.0\n');
  expect(contextMethods.map(({ name }) => name)).toContain('divide_int');
});
