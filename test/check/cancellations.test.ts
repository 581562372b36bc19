import { describe, expect, test } from 'vitest';
import { Cancellations } from '../../src/check/cancellations.ts';
import { foldEvents } from '../../src/trace/fold.ts';
import { ORDERLY, STUBBORN } from '../report/why/programs.ts';
import { simulate } from '../simulated.ts';

/** Task, outcome and number of waits of every request. */
const outcomes = (text: string) => {
  const [fold] = foldEvents(simulate(text).trace, new Cancellations());
  return fold.all().map(({ task, outcome, waits }) => [task, outcome, waits]);
};

const program = (body: string) => `import asyncio\n${body}\nasyncio.run(main())\n`;

describe('what becomes of a request to cancel', () => {
  test('a task that returns normally has swallowed it', () => {
    expect(outcomes(STUBBORN)).toEqual([[2, 'swallowed', 1]]);
  });

  test('a task that cleans up and ends cancelled has not', () => {
    expect(outcomes(ORDERLY)).toEqual([[2, 'cancelled', 1]]);
  });

  test('a task that was never started ends cancelled', () => {
    const text = program(`
async def main():
    task = asyncio.create_task(asyncio.sleep(1))
    task.cancel()
    await asyncio.wait([task])`);
    expect(outcomes(text)).toEqual([[2, 'cancelled', 0]]);
  });

  test('a time-out that comes out as TimeoutError takes it back', () => {
    const text = program(`
async def main():
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(9)
    except TimeoutError:
        pass`);
    expect(outcomes(text)).toEqual([[1, 'handled', 0]]);
  });

  test('a time-out that nothing comes out of was swallowed', () => {
    const text = program(`
async def main():
    async with asyncio.timeout(1):
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            pass`);
    expect(outcomes(text)).toEqual([[1, 'swallowed', 0]]);
  });

  test('an error of the clean-up is no swallowing', () => {
    const text = program(`
async def work():
    try:
        await asyncio.sleep(9)
    finally:
        raise ValueError
async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])`);
    expect(outcomes(text)).toEqual([[2, 'handled', 0]]);
  });

  test('who awaits a cancelled task is not asked itself', () => {
    const text = program(`
async def main():
    task = asyncio.create_task(asyncio.sleep(9))
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        await asyncio.sleep(1)`);
    expect(outcomes(text)).toEqual([[2, 'cancelled', 0]]);
  });

  test('whoever waits on in a loop is asked again at the end', () => {
    const text = program(`
async def work():
    while True:
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            if asyncio.current_task().cancelling() == 2:
                raise
async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1.5)
    task.cancel()
    await asyncio.sleep(2.9)`);
    expect(outcomes(text)).toEqual([
      [2, 'asked again', 3],
      [2, 'cancelled', 0],
    ]);
  });

  test('a task that ends before it gets CancelledError has not got it', () => {
    const text = program(`
async def work():
    asyncio.current_task().cancel()
async def main():
    await asyncio.wait([asyncio.create_task(work())])`);
    expect(outcomes(text)).toEqual([[2, 'cancelled', 0]]);
  });
});
