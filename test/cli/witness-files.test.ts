// The programs beside the traces: what `sim explore` writes, runs and says of them, with the
// machine's python3, with one that sees no failure, and without any.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUG_FOLDER } from '../scenario-files.ts';
import { type Ended, sim } from './command.ts';
import { scratch } from './scratch.ts';

const { folder, path, file } = scratch();
const LAZY = file(
  'lazy-connection.py',
  readFileSync(join(BUG_FOLDER, 'lazy-connection.py'), 'utf8'),
);
const PROGRAM = '.sim/failures/lazy-connection.py-1.py';
const TOLD = 'expectation failed: always: opened - closed <= 1\n';

function explored(PATH: string | undefined, ...argv: readonly string[]): Promise<Ended> {
  const args = ['explore', LAZY, '--runs', '60', '--failures', '1', ...argv];
  return sim(args, { cwd: folder, env: PATH === undefined ? {} : { PATH } });
}

/** A folder with a python3 that says it is 3.11 and does this with a program. */
function pythonThat(name: string, does: string): string {
  mkdirSync(path(name));
  const script = `#!/bin/sh\nif [ "$1" = --version ]; then echo Python 3.11.9; exit 0; fi\n${does}\n`;
  writeFileSync(path(`${name}/python3`), script);
  chmodSync(path(`${name}/python3`), 0o755);
  return path(name);
}

const version = /^Python (3\.\d+)/.exec(
  spawnSync('python3', ['--version'], { encoding: 'utf8' }).stdout ?? '',
)?.[1];
const cases = Number(version?.slice(2)) >= 11 ? [true] : [];

describe('a failure that CPython reaches', () => {
  test.each(cases)('is a program that fails', async () => {
    const { code, stdout } = await explored(undefined);
    expect(code).toBe(1);
    expect(stdout).toContain(`\n   python3 ${PROGRAM}   (fails on CPython ${version} as told)\n`);
    const { status, stderr } = spawnSync('python3', [PROGRAM], { cwd: folder, encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, TOLD]);
  });

  test('is unchecked where there is no python3', async () => {
    const { stdout } = await explored(folder);
    expect(stdout).toContain(`\n   python3 ${PROGRAM}   (unchecked: no python3)\n`);
    expect(readFileSync(path(PROGRAM), 'utf8')).toContain('_duration(random.uniform(0.0, 0.1))');
  });

  test.each([
    ['well', 'exit 0', 'it ended well'],
    ['odd', 'echo no room >&2; exit 1', 'no room'],
    ['mute', 'exit 3', 'it ended with exit code 3'],
  ])('is told of openly where it does not fail so: %s', async (name, does, reason) => {
    const { stdout } = await explored(pythonThat(name, does));
    expect(stdout).toContain(
      `\n   python3 ${PROGRAM}   (did not fail as told on CPython 3.11: ${reason})\n`,
    );
  });

  test('is data as well', async () => {
    const python = pythonThat('told', `echo "${TOLD.trimEnd()}" >&2; exit 1`);
    const { stdout } = await explored(python, '--json');
    expect(JSON.parse(stdout).findings[0].python).toEqual({
      ...{ file: PROGRAM, reason: '', check: 'fails', version: '3.11' },
    });
  });
});

test('a failure that no program can show says why', async () => {
  const text = `import asyncio

async def step(seconds):
    await asyncio.sleep(seconds)
    return asyncio.get_running_loop().time()

async def main():
    first, second = await asyncio.gather(step(1), step(1.1))
    assert first < second

asyncio.run(main())
`;
  const args = ['explore', file('steps.py', text), '--jitter', '20%', '--failures', '1'];
  const { stdout } = await sim(args, { cwd: folder });
  expect(stdout).toContain(
    '\n   (no Python program: it needs other lengths of waits that come from no draw)\n',
  );
});
