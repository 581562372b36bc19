import { describe, expect, test } from 'vitest';
import { RunOutline } from '../../src/check/run-outline.ts';
import { Script, semaphoreRun } from '../trace/script.ts';

function outlineOf(script: Script): RunOutline {
  const outline = new RunOutline();
  script.tracer.flush();
  for (const batch of script.memory.batches) outline.read(batch);
  return outline;
}

describe('the outline of a run', () => {
  test('counts its events by kind', () => {
    const outline = outlineOf(semaphoreRun(50, 5));
    expect(outline.count('semaphore.acquired')).toBe(50);
    expect(outline.count('semaphore.waited')).toBe(45);
    expect(outline.has('lock.acquired')).toBe(false);
    expect(outline.has('lock.acquired', 'task.finished')).toBe(true);
  });

  test('says how often the task was served that was served most', () => {
    const script = new Script();
    for (let i = 0; i < 3; i++) script.emit(2, 'queue.got', { object: 'queue#1', size: 0 });
    script.emit(3, 'queue.got', { object: 'queue#1', size: 0 });
    expect(outlineOf(script).mostServed).toBe(3);
  });

  test('says how many iterations its last instant had', () => {
    const script = new Script();
    const main = script.create('main');
    script.at(1, 5).start(main).at(2, 7).resume(main).at(2, 9).resume(main);
    expect(outlineOf(script).lastInstant).toBe(2);
  });

  test('knows no wait inside where nobody waits who holds anything', () => {
    expect(outlineOf(semaphoreRun(50, 5)).waitsInside).toBe(false);
  });

  test('knows a wait by a task that holds a lock', () => {
    const script = new Script();
    script.emit(2, 'lock.acquired', { object: 'lock#1' }).suspend(2, 'lock#2');
    expect(outlineOf(script).waitsInside).toBe(true);
  });

  test('knows a sleep by a task that holds a lock to be none', () => {
    const script = new Script();
    script.emit(2, 'lock.acquired', { object: 'lock#1' }).suspend(2, 'sleep', 1);
    script.emit(2, 'lock.released', { object: 'lock#1' }).suspend(2, 'lock#2');
    expect(outlineOf(script).waitsInside).toBe(false);
  });

  test('knows a wait for an older task, or for itself', () => {
    expect(outlineOf(new Script().suspend(2, 'task#3')).waitsInside).toBe(false);
    expect(outlineOf(new Script().suspend(3, 'task#2')).waitsInside).toBe(true);
    expect(outlineOf(new Script().suspend(2, 'task#2')).waitsInside).toBe(true);
  });

  test('cannot tell where a task gives back what another took', () => {
    const script = new Script();
    script.emit(2, 'semaphore.released', { object: 'semaphore#1', value: 1 });
    expect(outlineOf(script).waitsInside).toBe(true);
  });
});
