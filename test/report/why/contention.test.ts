import { describe, expect, test } from 'vitest';
import { Contention } from '../../../src/report/why/contention.ts';
import { foldEvents } from '../../../src/trace/fold.ts';
import { simulate } from '../../simulated.ts';
import { findingsOf, rows } from './inquired.ts';
import { CONTENDED } from './programs.ts';

describe('contention', () => {
  test('says who waited how long, who held the lock longest, and the share of the run', () => {
    const [finding] = findingsOf(CONTENDED);
    expect(finding).toMatchObject({
      rule: 'contention',
      headline:
        'Contention: tasks waited for lock during 2 s, 67 % of the run: 2 waits of 3 s in all; ' +
        'held longest by Task-2 (work), for 1 s (line 6)',
      object: 'lock#1',
      advice: 'hold lock for less: await what does not need it outside',
    });
    expect(rows(finding.steps)).toEqual([
      [0, 2, 6, 'acquires lock'],
      [0, 4, 6, 'begins to wait for lock'],
      [1, 2, 6, 'releases lock'],
      [2, 4, 6, 'acquires lock'],
    ]);
  });

  test('is not told of waits below a tenth of the run', () => {
    const text = CONTENDED.replace(
      'asyncio.gather(',
      'asyncio.sleep(97)\n    await asyncio.gather(',
    );
    expect(findingsOf(text)).toEqual([]);
  });

  test('counts waits that were given up, and semaphores', () => {
    const text = `import asyncio
async def main():
    slots = asyncio.Semaphore(1)
    async with slots:
        try:
            await asyncio.wait_for(slots.acquire(), 2)
        except TimeoutError:
            pass
asyncio.run(main())
`;
    const [fold] = foldEvents(simulate(text).trace, new Contention());
    expect(fold.tallies()).toMatchObject([
      { object: 'semaphore#1', waits: 1, waitedSeconds: 2, contendedSeconds: 2, heldSeconds: 2 },
    ]);
  });
});
