import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTrace } from '../../src/trace/read.ts';
import { command, sim } from './command.ts';
import { here, scratch } from './scratch.ts';

const { file, path } = scratch();

const LOUD = file(
  'loud.py',
  `import asyncio
print("é ☃ 𝒳", end='')
print()
print("\\x1b[31mred\\x1b[0m\\x07 \\x9b31m \\u202e", end='|')
async def main():
    print("a\\ttab")
    await asyncio.sleep(1)
    print("no end", end='')
asyncio.run(main())
`,
);
/** What CPython 3.13 writes for it, byte for byte. */
const LOUD_BYTES = 'é ☃ 𝒳\n\x1b[31mred\x1b[0m\x07 \x9b31m \u202e|a\ttab\nno end';

describe('output of the program', () => {
  test('goes through --quiet byte for byte, and nothing else does', async () => {
    const quiet = await sim(['run', '--quiet', LOUD]);
    expect(quiet).toEqual({ code: 0, stdout: LOUD_BYTES, stderr: '' });
  });

  test('is made printable in the report, each line with its time', async () => {
    const { stdout } = await here('run', LOUD);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      '    0.000  é ☃ 𝒳',
      '    0.000  \\x1b[31mred\\x1b[0m\\x07 \\x9b31m \\u202e|a\ttab',
      '    1.000  no end',
    ]);
  });

  test('stays on its own stream', async () => {
    const program = file(
      'streams.py',
      `import asyncio
async def lost():
    raise ValueError('gone')
async def main():
    print('out')
    asyncio.create_task(lost())
    await asyncio.sleep(1)
asyncio.run(main())
`,
    );
    const { code, stdout, stderr } = await sim(['run', '--quiet', program]);
    expect(code).toBe(0);
    expect(stdout).toBe('out\n');
    expect(stderr).toContain('Task exception was never retrieved\nfuture: <Task finished');
    expect(stderr).toContain('ValueError: gone\n');
  });
});

