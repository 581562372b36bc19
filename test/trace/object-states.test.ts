import { describe, expect, test } from 'vitest';
import { foldEvents } from '../../src/trace/fold.ts';
import { ObjectStates } from '../../src/trace/object-states.ts';
import { Script } from './script.ts';

function statesOf(script: Script): ObjectStates {
  return foldEvents(script.events(), new ObjectStates())[0];
}

function made(object: string, className: string, capacity: number | null): Script {
  const fields = { object, class: className, name: 'it', capacity };
  return new Script().emit(1, 'object.created', fields);
}

describe('the states of objects', () => {
  test('tell who waits, in the order in which they began to', () => {
    const script = made('lock#1', 'Lock', null).suspend(3, 'lock#1').suspend(2, 'lock#1');
    script.suspend(4, 'lock#1').resume(2).suspend(5, 'sleep', 3).suspend(6, 'task#2');
    const state = statesOf(script).get('lock#1');
    expect(state).toMatchObject({ object: 'lock#1', class: 'Lock', name: 'it', value: null });
    expect([...(state?.waiters ?? [])]).toEqual([3, 4]);
  });

  test('tell the operation of a wait from its object', () => {
    const states = statesOf(made('queue#1', 'Queue', 2).suspend(3, 'queue#1 get'));
    expect([...(states.get('queue#1')?.waiters ?? [])]).toEqual([3]);
  });

  test('follow permits, items and parties', () => {
    const slots = made('semaphore#1', 'Semaphore', 2);
    slots.emit(1, 'semaphore.acquired', { object: 'semaphore#1', value: 1 });
    expect(statesOf(slots).get('semaphore#1')).toMatchObject({ value: 1, capacity: 2 });
    const queue = made('queue#1', 'Queue', 0);
    queue.emit(1, 'queue.put', { object: 'queue#1', size: 1 });
    queue.emit(1, 'queue.shut-down', { object: 'queue#1', immediate: false });
    expect(statesOf(queue).get('queue#1')).toMatchObject({ value: 1, flag: true });
    const barrier = made('barrier#1', 'Barrier', 2);
    barrier.emit(1, 'barrier.waited', { object: 'barrier#1', waiting: 1 });
    expect(statesOf(barrier).get('barrier#1')?.value).toBe(1);
    barrier.emit(2, 'barrier.released', { object: 'barrier#1' });
    expect(statesOf(barrier).get('barrier#1')?.value).toBe(0);
  });

  test('know whether an event is set and a barrier broken', () => {
    const event = made('event#1', 'Event', null).emit(1, 'event.set', { object: 'event#1' });
    expect(statesOf(event).get('event#1')?.flag).toBe(true);
    event.emit(1, 'event.cleared', { object: 'event#1' });
    expect(statesOf(event).get('event#1')?.flag).toBe(false);
    const barrier = made('barrier#1', 'Barrier', 2);
    barrier.emit(1, 'barrier.aborted', { object: 'barrier#1' });
    expect(statesOf(barrier).get('barrier#1')?.flag).toBe(true);
  });

  test('hold what was waited for and never announced', () => {
    const states = statesOf(new Script().suspend(2, 'lock#7'));
    expect(states.all().map(({ object, class: name }) => [object, name])).toEqual([['lock#7', '']]);
  });
});
