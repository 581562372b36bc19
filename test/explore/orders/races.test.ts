// What the races of a run ask for.
import { describe, expect, test } from 'vitest';
import { Causes } from '../../../src/explore/orders/causes.ts';
import { wantedBy } from '../../../src/explore/orders/races.ts';
import { THREE, walkedRun } from './walked.ts';

/** By branch, as the number of stretches before it: what is to be tried there. */
function wanted(body: string, lengths: readonly number[] = []): [number, string][] {
  const { run, walked } = walkedRun(body, lengths);
  const asked: [number, string][] = [];
  for (const { branch, firing } of wantedBy(run, new Causes(run.record), walked)) {
    branch.tried = [...branch.tried, firing];
    asked.push([branch.count, firing.join(' ')]);
  }
  return asked;
}

describe('a race asks for', () => {
  test('the later one first, and both at once, but for what commutes', () => {
    expect(wanted(THREE, [1.25, 1.5, 1.75]).filter(([count]) => count === 1)).toEqual([
      [1, '0.1'],
      [1, '0.0 0.1'],
    ]);
  });

  test('nothing where the later one cannot come before', () => {
    const body = THREE.replace('nap(1, 2)', 'asyncio.sleep(name)');
    expect(wanted(body).filter(([count]) => count < 3)).toEqual([]);
  });

  test('each alone, where both came at once, and the other order of the two', () => {
    const all = wanted(THREE, [1.5, 1.5, 1.75]).filter(([count]) => count <= 2);
    expect(all).toEqual(
      expect.arrayContaining([
        [1, '0.1'],
        [1, '0.0'],
      ]),
    );
  });

  test('something that has to come before, where the later one cannot be first', () => {
    const body = `
x = []
async def append(name, time):
    await time
    x.append(name)
    await asyncio.sleep(9)
async def other():
    await asyncio.sleep(1.5)
    await asyncio.sleep(9)
await asyncio.gather(append(1, nap(1, 3)), other(), append(2, asyncio.sleep(2)))`;
    // 0.2 is due at 2 s, after 0.1, which shares nothing with the others.
    expect(wanted(body, [1.25]).filter(([count]) => count === 1)).toEqual([[1, '0.1']]);
  });

  test('a timer before what cancels it, where it may be', () => {
    const body = 'async with asyncio.timeout(1.5):\n    await nap(1, 2)';
    expect(wanted(body, [1.25])).toEqual(
      expect.arrayContaining([
        [1, '0.0'],
        [1, '0.0 0.1'],
      ]),
    );
    expect(wanted(body.replace('1.5', '3'), [1.25])).toEqual([]);
  });
});
