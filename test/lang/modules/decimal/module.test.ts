import { expect, test } from 'vitest';
import { decimalModule } from '../../../../src/lang/modules/decimal/module.ts';
import { printed } from '../../../simulated.ts';

test('each run has ready-made contexts of its own', () => {
  const [one, other] = [decimalModule(), decimalModule()];
  expect(one.attributes.get('DefaultContext')).not.toBe(other.attributes.get('DefaultContext'));
});

test('a context belongs to the task that changes it', () => {
  const text = `import asyncio
from decimal import Decimal, getcontext
async def worker(places):
    getcontext().prec = places
    await asyncio.sleep(1)
    return Decimal(1) / 3
async def main():
    print(*await asyncio.gather(worker(3), worker(5)))
asyncio.run(main())
`;
  // Both tasks copy the context variable's value: the context of main, which none has made yet.
  expect(printed(text)).toBe('0.333 0.33333\n');
});
