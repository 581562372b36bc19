import { expect, test } from 'vitest';
import { renderDiff } from '../../../src/report/diff/render-diff.ts';
import type { TraceDiff } from '../../../src/report/diff/trace-diff.ts';
import { plainPage } from '../../../src/report/page.ts';

const actor = { key: '/main', name: 'Task-1', coroutine: 'main', operations: [] };
const operation = (text: string) => ({ actor, text, time: 1, at: [3, 5] as const });
const NONE: TraceDiff = {
  same: false,
  settings: [],
  ends: [null, null],
  first: null,
  common: 1,
  only: [[], []],
  tasks: [],
  order: null,
};
const names = ['a', 'b'] as const;
const linesOf = (diff: Partial<TraceDiff>): string[] =>
  renderDiff({ ...NONE, ...diff }, [...names], plainPage)
    .trimEnd()
    .split('\n');

test('the same run is one line', () => {
  expect(linesOf({ same: true })).toEqual(['a and b are the same run']);
});

test('long lists are cut, and say so', () => {
  const change = { a: Array.from({ length: 8 }, (_, i) => operation(`one ${i}`)), b: [] };
  const task = {
    ...{ name: 'Task-1', coroutine: 'main', isOther: false, moved: null },
    changes: Array.from({ length: 12 }, () => change),
  };
  const lines = linesOf({
    tasks: Array.from({ length: 22 }, () => task),
    only: [[], Array.from({ length: 10 }, (_, i) => `t${i}`)],
  });
  expect(lines.find((line) => line.startsWith('  only in +'))).toBe(
    '  only in +  t0, t1, t2, t3, t4, t5, t6, t7 and 2 more',
  );
  expect(lines.filter((line) => line === 'Task-1 (main): differs in 12 places')).toHaveLength(20);
  expect(lines).toContain('  - 1 s, line 3: one 5');
  expect(lines).not.toContain('  - 1 s, line 3: one 6');
  expect(lines).toContain('  - and 2 more');
  expect(lines).toContain('  and 2 more places');
  expect(lines.at(-1)).toBe('and 2 more tasks that differ');
});

test('the order of what both do is told, and what ended first', () => {
  const lines = linesOf({
    order: [operation('prints 1'), operation('prints 2')],
    ends: [{ end: 'finished', time: 2, events: 1, sha256: '', random: [] }, null],
    first: { seq: 4, a: null, b: null },
  });
  expect(lines).toEqual([
    '- a  + b',
    '  end        finished at 2 s | cut off',
    '  tasks      1 in both: 1 the same',
    'first different event: 4',
    '  - nothing: the trace has ended',
    '  + nothing: the trace has ended',
    'first in another order, of what both do:',
    '  - 1 s: Task-1 (main) prints 1',
    '  + 1 s: Task-1 (main) prints 2',
  ]);
});
