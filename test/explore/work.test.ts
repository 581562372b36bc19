// Work that can be ended early: at each yield it is answered whether to go on.
import { describe, expect, test } from 'vitest';
import { during, finished, Halted, pause, through, type Work } from '../../src/explore/work.ts';

/** A run of so many slices. */
function runOf(slices: number) {
  let left = slices;
  return { advance: () => --left <= 0 };
}

function* counting(count: number): Work<string> {
  let done = 0;
  try {
    for (; done < count; done++) yield* pause();
  } catch (error) {
    if (!(error instanceof Halted)) throw error;
    return `${done}: ${error.reason}`;
  }
  return `${done}`;
}

describe('work', () => {
  test('is done to its end without a pause', () => {
    expect(finished(counting(3))).toBe('3');
    expect(finished(through(runOf(5)))).toBe(undefined);
  });

  test('goes on where it is answered with nothing, and gives what it has where it is ended', () => {
    const work = counting(9);
    expect([work.next(null).done, work.next(null).done]).toEqual([false, false]);
    expect(work.next('no more')).toEqual({ done: true, value: '1: no more' });
  });

  test('pauses between the slices of a run, and not after the last', () => {
    const work = through(runOf(3));
    const isOver = [work.next(null), work.next(null), work.next(null)].map(({ done }) => done);
    expect(isOver).toEqual([false, false, true]);
    expect(through(runOf(1)).next(null).done).toBe(true);
  });

  test('throws the reason out of a run that it is to leave', () => {
    const work = through(runOf(3));
    work.next(null);
    expect(() => work.next('it was interrupted')).toThrow(new Halted('it was interrupted'));
  });

  test('says what is being done, and hands the answer on', () => {
    const work = during('shrink', counting(9));
    expect(work.next(null)).toEqual({ done: false, value: 'shrink' });
    expect(work.next('no more')).toEqual({ done: true, value: '0: no more' });
  });
});
