// Signals as a command counts them; the real ones come through drive.test.ts and the like.
import { expect, test } from 'vitest';
import { OUTSIDE, Signals } from '../../src/cli/signals.ts';
import { FakeOutside } from './outside.ts';

test('the first signal says how the process ends, and what comes within half a second is its echo', () => {
  const outside = new FakeOutside();
  const signals = new Signals(1, outside);
  expect([signals.exitCode, signals.counted]).toEqual([null, []]);
  outside.signal('SIGTERM');
  outside.time = 500;
  outside.signal('SIGINT');
  expect([signals.exitCode, signals.counted, outside.exits]).toEqual([143, [0], []]);
  outside.time = 501;
  outside.signal('SIGINT');
  expect([signals.exitCode, signals.counted, outside.exits]).toEqual([143, [0, 501], [130]]);
});

test('it listens on after a signal, and only then', () => {
  const outside = new FakeOutside();
  const calm = new Signals(1, outside);
  calm.close();
  expect(outside.listening).toEqual([]);
  const busy = new Signals(1, outside);
  outside.signal('SIGINT');
  busy.close();
  expect(outside.listening).toEqual(['SIGINT', 'SIGTERM']);
});

test('outside of the specs they are those of the process', () => {
  const count = (): number[] => ['SIGINT', 'SIGTERM'].map((name) => process.listenerCount(name));
  const before = count();
  const signals = new Signals(1);
  expect(count()).toEqual(before.map((each) => each + 1));
  signals.close();
  expect(count()).toEqual(before);
  const now = OUTSIDE.now();
  expect(OUTSIDE.now()).toBeGreaterThanOrEqual(now);
});
