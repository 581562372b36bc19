import { describe, expect, test } from 'vitest';
import { sim } from './command.ts';
import { here, scratch } from './scratch.ts';

const { file, path } = scratch();
const FINE = file('fine.yaml', 'params: { n: 1 }\nmain:\n  - print(n)\n');

/** What a wrong command line is told. */
async function refusal(...argv: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await here(...argv);
  expect(stdout).toBe('');
  expect(code).toBe(2);
  return stderr;
}

const hint = "\nTry 'sim --help'.\n";

describe('wrong usage ends with 2 and says what was expected', () => {
  test.each([
    [['run', '--sed', '1', FINE], "unknown option '--sed'; did you mean '--seed'?"],
    [['run', '--max-step', '1', FINE], "unknown option '--max-step'; did you mean '--max-steps'?"],
    [['run', '--jsno', FINE], "unknown option '--jsno'; did you mean '--json'?"],
    [['run', '--colour', FINE], "unknown option '--colour'"],
    [['run', '-x', FINE], "unknown option '-x'"],
    [['check', '--seed', '1', FINE], "--seed is an option of 'sim run' and 'sim explore' only"],
    [['rnu', FINE], "unknown command 'rnu'; did you mean 'run'?"],
    [['chekc', FINE], "unknown command 'chekc'; did you mean 'check'?"],
    [['destroy'], "unknown command 'destroy'"],
    [['explore', FINE, 'b.py'], "'sim explore' takes one file, found 'b.py' besides"],
    [['why', 'a.jsonl', 'b.jsonl'], "'sim why' takes one trace, found 'b.jsonl' besides"],
    [
      ['explore', FINE, '--jitter', '-5%'],
      "--jitter: a value does not begin with '-', found '-5%'",
    ],
    [[], 'a command is missing: run, check, replay, diff, why, explore, export, schema'],
    [['run'], 'a file is missing'],
    [['check'], 'a file is missing'],
    [['run', '--seed', 'abc', FINE], "--seed: expected a whole number from 0 up, found 'abc'"],
    [['run', '--seed=-1', FINE], "--seed: expected a whole number from 0 up, found '-1'"],
    [['run', FINE, '--seed'], "--seed: expected a whole number from 0 up, found ''"],
    [['run', '--seed', '1', '--seed', '2', FINE], '--seed is given 2 times'],
    [['run', '--ties', 'lifo', FINE], "--ties: expected fifo or heapq, found 'lifo'"],
    [['run', '--param', 'n', FINE], "--param: expected name=value, found 'n'"],
    [['run', '--param', '=3', FINE], "--param: expected name=value, found '=3'"],
    [
      ['run', '--until', 'soon', FINE],
      "--until: expected seconds, such as 5, 90s or 1h, found 'soon'",
    ],
    [
      ['run', '--max-steps', '0', FINE],
      "--max-steps: expected a whole number from 1 up, found '0'",
    ],
    [['run', '--width', '3', FINE], "--width: expected a whole number from 40 up, found '3'"],
    [['run', FINE, FINE, '--trace', 'x.jsonl'], '--trace: one file at a time'],
  ])('%j', async (argv, message) => {
    expect(await refusal(...argv)).toBe(`sim: ${message}${hint}`);
  });

  test('a missing file', async () => {
    const none = path('none.yaml');
    expect(await refusal('run', none)).toBe(`sim: cannot read ${none}: there is no such file\n`);
    expect(await refusal('check', none)).toBe(`sim: cannot read ${none}: there is no such file\n`);
  });

  test('a parameter that the scenario does not have, or that is no value', async () => {
    expect(await refusal('run', '--param', 'm=3', FINE)).toContain(
      "error: --param m=3: the scenario has no parameter 'm'",
    );
    expect(await refusal('run', '--param', 'n=[', FINE)).toContain(
      "error: --param n=[: '[' was never closed",
    );
  });
});

describe('what cannot be written ends with 74', () => {
  test('a trace in a folder that does not exist', async () => {
    const nowhere = path('none/trace.jsonl');
    expect(await here('run', FINE, '--quiet', '--trace', nowhere)).toEqual({
      code: 74,
      stdout: '',
      stderr: `sim: cannot write ${nowhere}: there is no such folder\n`,
    });
  });

  test('a trace under the name of a folder, before anything runs', async () => {
    const folder = path('.');
    expect(await here('run', FINE, '--quiet', '--trace', folder)).toEqual({
      code: 74,
      stdout: '',
      stderr: `sim: cannot write ${folder}: it is a folder\n`,
    });
  });
});

describe('help', () => {
  test('names the commands, and every option of run', async () => {
    const { code, stdout } = await sim(['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/sim run <file\.\.> .*\n.*sim check <file\.\.>/);
    const run = await sim(['run', '--help']);
    expect(run.code).toBe(0);
    const flags = [
      'seed',
      'param',
      'ties',
      'until',
      'epoch',
      'trace',
      'quiet',
      'json',
      'ascii',
      'strict-314',
    ];
    for (const flag of [...flags, 'max-steps', 'max-trace']) {
      expect(run.stdout).toContain(`--${flag} `);
    }
  });
});

test('what stands after -- is for the program, whatever it looks like', async () => {
  const { code } = await here('run', '--quiet', FINE, '--', '--sed', 'x');
  expect(code).toBe(0);
});
