import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { foldEvents } from '../../src/trace/fold.ts';
import { Holdings } from '../../src/trace/holdings.ts';
import { Script } from './script.ts';

function semaphore(capacity: number, steps: readonly (readonly ['+' | '-', number])[]): Holdings {
  const script = new Script();
  const object = script.object('Semaphore', capacity, 'slots');
  for (const [sign, task] of steps) {
    const kind = sign === '+' ? 'semaphore.acquired' : 'semaphore.released';
    script.emit(task, kind, { object, value: 0 });
  }
  return foldEvents(script.events(), new Holdings())[0];
}

describe('holdings', () => {
  test('know who holds how many permits', () => {
    const holdings = semaphore(3, [
      ['+', 1],
      ['+', 2],
      ['+', 1],
      ['-', 2],
    ]);
    expect(holdings.get('semaphore#1')).toMatchObject({ name: 'slots', capacity: 3, held: 2 });
    expect([...(holdings.get('semaphore#1')?.holders ?? [])]).toEqual([[1, 2]]);
    expect(holdings.heldBy(1).map(({ object }) => object)).toEqual(['semaphore#1']);
    expect([holdings.holdsAny(1), holdings.holdsAny(2)]).toEqual([true, false]);
  });

  test('take a permit that another task releases from the holder of longest standing', () => {
    const holdings = semaphore(3, [
      ['+', 4],
      ['+', 5],
      ['-', 9],
    ]);
    expect(holdings.holdersOf('semaphore#1')).toEqual([5]);
    expect(holdings.changed).toBe(4);
  });

  test('count nobody as holder of a semaphore that is used as a signal', () => {
    const holdings = semaphore(0, [
      ['-', 1],
      ['+', 2],
      ['-', 1],
    ]);
    expect(holdings.get('semaphore#1')).toMatchObject({ held: 0, surplus: 1 });
    expect(holdings.holdersOf('semaphore#1')).toEqual([]);
  });

  test('know a lock, whoever releases it', () => {
    const script = new Script();
    const object = script.object('Lock', null, 'door');
    script.emit(2, 'lock.acquired', { object });
    const [holdings] = foldEvents(script.events(), new Holdings());
    expect(holdings.get(object)).toMatchObject({ class: 'Lock', capacity: 1, held: 1 });
    expect(holdings.nameOf(object)).toBe('door');
    script.emit(7, 'lock.released', { object });
    expect(foldEvents(script.events(), new Holdings())[0].holdersOf(object)).toEqual([]);
  });

  test('remember the names of other objects, but do not list them', () => {
    const script = new Script();
    script.object('Queue', 3, 'jobs');
    const [holdings] = foldEvents(script.events(), new Holdings());
    expect([...holdings.all()]).toEqual([]);
    expect([holdings.nameOf('queue#1'), holdings.nameOf('queue#2')]).toEqual(['jobs', 'queue#2']);
  });

  test.prop([
    fc.array(fc.tuple(fc.constantFrom('+' as const, '-' as const), fc.integer({ min: 1, max: 4 }))),
  ])('count acquisitions less releases, never below 0', (steps) => {
    const balance = steps.reduce((sum, [sign]) => sum + (sign === '+' ? 1 : -1), 0);
    const holding = semaphore(2, steps).get('semaphore#1');
    expect(holding?.held).toBe(Math.max(0, balance));
    const perTask = [...(holding?.holders.values() ?? [])];
    expect(perTask.reduce((sum, count) => sum + count, 0)).toBe(holding?.held);
    expect(perTask.every((count) => count > 0)).toBe(true);
  });
});
