import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCENARIO_FOLDER } from '../scenario-files.ts';
import { sim } from './command.ts';
import { here, scratch } from './scratch.ts';

const { file, path } = scratch();
const YAML = `name: small
params:
  n: 2
state:
  total: 0
define:
  async def work(i):
    - await sleep(i)
    - total += 1
main:
  - await gather(*[work(i) for i in range(n)])
  - log(total, now())
`;
const SMALL = file('small.yaml', YAML);

describe('a scenario becomes a program', () => {
  test('that the simulator runs as it runs the scenario', async () => {
    const output = path('small.py');
    const exported = await sim(['export', SMALL, '--param', 'n=4', '-o', output]);
    expect(exported).toEqual({ code: 0, stdout: '', stderr: '' });
    const [program, scenario] = [
      await here('run', output, '--quiet'),
      await here('run', SMALL, '--quiet', '--param', 'n=4'),
    ];
    expect(program.stdout).toBe('4 3.0\n');
    expect(scenario.stdout).toBe('4 3.0\n');
  });

  const check = 'import sys; raise SystemExit(sys.version_info < (3, 11))';
  const hasPython = spawnSync('python3', ['-c', check]).status === 0;
  // They print no times: a busy machine is late.
  const quick = hasPython ? ['create-task.yaml', 'give-way.yaml', 'lost-update.yaml'] : [];
  test.each(quick)('that python3 runs in real time: %s', async (name) => {
    const scenario = join(SCENARIO_FOLDER, name);
    const { stdout: input } = await here('export', scenario);
    const ours = await here('run', scenario, '--quiet');
    const ran = spawnSync('python3', ['-'], { input, encoding: 'utf8' });
    expect(ran.stdout).toBe(ours.stdout);
  });

  test('that does not wait, if it is to be virtual', async () => {
    const { code, stdout } = await here('export', SMALL, '--virtual', '--to', 'python');
    expect(code).toBe(0);
    expect(stdout).toContain('\nuse_virtual_clock()\n');
    expect(stdout).toContain('from time import monotonic as now\n');
  });
});

describe('a program becomes a scenario', () => {
  test('the one that it was', async () => {
    const output = path('again.py');
    await here('export', SMALL, '--output', output);
    expect(await here('export', output)).toEqual({ code: 0, stdout: YAML, stderr: '' });
    const json = await here('export', output, '--to', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject({ name: 'small', params: { n: 2 } });
  });

  test('or is refused with all places', async () => {
    const program = file(
      'odd.py',
      'import asyncio\n\nprint(1)\n\nasync def main():\n    pass\n\nasyncio.run(main())\nprint(2)\n',
    );
    const { code, stdout, stderr } = await here('export', program);
    expect([code, stdout]).toEqual([2, '']);
    expect(
      stderr,
    ).toBe(`${program}:3:1: error: a scenario has no room for this statement at module \
level [export]
    print(1)
    ^^^^^^^^
    hint: a scenario runs main: move it into main
${program}:9:1: error: nothing may follow asyncio.run(main()) [export]
    print(2)
    ^^^^^^^^
    hint: a scenario runs main: move it into main
2 errors
`);
  });

  test('or is told what the scenario would get wrong', async () => {
    const program = file(
      'twice.py',
      'import asyncio\n\nx = 1\nx = 2\n\nasync def main():\n    print(x)\n\nasyncio.run(main())\n',
    );
    const { code, stderr } = await here('export', program);
    expect(code).toBe(2);
    expect(stderr).toContain("error: as a scenario: key 'x' occurs twice [duplicate-key]");
  });
});

test('JSON becomes YAML, and YAML JSON', async () => {
  const scenario = join(SCENARIO_FOLDER, 'semaphore-50-5.json');
  const yaml = path('semaphore.yaml');
  await here('export', scenario, '--to', 'yaml', '-o', yaml);
  const { stdout } = await here('export', yaml, '--to', 'json');
  const { $schema, limits, ...before } = JSON.parse(readFileSync(scenario, 'utf8'));
  expect($schema).toBe('./scenario.schema.json');
  const text = JSON.stringify({ ...before, limits: { ...limits, time: 3600 } });
  const plain = (value: object) => JSON.stringify(value).replaceAll('\\"', "'");
  expect(JSON.parse(plain(JSON.parse(stdout)))).toEqual(JSON.parse(plain(JSON.parse(text))));
});

describe('wrong usage ends with 2', () => {
  test.each([
    [['export'], 'a file is missing'],
    [['export', SMALL, SMALL], `'sim export' takes one file, found '${SMALL}' besides`],
    [
      ['export', SMALL, '--to', 'toml'],
      "--to: expected python or yaml or json or chrome or speedscope or mermaid, found 'toml'",
    ],
    [['export', SMALL, '--virtal'], "unknown option '--virtal'; did you mean '--virtual'?"],
    [['export', SMALL, '--seed', '1'], "--seed is an option of 'sim run' and 'sim explore' only"],
    [['export', SMALL, '--to', 'json', '--virtual'], '--virtual: only for --to python'],
    [['run', SMALL, '--virtual'], "--virtual is an option of 'sim export' only"],
  ])('%j', async (argv, message) => {
    const { code, stdout, stderr } = await here(...argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`sim: ${message}\nTry 'sim --help'.\n`);
  });

  test('a program is Python already', async () => {
    const program = file('fine.py', 'print(1)\n');
    const { code, stderr } = await here('export', program, '--to', 'python');
    expect(code).toBe(2);
    expect(stderr).toContain(`sim: --to python: ${program} is Python already\n`);
  });

  test('a folder that is not there ends with 74', async () => {
    const nowhere = path('none/x.py');
    expect(await here('export', SMALL, '-o', nowhere)).toEqual({
      code: 74,
      stdout: '',
      stderr: `sim: cannot write ${nowhere}: there is no such folder\n`,
    });
  });
});