describe('how a program ends is how the command ends', () => {
  const programs: [string, string, number, string][] = [
    ['SystemExit(3)', 'raise SystemExit(3)', 3, ''],
    ['SystemExit()', 'raise SystemExit()', 0, ''],
    ['SystemExit(True)', 'raise SystemExit(True)', 1, ''],
    ['SystemExit(-1)', 'raise SystemExit(-1)', 255, ''],
    ['SystemExit(256)', 'raise SystemExit(256)', 0, ''],
    ["SystemExit('bye')", "raise SystemExit('bye')", 1, 'bye\n'],
    ['a return', 'return 7', 0, ''],
  ];
  test.each(programs)('%s', async (_name, statement, code, stderr) => {
    const body = `async def main():\n    await asyncio.sleep(1)\n    ${statement}\n`;
    const program = file('ends.py', `import asyncio\n${body}asyncio.run(main())\n`);
    expect(await here('run', '--quiet', program)).toEqual({ code, stdout: '', stderr });
  });

  test('an exception that nobody catches: its traceback on stderr, and 1', async () => {
    const program = file(
      'raises.py',
      `import asyncio
async def work():
    await asyncio.sleep(1)
    raise ValueError('no \\x1b[31m')
async def main():
    print('before')
    await work()
asyncio.run(main())
`,
    );
    const { code, stdout, stderr } = await sim(['run', '--quiet', program]);
    expect(code).toBe(1);
    expect(stdout).toBe('before\n');
    expect(stderr).toMatch(/^Traceback \(most recent call last\):\n {2}File "raises\.py", line 8/);
    expect(stderr).toMatch(/line 4, in work\n {4}raise ValueError\(/);
    expect(stderr.endsWith('ValueError: no \x1b[31m\n')).toBe(true);
    expect(stderr).not.toMatch(/\.[jt]s\b|node:/);
    const report = await here('run', program);
    expect(report.code).toBe(1);
    expect(report.stdout).toContain('ValueError: no \\x1b[31m\n');
    expect(report.stdout).not.toContain('\x1b');
  });

  test('KeyboardInterrupt from inside is as if somebody had pressed Ctrl-C', async () => {
    const program = file('interrupt.py', 'raise KeyboardInterrupt()\n');
    const { code, stderr } = await here('run', '--quiet', program);
    expect(code).toBe(130);
    expect(stderr.endsWith('KeyboardInterrupt\n')).toBe(true);
  });
});

describe('options of a run', () => {
  const random = file(
    'random.yaml',
    'main:\n  - print(random.random())\n  - await sleep(random.random())\n',
  );

  test('the same seed gives the same bytes, another one other events', async () => {
    const traces = ['a', 'b', 'c'].map((name) => path(`seed-${name}.jsonl`));
    const seeds = ['7', '7', '8'];
    for (const [i, trace] of traces.entries()) {
      const { code } = await here('run', random, '--seed', seeds[i], '--trace', trace);
      expect(code).toBe(0);
    }
    const [a, b, c] = traces.map((trace) => readFileSync(trace, 'utf8'));
    expect(b).toBe(a);
    const events = [a, c].map((text) => readTrace(text).events.map((each) => each.time));
    expect(events[1]).not.toEqual(events[0]);
  });

  test('the draws are those of CPython with the same seed', async () => {
    expect((await here('run', '--quiet', random)).stdout).toBe('0.13436424411240122\n');
    const seven = await here('run', '--quiet', '--seed', '7', random);
    expect(seven.stdout).toBe('0.32383276483316237\n');
  });

  test('--ties heapq is CPython’s order on a frozen clock, fifo that of creation', async () => {
    const six = file(
      'six.yaml',
      `define:
  async def worker(i):
    - await sleep(1)
    - print(i, end=' ')
main:
  - await gather(*[worker(i) for i in range(6)])
`,
    );
    expect((await here('run', '--quiet', six)).stdout).toBe('0 1 2 3 4 5 ');
    expect((await here('run', '--quiet', '--ties', 'fifo', six)).stdout).toBe('0 1 2 3 4 5 ');
    expect((await here('run', '--quiet', '--ties', 'heapq', six)).stdout).toBe('0 2 5 4 1 3 ');
  });

  test('--epoch sets the wall clock, not the loop', async () => {
    const clock = file(
      'clock.py',
      `import asyncio
import time
async def main():
    await asyncio.sleep(1.5)
    print(time.time(), asyncio.get_running_loop().time(), time.monotonic())
asyncio.run(main())
`,
    );
    const out = async (...args: string[]) => (await here('run', '--quiet', clock, ...args)).stdout;
    expect(await out()).toBe('1700000001.5 1.5 1.5\n');
    expect(await out('--epoch', '100')).toBe('101.5 1.5 1.5\n');
  });

  test('--strict-314 makes no loop for get_event_loop', async () => {
    const old = file('old.py', 'import asyncio\nprint(asyncio.get_event_loop().is_running())\n');
    const plain = await here('run', '--quiet', old);
    expect([plain.code, plain.stdout]).toEqual([0, 'False\n']);
    expect(plain.stderr).toContain('old.py:2: DeprecationWarning: There is no current event loop');
    const strict = await here('run', '--quiet', '--strict-314', old);
    expect([strict.code, strict.stdout]).toEqual([1, '']);
    expect(strict.stderr).toContain('RuntimeError: There is no current event loop in thread');
  });

  test('--param replaces what the file says', async () => {
    const sum = file('sum.yaml', 'params: { n: 2, k: 3 }\nmain:\n  - print(n, k, n * k)\n');
    expect((await here('run', '--quiet', sum)).stdout).toBe('2 3 6\n');
    const given = await here('run', '--quiet', '--param', 'n=[5]', '--param', 'k=2', sum);
    expect(given.stdout).toBe('[5] 2 [5, 5]\n');
  });

  test('--until is a normal end', async () => {
    const endless = file(
      'endless.yaml',
      'main:\n  - while True:\n      - print(now())\n      - await sleep(1)\n',
    );
    const ended = await here('run', '--quiet', endless, '--until', '2');
    expect(ended).toEqual({ code: 0, stdout: '0.0\n1.0\n2.0\n', stderr: '' });
    const { stdout } = await here('run', '--json', endless, '--until', '5s');
    expect(JSON.parse(stdout)).toMatchObject({ status: 'finished', endTime: 5, exitCode: 0 });
  });

  test('several files run one after the other, and the worst end counts', async () => {
    const good = file('good.py', 'print(1)\n');
    const bad = file('bad.py', 'print(2)\nraise SystemExit(9)\n');
    const both = await here('run', '--quiet', bad, good);
    expect(both).toEqual({ code: 9, stdout: '2\n1\n', stderr: '' });
  });
});

const SPIN = file('spin.yaml', 'main:\n  - while True:\n      - await sleep(0)\n');
const TALK = file('talk.yaml', 'main:\n  - for i in range(5000):\n      - print(i)\n');

describe('a limit ends with 3 and names itself and its flag', () => {
  test.each([
    [SPIN, '--max-instant-steps', '50', 'handles at one instant (50)'],
    [SPIN, '--max-steps', '50', 'handles executed (50)'],
    [TALK, '--max-output', '10', 'characters of output (10)'],
    [TALK, '--max-operations', '1000', 'operations inside one step (1000) at talk.yaml:3'],
    [TALK, '--max-trace', '5000', 'bytes of a trace (5000)'],
  ])('%s %s %s', async (program, flag, value, what) => {
    const trace = path('limit.jsonl');
    const ended = await here('run', '--quiet', program, flag, value, '--trace', trace);
    expect(ended.code).toBe(3);
    expect(ended.stderr).toBe(`limit reached: ${what}; raise it with ${flag}\n`);
    expect(readTrace(readFileSync(trace, 'utf8')).end.end).toBe('limit');
  });

  test('the scenario can set it, and the flag wins', async () => {
    const limited = file(
      'limited.yaml',
      'limits: { steps: 4 }\nmain:\n  - for i in range(9):\n      - await sleep(1)\n',
    );
    expect((await here('run', '--quiet', limited)).code).toBe(3);
    expect((await here('run', '--quiet', limited, '--max-steps', '100')).code).toBe(0);
  });
});

test('a file that is too large is refused', async () => {
  const program = file('large.py', 'print(1)\n');
  expect((await here('run', '--quiet', '--max-input', '9', program)).code).toBe(0);
  expect(await here('run', '--quiet', '--max-input', '8', program)).toEqual({
    code: 2,
    stdout: '',
    stderr: `sim: cannot read ${program}: larger than 8 bytes (--max-input)\n`,
  });
});

test('a scenario from standard input', async () => {
  const ended = await sim(['run', '--quiet', '-'], { input: 'main:\n  - print(now())\n' });
  expect(ended).toEqual({ code: 0, stdout: '0.0\n', stderr: '' });
});

test('a hundred thousand sleepers fit into 400 MB, and into a picture of sixty rows', async () => {
  const program = file(
    'many.yaml',
    `define:
  async def worker(i):
    - await sleep(1 + i % 7)
    - return i
main:
  - results = await gather(*[worker(i) for i in range(100000)])
  - return len(results)
`,
  );
  const tell = 'process.on("exit",()=>process.stderr.write(`${process.resourceUsage().maxRSS}`))';
  const args = ['--import', `data:text/javascript,${tell}`, await command(), 'run', program];
  const child = spawn(process.execPath, args, { env: { ...process.env, NO_COLOR: '1' } });
  const written = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      written[stream] += text;
    });
  }
  expect(await new Promise((done) => child.on('close', done))).toBe(0);
  expect(Number(written.stderr)).toBeGreaterThan(10_000);
  expect(Number(written.stderr)).toBeLessThan(400 * 1024);
  expect(written.stdout).toContain('tasks  100001 created');
  expect(written.stdout.match(/^(?:Task-|alive)/gm)?.length).toBeGreaterThan(10);
  expect(written.stdout.match(/^(?:Task-|alive)/gm)?.length).toBeLessThanOrEqual(60);
}, 60_000);

