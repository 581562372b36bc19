import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { VERSION } from '../../src/base/version.ts';
import { readTrace } from '../../src/trace/read.ts';
import { command, sim } from './command.ts';
import { scratch } from './scratch.ts';

const { file, path, folder } = scratch();
const MANY = file('many.yaml', 'main:\n  - for i in range(100000):\n      - print(f"line {i}")\n');

test('--version answers with the version alone', async () => {
  const wanted = { code: 0, stdout: `${VERSION}\n`, stderr: '' };
  expect(await sim(['--version'])).toEqual(wanted);
  expect(await sim(['-V'])).toEqual(wanted);
});

describe('a reader that goes away', () => {
  test.each([
    ['run', MANY],
    ['run', '--quiet', MANY],
    ['run', '--json', MANY],
  ])('ends %s %s quietly', async (...args) => {
    const line = [process.execPath, await command(), ...args].map((each) => `'${each}'`).join(' ');
    const { stdout, stderr } = spawnSync('sh', ['-c', `${line} | head -c 20`], {
      encoding: 'utf8',
    });
    expect(stdout).toHaveLength(20);
    expect(stderr).toBe('');
  });

  test('leaves no half of a trace behind: a whole one or none', async () => {
    const trace = path('pipe.jsonl');
    const line = `'${process.execPath}' '${await command()}' run '${MANY}' --trace '${trace}'`;
    spawnSync('sh', ['-c', `${line} | head -n 1`]);
    const left = readdirSync(folder).filter((name) => name.includes('pipe'));
    for (const name of left) {
      expect(name).toBe('pipe.jsonl');
      expect(readTrace(readFileSync(trace, 'utf8')).end.end).toBe('finished');
    }
  });
});

describe('a disk that is full', () => {
  test('is told with 74, the program does not see it, and nothing is left', async () => {
    const text = 'main:\n  - try:\n      - for i in range(60000):\n          - print(i)\n';
    const program = file('full.yaml', `${text}    except BaseException: ["print('caught')"]\n`);
    const trace = path('full.jsonl');
    const run = `'${process.execPath}' '${await command()}' run --quiet '${program}'`;
    const limited = `trap '' XFSZ; ulimit -f 2000; ${run} --trace '${trace}' | tail -n 1`;
    const { stdout, stderr } = spawnSync('bash', ['-c', limited], { encoding: 'utf8' });
    expect(stderr).toMatch(/^sim: cannot write .*full\.jsonl: /);
    expect(stdout).not.toContain('caught');
    expect(readdirSync(folder).filter((name) => name.includes('full.jsonl'))).toEqual([]);
  });
});

test('killed in the middle of writing, there is the old trace and not half a new one', async () => {
  const program = file('endless.yaml', 'main:\n  - while True:\n      - await sleep(1)\n');
  const trace = file('killed.jsonl', 'the old one');
  const args = [await command(), 'run', program, '--trace', trace];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const isWriting = () => readdirSync(folder).some((name) => name.startsWith('.killed.jsonl'));
  while (!isWriting()) await new Promise((done) => setTimeout(done, 20));
  await new Promise((done) => setTimeout(done, 200));
  child.kill('SIGKILL');
  await new Promise((done) => child.on('close', done));
  expect(readFileSync(trace, 'utf8')).toBe('the old one');
});
