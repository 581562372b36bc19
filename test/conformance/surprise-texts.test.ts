// The 31 surprises as program text, each with what CPython 3.14.2 did with the same text. Two are
// decisions: s13 goes on where CPython spins for ever, and s30 ends in the RecursionError that is
// counted here, as with CPython's tasks in Python (its tasks in C crash WebAssembly).
import { describe, expect, test } from 'vitest';
import { recordedTexts, runOf, runText } from './text-runs.ts';

const records = recordedTexts('surprise-texts');

test('there are 31', () => {
  const numbers = records.map(({ name }) => Number(name.slice(1, 3)));
  expect(numbers).toEqual(Array.from({ length: 31 }, (_, i) => i + 1));
});

describe('as on CPython 3.14.2, in the language', () => {
  const decided = ['s13_horizon', 's30_cycle'];
  for (const record of records.filter(({ name }) => !decided.includes(name))) {
    test(record.name.replaceAll('_', ' '), () => {
      expect(runText(record.text)).toEqual(runOf(record));
    });
  }
});

test('s13 horizon: CPython spins from 2**24 s on, and the timer fires here', () => {
  const record = records.find(({ name }) => name === 's13_horizon')!;
  expect(record).toMatchObject({ status: 'budget', printed: [] });
  const { status, printed } = runText(record.text);
  // Main starts in iteration 1; each sleep takes two: the timer and the wake-up.
  expect({ status, printed }).toEqual({
    status: 'finished',
    printed: [[1 + 2 + 2, 2 ** 24 + 1, 1, 'woke\n']],
  });
});

test('s30 cycle: the same, but for how often the two asked each other before the error', () => {
  const record = records.find(({ name }) => name === 's30_cycle')!;
  const { cancelling, ...here } = runText(record.text);
  const { cancelling: recorded, ...cpython } = runOf(record);
  expect(here).toEqual(cpython);
  expect(cancelling[0]).toBe(recorded[0]);
  // Each asks the other: as many times, or the first once more.
  expect(cancelling[1] - cancelling[2]).toBeOneOf([0, 1]);
});