test('the reports of several files each begin with the name of the file', async () => {
  const [one, two] = ['one.py', 'two.py'].map((name) => file(name, `print("in ${name}")\n`));
  const { stdout } = await here('run', one!, two!);
  const lines = stdout.split('\n');
  expect(lines.slice(0, 2)).toEqual([one, '    0.000  in one.py']);
  const second = lines.indexOf(two!);
  expect(lines.slice(second - 1, second + 2)).toEqual(['', two, '    0.000  in two.py']);
  const alone = await here('run', one!);
  expect(alone.stdout.startsWith('    0.000  in one.py\n')).toBe(true);
  const quiet = await here('run', '--quiet', one!, two!);
  expect(quiet.stdout).toBe('in one.py\nin two.py\n');
});

test('--debug tells of what holds the loop, and where it does', async () => {
  const text = `import asyncio
import time
async def main():
    time.sleep(0.5)
asyncio.run(main())
`;
  const program = file('slow.py', text);
  const plain = await here('run', program);
  expect(plain.stdout).not.toContain('slow-callback');
  const { stdout, code } = await here('run', '--debug', program);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^ {4}0\.500 {2}Executing <Task finished name='Task-1' .* took 0\.500 seconds$/m,
  );
  expect(stdout).toContain(
    '\n\nwarnings\n  kind           time   at         what\n' +
      '  slow-callback  0.5 s  slow.py:4  Task-1 (main) took 0.500 seconds\n',
  );
  const { stdout: json } = await here('run', '--debug', '--json', program);
  expect(JSON.parse(json).warnings).toEqual([
    { code: 'slow-callback', text: 'Task-1 (main) took 0.500 seconds', time: 0.5, at: [4, 5] },
  ]);
});
