import { describe, expect, test } from 'vitest';
import { exitCodeOf, jsonInvalid } from '../../src/cli/run-report.ts';
import type { Outcome } from '../../src/simulate.ts';
import type { EndStatus } from '../../src/trace/event.ts';
import { here, scratch } from './scratch.ts';

const { file } = scratch();

/** The report of a run, without what the program printed before it. */
async function report(program: string, code: number): Promise<string> {
  const ended = await here('run', program);
  expect(ended.stderr).toBe('');
  expect(ended.code).toBe(code);
  return ended.stdout;
}

describe('exit codes', () => {
  const outcome = (end: EndStatus, exitCode: number | null = null): Outcome => ({
    end,
    error: null,
    errorText: null,
    exitCode,
    limit: null,
    result: null,
    verdicts: [],
    time: 0,
    running: null,
  });

  test.each<[EndStatus, number | null, number | null, number]>([
    ['finished', null, null, 0],
    ['finished', 3, null, 3],
    ['failed', null, null, 1],
    ['failed', 0, null, 1],
    ['failed', 130, null, 130],
    ['deadlocked', null, null, 1],
    ['limit', null, null, 3],
    ['interrupted', null, 130, 130],
    ['interrupted', null, 143, 143],
    ['finished', null, 130, 130],
  ])('%s, exit code %s, signal %s: %i', (end, own, signal, code) => {
    expect(exitCodeOf({ outcome: outcome(end, own), signal })).toBe(code);
  });
});

const FAILING = file(
  'failing.yaml',
  `state:
  x: 0
main:
  - await sleep(1)
  - x = 5
  - await sleep(1)
  - return x
expect:
  always: ["x < 3", "x >= 0", "1 / x != 3"]
  eventually: ["x == 7", "x == 5"]
  finally: ["result == 6", "now() == 2"]
`,
);

describe('an expectation that fails is reported with rule, text, time and reason', () => {
  test('of each kind, and those that held are told too', async () => {
    const text = await report(FAILING, 1);
    expect(text).toContain(
      'Expectation failed: always: 1 / x != 3\n' +
        '  first violated at 0 s, iteration 0: ZeroDivisionError: division by zero\n',
    );
    expect(text).toMatch(
      /Expectation failed: always: x < 3\n {2}first violated at 1 s, iteration \d+\n/,
    );
    expect(text).toMatch(
      /Expectation failed: eventually: x == 7\n {2}first violated at 2 s.*: it was never true\n/,
    );
    expect(text).toMatch(/Expectation failed: finally: result == 6\n {2}first violated at 2 s/);
    for (const held of ['always      x >= 0', 'eventually  x == 5', 'finally     now() == 2']) {
      expect(text).toContain(`${held}: held\n`);
    }
  });

  test('under --quiet the findings are on stderr', async () => {
    const { code, stdout, stderr } = await here('run', '--quiet', FAILING);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.match(/^Expectation failed: .*$/gm)).toEqual([
      'Expectation failed: always: 1 / x != 3',
      'Expectation failed: always: x < 3',
      'Expectation failed: eventually: x == 7',
      'Expectation failed: finally: result == 6',
    ]);
  });
});

test('a deadlock tells who waits on what, who holds it, and what was not reached', async () => {
  const program = file(
    'deadlock.yaml',
    `state:
  left: Lock()
  right: Lock()
define:
  async def take(first, second):
    - async with first:
        - await sleep(1)
        - async with second:
            - pass
main:
  - await gather(take(left, right), take(right, left))
expect:
  finally: ["True"]
`,
  );
  const text = await report(program, 1);
  expect(text).toContain('Deadlock at 1 s: 3 tasks wait, nothing can happen any more\n');
  const rows = text.split('\n').map((line) => line.trim().split(/ {2,}/));
  expect(rows).toContainEqual([
    'Task-2 (take)',
    'right',
    '1 s',
    'deadlock.yaml:8',
    'left',
    'Task-3 (take)',
  ]);
  expect(rows).toContainEqual([
    'Task-3 (take)',
    'left',
    '1 s',
    'deadlock.yaml:8',
    'right',
    'Task-2 (take)',
  ]);
  expect(text).toContain('not reached: True\n');
});

describe('--json', () => {
  const KEYS = Object.keys(jsonInvalid('x', []));
  const programs: [string, string, number, string][] = [
    ['finished', 'main:\n  - return 1 + 1\n', 0, '2'],
    ['failed', 'main:\n  - await sleep(1)\n  - raise ValueError("no")\n', 1, ''],
    ['deadlocked', 'main:\n  - await Event().wait()\n', 1, ''],
    ['limit', 'limits: { steps: 9 }\nmain:\n  - while True: ["await sleep(1)"]\n', 3, ''],
    ['invalid', 'main:\n  - return x\n', 2, ''],
  ];

  test.each(programs)(
    'has the same keys for a run that is %s',
    async (status, text, code, result) => {
      const ended = await here('run', '--json', file('json.yaml', text));
      expect(ended.stderr).toBe('');
      expect(ended.code).toBe(code);
      expect(ended.stdout.endsWith('}\n')).toBe(true);
      const data = JSON.parse(ended.stdout);
      expect(Object.keys(data)).toEqual(KEYS);
      expect(data.status).toBe(status);
      expect(data.exitCode).toBe(code);
      expect(data.result).toBe(result === '' ? null : result);
      expect(data.error).toBe(status === 'failed' ? 'ValueError: no' : null);
      expect(data.deadlock === null).toBe(status !== 'deadlocked');
      expect(data.limit === null).toBe(status !== 'limit');
    },
  );

  test('holds the output of the program, untouched and by stream', async () => {
    const program = file('out.py', 'print("\\x1b[31m", end="")\nraise ValueError("a\\nb")\n');
    const data = JSON.parse((await here('run', '--json', program)).stdout);
    expect(data.output.stdout).toBe('\x1b[31m');
    expect(data.output.stderr.endsWith('ValueError: a\nb\n')).toBe(true);
    expect(data.error).toBe('ValueError: a\nb');
  });

  test('tells every expectation with its outcome', async () => {
    const data = JSON.parse((await here('run', '--json', FAILING)).stdout);
    expect(
      data.expectations.map((each: { rule: string; text: string; held: boolean }) => [
        each.rule,
        each.text,
        each.held,
      ]),
    ).toEqual([
      ['always', 'x < 3', false],
      ['always', 'x >= 0', true],
      ['always', '1 / x != 3', false],
      ['eventually', 'x == 7', false],
      ['eventually', 'x == 5', true],
      ['finally', 'result == 6', false],
      ['finally', 'now() == 2', true],
    ]);
  });
});

test('a program whose own methods fail while it is reported does no harm', async () => {
  const program = file(
    'rude.py',
    `import asyncio
class Rude(Exception):
    def __repr__(self):
        raise ValueError('no repr')
    def __str__(self):
        raise ValueError('no str')
async def main():
    asyncio.get_running_loop().create_future().set_exception(Rude())
    return None
asyncio.run(main())
`,
  );
  const ended = await here('run', program);
  expect(ended.code).toBe(0);
  expect(ended.stdout).toContain('Future exception was never retrieved');
});
