import { describe, expect, test } from 'vitest';
import { plainPage } from '../../../src/report/page.ts';
import { renderPath } from '../../../src/report/why/render-path.ts';
import { pathOf } from './inquired.ts';
import { CONTENDED, THREADED } from './programs.ts';

describe('the critical path for people', () => {
  test('shows shares, then the waits that it passes through', () => {
    expect(renderPath(pathOf(CONTENDED), plainPage, false)).toEqual([
      'Critical path: what made the run last 3 s',
      '  share    time  spent in   line  task            source',
      '  100.0 %  3 s   sleep × 3  7     work (3 tasks)  await asyncio.sleep(1)',
      'The path passes through lock 2 times; longest wait: Task-4 (work), 2 s of 3 s in line 6, until',
      'Task-3 (work) let it go on.',
    ]);
  });

  test('shows every stretch in order of time on demand', () => {
    expect(renderPath(pathOf(THREADED), plainPage, true).slice(4)).toEqual([
      'In order of time:',
      '  from   to     spent in  line  task',
      '  0 s    0.5 s  a thread  7     1',
      '  0.5 s  1 s    sleep     8     1',
    ]);
  });

  test('says that no time passed', () => {
    const path = { seconds: 0, shares: [], stretches: [], waits: [] };
    expect(renderPath(path, plainPage, true)).toEqual(['Critical path: 0 s, no time passed']);
  });

  test('leaves out the middle of a long one', () => {
    const stretches = Array.from({ length: 100 }, (_, i) => ({
      ...({ from: i, to: i + 1, spent: 'sleep', task: 1, at: null } as const),
    }));
    const shown = renderPath({ ...pathOf(THREADED), stretches }, plainPage, true);
    expect(shown).toContainEqual('  …            60 more');
  });
});
