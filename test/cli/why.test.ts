import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CONTENDED, ORDERLY } from '../report/why/programs.ts';
import { here, scratch } from './scratch.ts';

const { file, path } = scratch();

/** The trace of a program; its path. */
async function traced(name: string, text: string): Promise<string> {
  await here('run', '--quiet', file(`${name}.py`, text), '--trace', path(`${name}.jsonl`));
  return path(`${name}.jsonl`);
}

/** What `sim why` prints about the contended program. */
async function why(...argv: string[]): Promise<string> {
  const { stdout, stderr } = await here('why', await traced('contended', CONTENDED), ...argv);
  return stdout + stderr;
}

describe('sim why', () => {
  test('says what is wrong, how the run ended and where its time went', async () => {
    const lines = (await why()).split('\n');
    expect(lines[0]).toMatch(/^Contention: tasks waited for lock during 2 s, 67 % of the run/);
    expect(
      lines.some((line) => /^contended\.py: finished at 3 s after \d+ events/.test(line)),
    ).toBe(true);
    expect(lines).toContain('Critical path: what made the run last 3 s');
  });

  test('takes a task by its name, its number, and what it alone runs', async () => {
    const answer = /^Task-4 \(work\) did not run at 1\.5 s: it waits for lock/;
    expect(await why('--task', 'Task-4', '--at', '1.5')).toMatch(answer);
    expect(await why('--task', '4', '--at', '1.5s')).toMatch(answer);
    expect(await why('--task', 'main')).toMatch(
      /^Task-1 \(main\) ended at 3 s: it returned None\n/,
    );
  });

  test('takes an event by its number', async () => {
    expect((await why('--event', '1')).split('\n')[0]).toMatch(/^Event 1, at 0 s: /);
    const refused = /^sim: --event: expected an event, 1 to \d+, found '0'\n/;
    expect(await why('--event', '0')).toMatch(refused);
    expect(await why('--event', '1', '--task', '2')).toMatch(
      /^sim: --task and --event: give one of them\n/,
    );
  });

  test('tells who cancelled a task', async () => {
    const { stdout } = await here(
      'why',
      await traced('orderly', ORDERLY),
      '--task',
      '2',
      '--cancelled',
    );
    expect(stdout.split('\n').slice(0, 2).join(' ')).toBe(
      'Task-2 (orderly) was asked to cancel at 1 s by Task-1 (main) (line 12), got CancelledError ' +
        '(line 6), went on (line 8) and ended cancelled at 1.5 s',
    );
  });

  test('shows the critical path stretch by stretch', async () => {
    expect((await why('--path')).split('\n').slice(-5)).toEqual([
      '  from  to   spent in  line  task',
      '  0 s   1 s  sleep     7     2',
      '  1 s   2 s  sleep     7     3',
      '  2 s   3 s  sleep     7     4',
      '',
    ]);
  });

  test('prints the same answers as JSON', async () => {
    expect(JSON.parse(await why('--json'))).toMatchObject({
      file: path('contended.jsonl'),
      about: 'run',
      findings: [{ rule: 'contention', object: 'lock#1' }],
      path: { seconds: 3, shares: [{ spent: 'sleep', permille: 1000 }] },
      damage: null,
    });
    expect(JSON.parse(await why('--json', '--task', '2', '--at', '0.5'))).toMatchObject({
      about: 'task',
      task: 2,
      time: 0.5,
      waits: [{ task: 2, at: [7, 9], source: 'await asyncio.sleep(1)' }],
    });
  });

  test.each([
    [['--at', '1'], '--at needs a --task'],
    [['--cancelled'], '--cancelled needs a --task'],
    [['--path', '--task', '1'], '--path and --task: give one of them'],
    [['--task', '1', '--cancelled', '--at', '1'], '--cancelled and --at: give one of them'],
    [['--task', '1', '--at', 'soon'], "--at: expected seconds, such as 5, 90s or 1h, found 'soon'"],
    [
      ['--task', 'work'],
      "--task: 3 tasks are called 'work'; give its number: 2 Task-2 (work), 3 Task-3 (work), " +
        '4 Task-4 (work)',
    ],
    [
      ['--task', 'nobody'],
      "--task: no task is called 'nobody'; there are 1 Task-1 (main), 2 Task-2 (work), " +
        '3 Task-3 (work), 4 Task-4 (work)',
    ],
  ])('refuses %j', async (argv, message) => {
    expect(await why(...argv)).toBe(`sim: ${message}\nTry 'sim --help'.\n`);
  });

  test('refuses a trace that is cut off, and can use what is whole of it', async () => {
    const text = readFileSync(await traced('contended', CONTENDED), 'utf8');
    const cut = file('cut.jsonl', text.slice(0, 5000));
    const refused = await here('why', cut);
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toMatch(
      /^sim: .*cut\.jsonl: line \d+, byte \d+: the trace is truncated/,
    );
    const { code, stdout } = await here('why', '--salvage', cut);
    expect(code).toBe(0);
    expect(stdout).toMatch(/contended\.py: cut off at 2 s after \d+ events/);
    expect(JSON.parse((await here('why', '--json', cut)).stdout)).toMatchObject({
      file: cut,
      error: { message: expect.stringContaining('the trace is truncated') },
    });
    const gone = file('gone.jsonl', '');
    expect((await here('why', '--salvage', gone)).code).toBe(2);
  });
});
