import { describe, expect, test } from 'vitest';
import { barrierClass } from '../../../../src/lang/modules/asyncio/barriers.ts';
import { mainPrints, simulate } from '../../../simulated.ts';
import { expectRecorded, namesUsed } from './recorded.ts';

describe('a barrier', () => {
  test('prints what CPython 3.14.2 prints', () => expectRecorded('barriers'));

  test('has all its methods called there', () => {
    const used = namesUsed('barriers');
    const own = [...barrierClass.attributes.keys()].filter((name) => !name.startsWith('__'));
    expect(own).toEqual(['wait', 'reset', 'abort', 'parties', 'n_waiting', 'broken']);
    expect(own.filter((name) => !used.has(name))).toEqual([]);
  });

  test('shows the class, the address and the state', () => {
    expect(mainPrints('print(asyncio.Barrier(2))')[0]).toMatch(
      /^<asyncio\.locks\.Barrier object at 0x[0-9a-f]+ \[filling, waiters:0\/2\]>$/,
    );
  });

  test('needs its parties', () => {
    const { stderr } = simulate('import asyncio\nprint("x", flush=True)\nasyncio.Barrier("2")');
    expect(stderr).toContain('TypeError');
  });

  test('is the only one that a deadlock speaks of, its condition is not', () => {
    const { outcome, trace } = simulate(
      `
import asyncio
async def main():
    gate = asyncio.Barrier(3)
    asyncio.create_task(gate.wait())
    await gate.wait()
asyncio.run(main())
`,
    );
    expect(outcome.end).toBe('deadlocked');
    const told = [...trace].filter((each) => each.kind.startsWith('object.'));
    expect(told.map((each) => 'class' in each && [each.class, each.name, each.capacity])).toEqual([
      ['Barrier', 'gate', 3],
    ]);
    const waits = [...trace].filter((each) => each.kind === 'task.suspended');
    expect(waits.map((each) => each.kind === 'task.suspended' && each.on)).toEqual([
      'barrier#1',
      'barrier#1',
    ]);
  });
});
