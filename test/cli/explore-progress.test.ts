// What a search tells of itself while it works, on a terminal and for a log.
import { expect, test } from 'vitest';
import { Progress, type ProgressManner, type Standing } from '../../src/cli/explore-progress.ts';
import type { Stage } from '../../src/explore/work.ts';

function shown(manner: ProgressManner) {
  const written: string[] = [];
  const progress = new Progress(manner, (text) => written.push(text));
  const show = (stage: Stage, spent: number, more: Partial<Standing> = {}): void =>
    progress.show(stage, { runs: 0, failures: 0, isInterrupted: false, ...more, spent });
  return { written, progress, show };
}

test('a log has a line for what is new, else each twice as late as the one before', () => {
  const { written, progress, show } = shown('lines');
  for (let tenths = 0; tenths <= 100; tenths++) show('search', tenths / 10, { runs: tenths });
  show('search', 10.1, { runs: 101, failures: 1 });
  show('search', 10.2, { runs: 101, failures: 1 });
  show('shrink', 10.3, { runs: 101, failures: 2 });
  show('tell', 10.4, { runs: 101, failures: 2 });
  // Each failure is made small and told in turn: that is no news.
  show('shrink', 10.5, { runs: 101, failures: 2 });
  show('tell', 10.6, { runs: 101, failures: 2, isInterrupted: true });
  progress.clear();
  expect(written).toEqual([
    'sim: 0 schedules, 0 a second, 0 failures (0.0 s)\n',
    'sim: 3 schedules, 10 a second, 0 failures (0.3 s)\n',
    'sim: 6 schedules, 10 a second, 0 failures (0.6 s)\n',
    'sim: 12 schedules, 10 a second, 0 failures (1.2 s)\n',
    'sim: 24 schedules, 10 a second, 0 failures (2.4 s)\n',
    'sim: 48 schedules, 10 a second, 0 failures (4.8 s)\n',
    'sim: 96 schedules, 10 a second, 0 failures (9.6 s)\n',
    'sim: 101 schedules, 10 a second, 1 failure (10.1 s)\n',
    'sim: making 2 failures small (10.3 s)\n',
    'sim: recording and explaining 2 failures (10.4 s)\n',
    'sim: interrupted: recording and explaining 2 failures (10.6 s)\n',
  ]);
});

test('a terminal has one line, written over four times a second, that goes in the end', () => {
  const { written, progress, show } = shown('live');
  progress.clear();
  for (const [spent, runs] of [
    [0.5, 1],
    [0.7, 2],
    [0.75, 3],
  ]) {
    show('search', spent, { runs });
  }
  show('shrink', 0.9, { failures: 1 });
  show('tell', 1, { failures: 1, isInterrupted: true });
  progress.clear();
  progress.clear();
  expect(written).toEqual([
    '\r1 schedule, 2 a second, 0 failures\u001b[K',
    '\r3 schedules, 4 a second, 0 failures\u001b[K',
    '\rinterrupted: recording and explaining 1 failure\u001b[K',
    '\r\u001b[K',
  ]);
});

test('nobody is told of anything where nobody looks', () => {
  const { written, progress, show } = shown('none');
  show('search', 1);
  progress.clear();
  expect(written).toEqual([]);
});
