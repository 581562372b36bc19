// `sim explore`, as a user runs it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { LEAK, RACE, TIE } from '../explore/explored.ts';
import { here, scratch } from './scratch.ts';

const { folder, path, file } = scratch();
const home = process.cwd();
process.chdir(folder);
afterAll(() => process.chdir(home));
const RACE_FILE = file('race.py', RACE);
const TIE_FILE = file('tie.py', TIE);
const LEAK_FILE = file('leak.py', LEAK);
const CALM_FILE = file('calm.yaml', 'main:\n  - await sleep(random.uniform(1, 2))\n');

/** The report without what depends on the machine. */
const steady = (text: string) => text.replace(/, \d+ a second/, '');

describe('sim explore', () => {
  test('says that every order is well, and ends with 0', async () => {
    const { code, stdout, stderr } = await here('explore', CALM_FILE);
    expect([code, stderr]).toEqual([0, '']);
    expect(steady(stdout)).toBe(
      `${CALM_FILE}: no failure in 1 schedule (mixed)\nexhaustive: 1 schedule covers every order\n`,
    );
  });

  test('shows what fails, what it takes and how to see it, and ends with 1', async () => {
    const { code, stdout } = await here('explore', TIE_FILE, '--strategy', 'systematic');
    expect(code).toBe(1);
    expect(steady(stdout)).toBe(
      [
        `${TIE_FILE}: 1 failure in 6 schedules (systematic)`,
        'exhaustive: 6 schedules cover every order',
        '',
        '1. exception, unspecified order (schedule 2)',
        "   At 1 s: AssertionError: ['b', 'a', 'c'] on line 11.",
        '   It takes:',
        '   - timers of 1 s fire in the order 2, 1, 3 of their making',
        '   Task-3 (worker) goes on from line 6 at 1 s; in the default order Task-2 (worker) goes on from',
        "   line 6 first. Task-1 (main) is the first to fail, at 1 s: AssertionError(['b', 'a', 'c']).",
        '   sim replay .sim/failures/tie.py-1.jsonl',
        '',
      ].join('\n'),
    );
  });

  test('keeps a trace that replays, and tries what failed first the next time', async () => {
    const first = JSON.parse(
      (await here('explore', RACE_FILE, '--json', '--failures', '1')).stdout,
    );
    expect(first.findings[0].run).toBeGreaterThan(1);
    const { trace } = first.findings[0];
    expect((await here('replay', trace)).code).toBe(0);
    const again = await here(
      'explore',
      RACE_FILE,
      '--json',
      '--failures',
      '1',
      '--strategy',
      'pct',
    );
    expect(JSON.parse(again.stdout)).toMatchObject({ runs: 2, findings: [{ run: 2 }] });
  });

  test('a program that never ends is told of after one run, not run a thousand times', async () => {
    const text = 'main:\n  - while True:\n      - await sleep(1)\n';
    const endless = file('endless.yaml', text);
    const { code, stdout } = await here('explore', endless, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      runs: 1,
      coverage: 'the default run reaches a limit',
      findings: [{ rule: 'limit', message: expect.stringMatching(/100000\b.*--max-steps/) }],
    });
    const ended = await here('explore', endless, '--until', '5');
    expect(ended.code).toBe(0);
  });

  test('gives the report as data', async () => {
    const { code, stdout } = await here('explore', TIE_FILE, '--json', '--vary', 'ties');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ file: TIE_FILE, status: 'failed', strategy: 'mixed', exhaustive: true },
      coverage: 'nothing is left to try',
      findings: [
        {
          ...{ rule: 'exception', level: 'failure', time: 1, reach: 'unspecified order', seed: 1 },
          message: "AssertionError: ['b', 'a', 'c'] on line 11",
          kinds: ['ties'],
          departures: [
            {
              kind: 'ties',
              at: null,
              text: 'timers of 1 s fire in the order 2, 1, 3 of their making',
            },
          ],
          trace: '.sim/failures/tie.py-1.jsonl',
        },
      ],
    });
    const calm = JSON.parse((await here('explore', CALM_FILE, '--json')).stdout);
    expect([calm.status, calm.exhaustive, calm.findings]).toEqual(['passed', true, []]);
  });

  test('tries as many schedules as it is told to', async () => {
    const { stdout } = await here(
      'explore',
      RACE_FILE,
      '--json',
      '--runs',
      '7',
      '--strategy',
      'random',
    );
    expect(JSON.parse(stdout)).toMatchObject({ runs: 7, exhaustive: false, strategy: 'random' });
  });

  test('ends when its time is over', async () => {
    const args = ['--json', '--runs', '1000000', '--time', '0', '--strategy', 'random'];
    const { runs, coverage } = JSON.parse((await here('explore', RACE_FILE, ...args)).stdout);
    expect(runs).toBe(1);
    expect(coverage).toBe('its time was over (--time); schedules were drawn at random');
  });

  test('delivers cancellations where these are to vary', async () => {
    expect((await here('explore', LEAK_FILE)).code).toBe(0);
    const { code, stdout } = await here('explore', LEAK_FILE, '--vary', 'cancel,ties');
    expect(code).toBe(1);
    expect(stdout).toContain('deadlock, under cancellation');
  });

  test('lets all durations vary where there is a jitter', async () => {
    const text = TIE.replace('sleep(1)', 'sleep(1 if name == "a" else 1.25)');
    const apart = file('apart.py', text);
    expect((await here('explore', apart)).code).toBe(0);
    expect((await here('explore', apart, '--jitter', '5%')).code).toBe(0);
    const { code, stdout } = await here('explore', apart, '--jitter', '300ms');
    expect(code).toBe(1);
    expect(stdout).toContain('reachable on CPython');
  });

  test.each([
    [
      '--vary',
      'time',
      "--vary: expected kinds of choice (timing, data, ties, sets, cancel, ready-order), found 'time'",
    ],
    [
      '--vary',
      '',
      "--vary: expected kinds of choice (timing, data, ties, sets, cancel, ready-order), found ''",
    ],
    ['--jitter', 'much', "--jitter: expected a share such as 20% or 50ms, found 'much'"],
    ['--jitter', '0%', "--jitter: expected a share such as 20% or 50ms, found '0%'"],
    ['--jitter', '101%', "--jitter: expected a share such as 20% or 50ms, found '101%'"],
    ['--jobs', '0', "--jobs: expected a whole number from 1 up, found '0'"],
    ['--jobs', '65', "--jobs: expected at most 64, found '65'"],
    ['--max-shrink', '-1', "--max-shrink: expected a whole number from 0 up, found '-1'"],
    ['--max-waiting', 'many', "--max-waiting: expected a whole number from 0 up, found 'many'"],
    ['--runs', '0', '--runs'],
    ['--runs', '1.5', '--runs'],
    ['--failures', 'no', '--failures'],
    ['--time', 'long', '--time'],
    ['--seed', '-1', '--seed'],
    ['--strategy', 'best', 'strategy'],
  ])('refuses %s %j with 2', async (flag, value, message) => {
    const { code, stderr } = await here('explore', TIE_FILE, `${flag}=${value}`);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test.each([
    ['--max-waiting', 'more than 0 runs were waiting at once (--max-waiting)'],
    ['--max-timers', 'timers fire in more than 0 sets at once (--max-timers)'],
    ['--max-jumps', 'timers were not varied after moment 0 of a run (--max-jumps)'],
  ])('has the limit %s, and says that it was reached', async (flag, note) => {
    const args = ['--strategy', 'systematic', '--vary', 'timing', '--json', flag, '0'];
    const { exhaustive, coverage } = JSON.parse((await here('explore', RACE_FILE, ...args)).stdout);
    expect([exhaustive, coverage]).toEqual([false, note]);
  });

  test('has a limit of making failures small, and says that it was reached', async () => {
    const args = ['--strategy', 'random', '--max-shrink', '1'];
    const { stdout } = await here('explore', RACE_FILE, ...args);
    expect(stdout).toContain('\n   It may take less: 1 run was made (--max-shrink).\n');
  });

  test('tells of a program that exits with a code that says failure', async () => {
    const text = 'import sys\n\nsys.exit(3)\n';
    const { code, stdout } = await here('explore', file('leaves.py', text));
    expect(code).toBe(1);
    expect(stdout).toContain('1. exit, in the default order (schedule 1)\n');
    expect(stdout).toContain('At 0 s: the program exits with code 3.\n');
  });

  test('keeps failures of files of one name apart', async () => {
    for (const name of ['one', 'two']) {
      mkdirSync(path(name));
      const { stdout } = await here('explore', file(`${name}/tie.py`, TIE), '--json');
      expect(JSON.parse(stdout).findings[0].trace).toBe(`.sim/failures/${name}+tie.py-1.jsonl`);
    }
  });

  test('refuses a program with mistakes with 2', async () => {
    const wrong = file('wrong.py', 'await x\n');
    const { code, stdout } = await here('explore', wrong, '--json');
    expect([code, JSON.parse(stdout).status]).toEqual([2, 'invalid']);
  });

  test('takes a list of failures that cannot be read for none', async () => {
    writeFileSync(path('.sim/failures/tie.py.json'), 'broken');
    const { code, stderr } = await here('explore', TIE_FILE);
    expect(code).toBe(1);
    expect(stderr).toBe('sim: .sim/failures/tie.py.json is left aside: it is damaged\n');
    expect(existsSync(path('.sim/failures/tie.py.json'))).toBe(true);
    expect(readFileSync(path('.sim/failures/tie.py.json'), 'utf8')).toContain('"schedules"');
  });

  test('tells what it found and ends with 74 where it cannot be kept', async () => {
    const other = scratch();
    other.file('.sim', 'in the way');
    const tie = other.file('tie.py', TIE);
    process.chdir(other.folder);
    try {
      const { code, stdout, stderr } = await here('explore', tie);
      expect(code).toBe(74);
      expect(stdout).toContain('1. exception, unspecified order');
      expect(stderr).toContain('cannot write .sim/failures: ');
    } finally {
      process.chdir(folder);
    }
  });
});
