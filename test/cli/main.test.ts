import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { VERSION } from '../../src/base/version.ts';
import { readTrace } from '../../src/trace/read.ts';
import { command, sim } from './command.ts';
import { scratch } from './scratch.ts';

const { file, path, folder } = scratch();
const MANY = file('many.yaml', 'main:\n  - for i in range(100000):\n      - print(f"line {i}")\n');

/** Traces as they are and packed ones: what becomes of a file holds for both. */
const NAMES = ['plain.jsonl', 'packed.jsonl.gz'];

/** How a whole trace in a file ends. */
function endOf(name: string): string {
  const bytes = readFileSync(path(name));
  return readTrace((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')).end.end;
}

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

  test.each(NAMES)('leaves no half of a trace (%s): a whole one or none', async (ending) => {
    const trace = path(`pipe-${ending}`);
    const line = `'${process.execPath}' '${await command()}' run '${MANY}' --trace '${trace}'`;
    spawnSync('sh', ['-c', `${line} | head -n 1`]);
    const left = readdirSync(folder).filter((name) => name.includes(`pipe-${ending}`));
    for (const name of left) {
      expect(name).toBe(`pipe-${ending}`);
      expect(endOf(name)).toBe('finished');
    }
  });
});

describe('a disk that is full', () => {
  test.each([
    [NAMES[0], 2000],
    [NAMES[1], 50],
  ])('is told (%s), the program does not see it, and nothing is left', async (ending, blocks) => {
    const text = 'main:\n  - try:\n      - for i in range(60000):\n          - print(i)\n';
    const program = file('full.yaml', `${text}    except BaseException: ["print('caught')"]\n`);
    const trace = path(`full-${ending}`);
    const run = `'${process.execPath}' '${await command()}' run --quiet '${program}'`;
    const limited = `trap '' XFSZ; ulimit -f ${blocks}; ${run} --trace '${trace}' | tail -n 1`;
    const { stdout, stderr } = spawnSync('bash', ['-c', limited], { encoding: 'utf8' });
    expect(stderr).toMatch(/^sim: cannot write .*full-.*: /);
    expect(stdout).not.toContain('caught');
    expect(readdirSync(folder).filter((name) => name.includes(`full-${ending}`))).toEqual([]);
  });
});

test.each(NAMES)('killed while it writes, the old trace is whole (%s)', async (ending) => {
  const program = file('endless.yaml', 'main:\n  - while True:\n      - await sleep(1)\n');
  const trace = file(`killed-${ending}`, 'the old one');
  const args = [await command(), 'run', program, '--trace', trace];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const isWriting = () =>
    readdirSync(folder)
      .filter((name) => name.startsWith(`.killed-${ending}`))
      .some((name) => statSync(path(name)).size > 1000);
  while (!isWriting()) await new Promise((done) => setTimeout(done, 20));
  child.kill('SIGKILL');
  await new Promise((done) => child.on('close', done));
  expect(readFileSync(trace, 'utf8')).toBe('the old one');
});

test('echoes of Ctrl-C up to its very end do not take its exit code', async () => {
  const program = file(
    'echoed.yaml',
    'main:\n  - print("begun")\n  - while True:\n      - await sleep(1)\n',
  );
  const child = spawn(process.execPath, [await command(), 'run', program]);
  child.stdout.once('data', () => {
    // Signals until there is nobody to send them to.
    const echoes = setInterval(() => child.kill('SIGINT') || clearInterval(echoes), 1);
  });
  child.stdout.resume();
  child.stderr.resume();
  expect(await new Promise((done) => child.on('close', (...how) => done(how)))).toEqual([
    130,
    null,
  ]);
});
