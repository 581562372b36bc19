import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { LockRules } from '../../src/check/lock-rules.ts';
import { foldEvents } from '../../src/trace/fold.ts';
import { Script, semaphoreRun } from '../trace/script.ts';
import { deadlockRun } from './deadlocked.ts';

function violations(script: Script): [string, string][] {
  const [rules] = foldEvents(script.events(), new LockRules());
  return rules.finish().map(({ rule, message }) => [rule, message]);
}

const lock = 'lock#1';
const slots = 'semaphore#1';

describe('lock rules', () => {
  test('hold in runs of asyncio', () => {
    expect(violations(semaphoreRun(50, 5))).toEqual([]);
    expect(violations(deadlockRun())).toEqual([]);
  });

  test('a lock is held by one task', () => {
    const script = new Script();
    script.object('Lock', null, 'door');
    script.emit(2, 'lock.acquired', { object: lock }).emit(3, 'lock.acquired', { object: lock });
    expect(violations(script)).toEqual([
      ['lock.shared', 'task 3 acquired door (lock#1) while task 2 held it'],
    ]);
  });

  test('a lock that nobody holds is not released', () => {
    const script = new Script().emit(2, 'lock.released', { object: lock });
    expect(violations(script)).toEqual([
      ['lock.released-unheld', 'task 2 released lock#1, which nobody held'],
    ]);
  });

  test("a semaphore's value is not below 0", () => {
    const script = new Script();
    script.object('Semaphore', 2);
    script.emit(2, 'semaphore.acquired', { object: slots, value: -1 });
    expect(violations(script)).toEqual([
      ['semaphore.negative', 'the value of semaphore#1 fell to -1'],
    ]);
  });

  test.prop([fc.integer({ min: 0, max: 4 }), fc.array(fc.boolean())])(
    'more permits out than the semaphore has are found, and nothing else',
    (capacity, steps) => {
      const script = new Script();
      script.object('Semaphore', capacity);
      let out = 0;
      let exceeded = 0;
      steps.forEach((acquires, task) => {
        const kind = acquires ? 'semaphore.acquired' : 'semaphore.released';
        script.emit(task, kind, { object: slots, value: 0 });
        out += acquires ? 1 : -1;
        if (acquires && out > capacity) exceeded++;
      });
      const rules = violations(script).map(([rule]) => rule);
      expect(rules).toEqual(Array.from({ length: exceeded }, () => 'semaphore.exceeded'));
    },
  );
});
