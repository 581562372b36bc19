import { describe, expect, test } from 'vitest';
import { RecordedPolicy } from '../../src/replay/recorded-policy.ts';
import type { EventOf } from '../../src/trace/event.ts';

function policyOf(...picked: string[]): RecordedPolicy {
  const choices = picked.map((each) => ({ choice: 'ties', options: 3, picked: each }));
  return new RecordedPolicy('walk', () => (choices.shift() as EventOf<'choice.made'>) ?? null);
}

describe('a recorded policy', () => {
  test('answers as the other did, in order', () => {
    const policy = policyOf('2,0,1', '1,0,2');
    expect(policy.name).toBe('walk');
    expect(policy.beginRun()).toBe(true);
    expect(policy.choose('ties', ['a', 'b', 'c'])).toEqual([2, 0, 1]);
    expect(policy.choose('ties', ['a', 'b', 'c'])).toEqual([1, 0, 2]);
  });

  test('keeps the given order where the answer does not fit', () => {
    expect(policyOf('2,0,1').choose('sets', ['a', 'b', 'c'])).toEqual([0, 1, 2]);
    expect(policyOf('2,0,1').choose('ties', ['a', 'b'])).toEqual([0, 1]);
    expect(policyOf('2,0,0').choose('ties', ['a', 'b', 'c'])).toEqual([0, 1, 2]);
    expect(policyOf('2,0,1,3').choose('ties', ['a', 'b', 'c'])).toEqual([0, 1, 2]);
    expect(policyOf().choose('ties', ['a', 'b', 'c'])).toEqual([0, 1, 2]);
  });

  test('is asked of what the name of the other tells', () => {
    const policy = new RecordedPolicy('choices: timing; jitter: 0.2 0', () => null);
    expect([...policy.varies]).toEqual(['timing']);
    expect(policy.jitter).toEqual({ share: 0.2, seconds: 0 });
  });

  test('gives the durations of the other, and the one asked for where none fits', () => {
    const range = { nominal: 1.5, least: 1, most: 2, values: null };
    const choices = ['1.25', '3', 'x'].map((picked) => ({ choice: 'timing', options: 0, picked }));
    const policy = new RecordedPolicy('choices: timing', () => {
      return (choices.shift() as EventOf<'choice.made'>) ?? null;
    });
    const given = Array.from({ length: 4 }, () => policy.duration(range));
    expect(given).toEqual([1.25, 1.5, 1.5, 1.5]);
  });
});
