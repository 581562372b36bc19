import { describe, expect, test } from 'vitest';
import { sim } from './command.ts';
import { here, scratch } from './scratch.ts';

const { file } = scratch();
const FIVE = file(
  'five.yaml',
  `name: five
state:
  slots: Semaphor(2)
main:
  - await sleeep(1)
  - gather(1, 2))
  - break
  - import socket
bogus: 1
`,
);
const FINE = file('fine.yaml', 'main:\n  - await sleep(1)\n');
const LESSON = file(
  'lesson.yaml',
  'define:\n  async def work():\n    - await sleep(1)\nmain:\n  - work()\n',
);

/** Line, column and what is wrong there. */
const MISTAKES = [
  [3, 10, "name 'Semaphor' is not defined"],
  [5, 11, "name 'sleeep' is not defined"],
  [6, 17, "unmatched ')'"],
  [7, 5, "'break' outside loop"],
  [8, 5, "'import socket' is not supported: the simulated loop has no network"],
  [9, 1, "unknown key 'bogus'"],
] as const;

describe('a file with several different mistakes', () => {
  test.each(['run', 'check'])('has all of them reported by %s, with their places', async (verb) => {
    const { code, stdout, stderr } = await sim([verb, FIVE]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    const found = [...stderr.matchAll(/^(\S+):(\d+):(\d+): error: (.*) \[[\w-]+\]$/gm)];
    expect(found.map(([, path]) => path)).toEqual(MISTAKES.map(() => FIVE));
    expect(found.map(([, , line, column, what]) => [Number(line), Number(column), what])).toEqual(
      MISTAKES,
    );
    expect(stderr.trimEnd().split('\n').at(-1)).toBe(`${MISTAKES.length} errors`);
    expect(stderr).toContain('      slots: Semaphor(2)\n             ^^^^^^^^\n');
    expect(stderr).toContain("hint: did you mean 'Semaphore'?");
  });

  test('has the same mistakes as data', async () => {
    const run = await here('run', '--json', FIVE);
    const check = await here('check', '--json', FIVE);
    expect([run.code, check.code, run.stderr, check.stderr]).toEqual([2, 2, '', '']);
    const [checked] = JSON.parse(check.stdout);
    const ran = JSON.parse(run.stdout);
    expect(checked.valid).toBe(false);
    expect(ran.status).toBe('invalid');
    expect(ran.diagnostics).toEqual(checked.diagnostics);
    const places = checked.diagnostics.map(
      (each: { line: number; column: number; message: string }) => [
        each.line,
        each.column,
        each.message,
      ],
    );
    expect(places).toEqual(MISTAKES);
    expect(Object.keys(checked.diagnostics[0])).toEqual([
      'severity',
      'code',
      'message',
      'line',
      'column',
      'endLine',
      'endColumn',
      'hint',
    ]);
  });
});

test('a file without errors says so, and ends with 0', async () => {
  const { code, stdout, stderr } = await here('check', FINE);
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: `${FINE}: no errors\n`,
    stderr: '',
  });
});

test('one bad file of several is enough for 2', async () => {
  const { code, stdout, stderr } = await here('check', FINE, FIVE);
  expect(code).toBe(2);
  expect(stdout).toBe(`${FINE}: no errors\n`);
  expect(stderr).toContain(`${MISTAKES.length} errors`);
});

test('a warning is a lesson, not an error', async () => {
  const { code, stderr } = await here('check', LESSON);
  expect(code).toBe(0);
  expect(stderr).toMatch(/lesson\.yaml:5:5: warning: .*await/);
});
