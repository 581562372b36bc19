// The law of `--ties`: where no two deadlines are equal, both orders leave the same trace; where
// some are, `fifo` wakes in the order of creation, which is what CPython prints in real time.
import { spawnSync } from 'node:child_process';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Ties } from '../../src/kernel/timer-heap.ts';
import { TRACE_VERSION } from '../../src/trace/event.ts';
import type { TraceHeader } from '../../src/trace/header.ts';
import { JsonlWriter } from '../../src/trace/jsonl.ts';
import { simulate } from '../simulated.ts';

const HEADER: TraceHeader = {
  trace: TRACE_VERSION,
  sim: 'test',
  source: { name: 'spec.py', sha256: '', text: '' },
  params: [],
  seed: 1,
  // Of both runs, so that every byte has to be the same.
  ties: 'fifo',
  policy: 'fifo',
  limits: [],
  epoch: 0,
  until: null,
  pool: 32,
  debug: false,
  strict314: false,
  argv: ['x.py'],
};

interface Run {
  readonly trace: string;
  readonly deadlines: readonly number[];
  readonly output: string;
}

function run(text: string, ties: Ties): Run {
  const chunks: string[] = [];
  const writer = new JsonlWriter(HEADER, (chunk) => void chunks.push(chunk));
  const { outcome, stdout } = simulate(text, { ties, sinks: [writer] });
  writer.finish({ end: outcome.end, time: outcome.time, random: [] });
  const trace = chunks.join('');
  const scheduled = trace.matchAll(/"kind":"timer\.scheduled".*?"when":([^,}]+)/g);
  return { trace, deadlines: [...scheduled].map((match) => Number(match[1])), output: stdout };
}

/** Delays that differ: sums of few of them are equal by rare chance only, which is looked for. */
const delay = fc.integer({ min: 1, max: 2 ** 30 }).map((ticks) => `${ticks / 2 ** 20}`);
const number = fc.nat({ max: 3 });

const statement: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: delay.map((seconds) => `await asyncio.sleep(${seconds})`) },
  delay.map((seconds) => `await asyncio.wait_for(asyncio.sleep(${seconds}), 300.5)`),
  fc.tuple(delay, delay).map(([limit, rest]) => `await limited(${limit}, ${rest})`),
  delay.map((seconds) => `async with lock: await asyncio.sleep(${seconds})`),
  delay.map((seconds) => `async with slots: await asyncio.sleep(${seconds})`),
  fc.tuple(delay, number).map(([at, i]) => `loop().call_later(${at}, tasks[${i}].cancel)`),
  fc.tuple(delay, number).map(([at, i]) => `loop().call_later(${at}, queue.put_nowait, ${i})`),
  delay.map((seconds) => `print(await first(${seconds}))`),
  delay.map((base) => `crowd(${base})`),
);

const PRELUDE = `import asyncio
loop = asyncio.get_running_loop
tasks = []

async def limited(limit, rest):
    try:
        async with asyncio.timeout(limit): await asyncio.sleep(rest)
    except TimeoutError: print('late', loop().time())

async def first(limit):
    try: return await asyncio.wait_for(queue.get(), limit)
    except TimeoutError: return 'nothing'

def crowd(base):
    handles = [loop().call_later(base + i / 1024, print, base, i) for i in range(130)]
    for i, handle in enumerate(handles):
        if i % 3: handle.cancel()

async def worker(name, body):
    try:
        await body()
        print(name, 'ends at', loop().time())
    except asyncio.CancelledError: print(name, 'is cancelled at', loop().time())
`;

function programOf(bodies: readonly (readonly string[])[]): string {
  const functions = bodies.map((body, i) => {
    return `async def body${i}():\n${body.map((line) => `    ${line}\n`).join('')}`;
  });
  const list = bodies.map((_, i) => `worker(${i}, body${i})`).join(', ');
  return `${PRELUDE}
${functions.join('\n')}
async def main():
    global lock, slots, queue
    lock, slots, queue = asyncio.Lock(), asyncio.Semaphore(2), asyncio.Queue()
    tasks.extend(asyncio.create_task(each) for each in [${list}])
    await asyncio.wait(tasks)

asyncio.run(main())
`;
}

const programs = fc
  .array(fc.array(statement, { minLength: 1, maxLength: 5 }), { minLength: 4, maxLength: 6 })
  .map(programOf);

describe('no two deadlines are equal', () => {
  property.prop([programs], { seed: 314, numRuns: 60 })(
    'fifo and heapq leave the same bytes',
    (text) => {
      const fifo = run(text, 'fifo');
      fc.pre(new Set(fifo.deadlines).size === fifo.deadlines.length);
      expect(run(text, 'heapq').trace).toBe(fifo.trace);
    },
  );
});

/** Ties in groups that are far apart in real time; `UNIT` seconds is the distance. */
const TIED = `import asyncio
UNIT = 0.1

async def late(name, units):
    await asyncio.sleep(units * UNIT)
    print(name, end=' ')

async def crowd():
    await asyncio.gather(*(late(i, 1) for i in range(12)))

async def groups():
    await asyncio.gather(*(late(i, 1 + i * 7 % 3) for i in range(15)))

async def callbacks():
    loop = asyncio.get_running_loop()
    for i in range(9): loop.call_later(UNIT * (1 + i % 2), print, i)
    await late('task', 2)
    await late('again', 1)

async def limits():
    async def limited(name):
        try: await asyncio.wait_for(asyncio.sleep(50), UNIT)
        except TimeoutError: print('late', name, end=' ')
    async with asyncio.TaskGroup() as group:
        for i in range(7): group.create_task(limited(i))

async def completed():
    sleeps = [asyncio.create_task(asyncio.sleep(UNIT, i)) for i in range(10)]
    for each in asyncio.as_completed(sleeps): print(await each, end=' ')

async def removed():
    loop = asyncio.get_running_loop()
    handles = [loop.call_later(UNIT, print, i) for i in range(120)]
    for i, handle in enumerate(handles):
        if i % 10 != 3: handle.cancel()
    await asyncio.sleep(2 * UNIT)

for main in (crowd, groups, callbacks, limits, completed, removed):
    print(main.__name__)
    asyncio.run(main())
    print()
`;

const check = 'import sys; raise SystemExit(sys.version_info < (3, 11))';
const hasPython = spawnSync('python3', ['-c', check]).status === 0;
const where = hasPython
  ? 'in the order of creation, as CPython does in real time'
  : 'in the order of creation (not compared with CPython: there is no python3 of 3.11 or later)';

describe('equal deadlines in fifo mode', () => {
  test('twelve sleepers wake in the order of creation', () => {
    const { output } = run(TIED, 'fifo');
    expect(output.split('\n')[1]).toBe('0 1 2 3 4 5 6 7 8 9 10 11 ');
  });

  test(`crowds, groups, callbacks and time-outs go on ${where}`, () => {
    const { output } = run(TIED, 'fifo');
    expect(output).not.toBe(run(TIED, 'heapq').output);
    if (!hasPython) return;
    // Once more where a busy machine held CPython up for longer than a unit.
    const prints = (): string => spawnSync('python3', ['-c', TIED], { encoding: 'utf8' }).stdout;
    const first = prints();
    expect(first === output ? first : prints()).toBe(output);
  });
});
