import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TURNS } from '../replay/step/spoken.ts';
import { command, sim } from './command.ts';
import { here, scratch } from './scratch.ts';

const { file, path } = scratch();
const PROGRAM = file('turns.py', TURNS);

async function recorded(name = 'turns.jsonl'): Promise<string> {
  await here('run', '--quiet', PROGRAM, '--trace', path(name));
  return path(name);
}

/**
 * What a terminal shows while lines are typed, without what moves its cursor; null where there is
 * no python3 to make a terminal with.
 */
async function onTerminal(
  typed: readonly string[],
  args: readonly string[],
): Promise<string | null> {
  const script = join(import.meta.dirname, 'terminal-session.py');
  const child = [process.execPath, await command(), ...args];
  const { FORCE_COLOR: _, ...env } = process.env;
  const { error, status, stdout, stderr } = spawnSync(
    'python3',
    [script, ...typed, '--', ...child],
    {
      env: { ...env, NO_COLOR: '1', TERM: 'xterm' },
      encoding: 'utf8',
    },
  );
  if (error !== undefined) return null;
  expect([status, stderr]).toEqual([0, '']);
  const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]|\r`, 'g');
  return stdout.replace(escapes, '');
}

const SECOND = `step 2 at 0 s, iteration 2: step of second (worker)
  starts
  acquires turn
  sleeps until 1 s
>  7          await asyncio.sleep(1)
`;

describe('sim replay --step', () => {
  test('takes its commands from a file, and prints the same every time', async () => {
    const trace = await recorded();
    const golden = join(import.meta.dirname, 'step-session');
    const ended = await here('replay', '--step', '--command', `${golden}.txt`, trace);
    if (process.env.GOLDEN === 'write') writeFileSync(`${golden}.out`, ended.stdout);
    expect(ended).toEqual({ code: 0, stdout: readFileSync(`${golden}.out`, 'utf8'), stderr: '' });
  });

  test('takes them from its input, without prompt; ends with 2 where one was refused', async () => {
    const trace = await recorded('turns.jsonl.gz');
    const input = 's 2\n\n# a remark\n';
    for (const args of [[], ['--command', '-']]) {
      const ended = await sim(['replay', '--step', ...args, trace], { input });
      expect(ended).toEqual({ code: 0, stdout: SECOND, stderr: '' });
    }
    const refused = await sim(['replay', '--step', trace], { input: 'stp\ns 2\nq\ns' });
    const said = "stp: expected a command (help lists them), found 'stp'; did you mean 'step'?\n";
    expect(refused).toEqual({ code: 2, stdout: said + SECOND, stderr: '' });
  });

  test('speaks with a terminal: lines, an empty one again, the end of input', async () => {
    const trace = await recorded();
    const typed = ['s', '', 'stp', 'g end'];
    const commands = file('commands', 's\ns\nstp\ng end\n');
    const { stdout } = await here('replay', '--step', '--command', commands, trace);
    const replies = stdout.split(/^(?=step 2 |stp:|step 24 )/m);
    const spoken = typed.map((line, i) => `(sim) ${line}\n${replies[i]}`).join('');
    const greeting = 'turns.py, before its first step; help lists the commands\n';
    const shown = await onTerminal(typed, ['replay', '--step', trace]);
    if (shown !== null) expect(shown).toBe(`${greeting}${spoken}(sim) \n`);
  });

  test('says what it cannot take', async () => {
    const trace = await recorded();
    expect((await here('replay', '--command', 'x', trace)).stderr).toMatch(
      /^sim: --command: only with --step\n/,
    );
    expect((await here('replay', '--step', '--json', trace)).stderr).toMatch(
      /^sim: --json: --step prints text\n/,
    );
    expect((await here('replay', '--step', '--command', path('gone'), trace)).stderr).toBe(
      `sim: cannot read ${path('gone')}: there is no such file\n`,
    );
    expect(await here('replay', '--step', '--command', PROGRAM, PROGRAM)).toEqual({
      code: 2,
      stdout: '',
      stderr: `sim: ${PROGRAM}: line 1, byte 0: the header is damaged: not JSON\n`,
    });
  });

  test('tells where the trace is cut off, or goes as far as it is whole', async () => {
    const trace = await recorded();
    const cut = file('cut.jsonl', readFileSync(trace, 'utf8').slice(0, 6000));
    const commands = file('end', 'g end\n');
    const refused = await here('replay', '--step', '--command', commands, cut);
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toMatch(
      /^sim: \S+cut\.jsonl: line \d+, byte \d+: the trace is truncated/,
    );
    const salvaged = await here('replay', '--step', '--salvage', '--command', commands, cut);
    expect(salvaged).toMatchObject({ code: 0, stderr: '' });
    expect(salvaged.stdout).toMatch(/\nthe trace goes no further\n$/);
  });
});
