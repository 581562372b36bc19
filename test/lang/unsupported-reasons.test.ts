import { expect, test } from 'vitest';
import * as reasons from '../../src/lang/unsupported-reasons.ts';

test('names in one string share a reason', () => {
  const table = reasons.reasonTable([
    ['socket ssl', reasons.network],
    ['signal', reasons.signals],
  ]);
  expect([...table.keys()]).toEqual(['socket', 'ssl', 'signal']);
  expect(table.get('ssl')).toBe(reasons.network);
});

test('each reason says what to write instead', () => {
  const { network, policies, processes, signals, threads } = reasons;
  const all = [network, policies, processes, signals, threads];
  expect(all.map(({ instead }) => instead !== undefined)).toEqual(all.map(() => true));
  expect(new Set(all.map(({ reason }) => reason)).size).toBe(all.length);
});
