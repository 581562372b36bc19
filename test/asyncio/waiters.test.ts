// Lists of waiters: who is first, and who counts, whatever is done in whatever order.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Waiter, WaiterList } from '../../src/asyncio/waiters.ts';
import * as sim from '../../src/index.ts';
import type { Body } from './observe.ts';

const act = fc.record({
  word: fc.constantFrom('add', 'add', 'cancel', 'wake', 'remove', 'pop'),
  place: fc.nat(20),
});

/** Plays the acts on a list and on an array, which is what CPython's deque of waiters is. */
function play(keepsDone: boolean, acts: readonly { word: string; place: number }[]): void {
  const list = new WaiterList(keepsDone);
  /** All that have not removed themselves, and those of them that were taken out. */
  const model: Waiter[] = [];
  const popped = new Set<Waiter>();
  for (const { word, place } of acts) {
    const chosen = model[place % Math.max(model.length, 1)];
    if (word === 'add') model.push(list.add(sim.getRunningLoop(), null));
    else if (word === 'pop') {
      const waiter = list.pop();
      if (waiter !== null) popped.add(waiter);
    } else if (chosen === undefined) continue;
    else if (word === 'cancel') chosen.cancel();
    else if (word === 'wake' && !chosen.done()) chosen.setResult(true);
    else if (word === 'remove') {
      list.remove(chosen);
      model.splice(model.indexOf(chosen), 1);
    }
    const inList = model.filter((each) => !popped.has(each) && (keepsDone || !each.done()));
    expect(list.first).toBe(inList[0] ?? null);
    expect(list.linked).toBe(inList.length);
    expect(list.length).toBe(model.length);
    expect(list.uncancelled).toBe(model.filter((each) => !each.cancelled()).length);
  }
}

describe.each([true, false])(
  'a list of waiters that keeps those that are done: %s',
  (keepsDone) => {
    test('knows its first and its counts as a plain array would', () => {
      const main = (function* (): Body<void> {
        fc.assert(
          fc.property(fc.array(act, { maxLength: 60 }), (acts) => play(keepsDone, acts)),
          { numRuns: 300, seed: 53 },
        );
      })();
      expect(sim.run(main)).toBe(undefined);
    });
  },
);
