// What ends a search from outside, through the real command: signals and the time, in the middle of
// a run, of workers' runs, of shrinking and of the report.
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { awaited, driven, Stops } from '../../src/cli/explore-stops.ts';
import type { Stage, Work } from '../../src/explore/work.ts';
import { type Ended, sim } from './command.ts';
import { scratch } from './scratch.ts';

const { folder, file } = scratch();

/** A warning of each tells that the program was read: the search begins right after it. */
const UNREAD = 'import asyncio, random\n\nasync def unread():\n    asyncio.sleep(1)\n\n';
const ENDLESS = file(
  'endless.py',
  `${UNREAD}async def main():
    while True:
        await asyncio.sleep(1)

asyncio.run(main())
`,
);
/** Fails by default; where the second comes first it never ends. */
const STUCK = file(
  'stuck.py',
  `${UNREAD}order = []

async def worker(name):
    await asyncio.sleep(1)
    order.append(name)

async def main():
    await asyncio.gather(worker('a'), worker('b'))
    while order[0] == 'b':
        await asyncio.sleep(1)
    assert order[0] != 'a', order

asyncio.run(main())
`,
);
/** By default it is well, at once; where many waits are others it fails, after long. */
const SLOW = file(
  'slow.py',
  `${UNREAD}async def worker():
    await asyncio.sleep(random.uniform(1, 2))
    return asyncio.get_running_loop().time()

async def main():
    times = await asyncio.gather(*[worker() for _ in range(60)])
    if sum(a != b for a, b in zip(times, usual)) > 20:
        for i in range(40_000_000):
            pass
        raise RuntimeError('slow')

random.seed(1)
usual = [1 + random.random() for _ in range(60)]
random.seed(1)
asyncio.run(main())
`,
);
/** Fails in ten ways by default, after long: each takes some runs more to be told. */
const HEAVY = file(
  'heavy.py',
  `# sim:
#   expect:
#     finally: [${Array.from({ length: 10 }, (_, i) => `"${i} == 10"`).join(', ')}]
${UNREAD}async def main():
    for i in range(60_000_000):
        pass

asyncio.run(main())
`,
);
const MORE = ['--max-steps', '1000000000000', '--max-operations', '1000000000000'];
const LONG = 60_000;

interface Stopped extends Ended {
  readonly cwd: string;
}

/** Explores and sends signals, the first so long after the search has begun. */
async function stopped(
  args: readonly string[],
  names: readonly NodeJS.Signals[],
  after: number,
  gap = 0,
): Promise<Stopped> {
  const cwd = mkdtempSync(join(folder, 'cwd-'));
  const when = async (written: () => string): Promise<void> => {
    while (!written().includes('never-awaited')) await new Promise((done) => setTimeout(done, 10));
  };
  const signals = { names, after, gap, when };
  return { ...(await sim(['explore', ...args, ...MORE], { cwd, signals })), cwd };
}

/** The files that were kept. */
function keptIn(cwd: string): string[] {
  const kept = join(cwd, '.sim/failures');
  return existsSync(kept) ? readdirSync(kept).toSorted() : [];
}

/** The report without what depends on the machine. */
const steady = (text: string) => text.replace(/, \d+ a second/, '');

describe('Ctrl-C ends a search', () => {
  test.each(['1', '2'])(
    'in the middle of its first run, with %s jobs',
    async (jobs) => {
      const { code, stdout, cwd } = await stopped([ENDLESS, '--jobs', jobs], ['SIGINT'], 500);
      expect(steady(stdout)).toBe(
        `${ENDLESS}: no failure in 0 schedules (mixed)\n` +
          'not exhaustive: it was interrupted; nothing was tried\n',
      );
      expect([code, keptIn(cwd)]).toEqual([130, []]);
    },
    LONG,
  );

  test.each([
    ['1', 'systematic', 'it was interrupted'],
    ['2', 'random', 'it was interrupted; schedules were drawn at random'],
  ])(
    'in the middle of a later run, with %s jobs, and tells what was found',
    async (jobs, strategy, coverage) => {
      const how = ['--strategy', strategy, '--jobs', jobs, '--vary', 'ties'];
      const { code, stdout, cwd } = await stopped([STUCK, ...how], ['SIGINT'], 4000);
      expect(stdout).toContain(`not exhaustive: ${coverage}\n`);
      expect(stdout).toContain('1. exception, in the default order (schedule 1)\n');
      expect(stdout).toContain("AssertionError: ['a', 'b'] on line");
      expect(stdout).toMatch(/\n {3}sim replay .*stuck\.py-1\.jsonl\n/);
      expect(code).toBe(130);
      expect(keptIn(cwd).map((name) => name.replace(/^.*\+/, ''))).toEqual([
        'stuck.py-1.jsonl',
        'stuck.py.json',
      ]);
    },
    LONG,
  );

  test.each(['1', '2'])(
    'that makes a failure small, and tells the smallest so far, with %s jobs',
    async (jobs) => {
      const how = ['--strategy', 'random', '--failures', '1', '--vary', 'timing', '--jobs', jobs];
      const { code, stdout } = await stopped([SLOW, ...how], ['SIGINT'], 6500);
      expect(stdout).toContain('1. exception, reachable on CPython (schedule 2)\n');
      expect(stdout).toContain('RuntimeError: slow on line');
      expect(stdout).toContain('   It may take less: it was interrupted.\n');
      expect(code).toBe(130);
    },
    LONG,
  );

  test(
    'a second one ends its report early: what is told is whole, and so are the files',
    async () => {
      const signals = ['SIGINT', 'SIGINT'] as const;
      const { code, stdout, cwd } = await stopped([HEAVY, '--runs', '1'], signals, 3000, 700);
      expect(code).toBe(130);
      expect(stdout).toContain(`${HEAVY}: 10 failures in 1 schedule`);
      const last = stdout.slice(stdout.indexOf('\n10. expectation, in the default order'));
      expect(last).toMatch(/: finally: 9 == 10\.\n {3}Not all is told: it was interrupted\.\n$/);
      for (const name of keptIn(cwd)) expect(name).toMatch(/heavy\.py(?:-\d+\.jsonl|\.json)$/);
      expect(keptIn(cwd).length).toBeLessThan(11);
    },
    LONG,
  );

  test(
    'SIGTERM ends it the same way, with 143',
    async () => {
      const { code, stdout } = await stopped([ENDLESS], ['SIGTERM'], 500);
      expect(code).toBe(143);
      expect(stdout).toContain('not exhaustive: it was interrupted; nothing was tried\n');
    },
    LONG,
  );
});

describe('the time that a search has', () => {
  const timed = (...args: readonly string[]) => {
    const cwd = mkdtempSync(join(folder, 'cwd-'));
    return sim(['explore', ...args, ...MORE], { cwd });
  };

  test.each(['1', '2'])(
    'ends it in the middle of a run, with %s jobs',
    async (jobs) => {
      const { code, stdout } = await timed(ENDLESS, '--time', '0.5', '--jobs', jobs);
      expect(code).toBe(0);
      expect(steady(stdout)).toBe(
        `${ENDLESS}: no failure in 0 schedules (mixed)\n` +
          'not exhaustive: its time was over (--time); nothing was tried\n',
      );
    },
    LONG,
  );

  test(
    'ends it in the middle of the runs of workers',
    async () => {
      const how = ['--strategy', 'random', '--jobs', '2', '--vary', 'ties'];
      const { code, stdout } = await timed(STUCK, ...how, '--time', '3');
      expect(code).toBe(1);
      expect(stdout).toContain('not exhaustive: its time was over (--time); ');
      expect(stdout).toContain('1. exception, in the default order (schedule 1)\n');
    },
    LONG,
  );

  test(
    'ends the making small of what was found',
    async () => {
      const how = ['--strategy', 'random', '--failures', '1', '--vary', 'timing'];
      const { code, stdout } = await timed(SLOW, ...how, '--time', '5');
      expect(code).toBe(1);
      expect(stdout).toContain('   It may take less: its time was over (--time).\n');
    },
    LONG,
  );
});

test('searching leaves a quarter of the time to what was found', async () => {
  const stops = new Stops(0.2);
  try {
    await new Promise((done) => setTimeout(done, 170));
    const reason = 'its time was over (--time)';
    expect([stops.halt('search', true), stops.halt('search', false)]).toEqual([reason, null]);
    expect([stops.halt('shrink', true), stops.exitCode]).toEqual([null, null]);
    await new Promise((done) => setTimeout(done, 60));
    expect([stops.halt('search', false), stops.halt('shrink', true)]).toEqual([reason, reason]);
    // What is told takes some runs more, for a moment.
    expect(stops.halt('tell', true)).toBe(null);
  } finally {
    stops.close();
  }
});

test('a search that ends by itself leaves no listener behind', () => {
  const before = ['SIGINT', 'SIGTERM'].map((name) => process.listenerCount(name));
  const stops = new Stops(null);
  expect(process.listenerCount('SIGINT')).toBe(before[0] + 1);
  expect(stops.halt('search', true)).toBe(null);
  stops.close();
  expect(['SIGINT', 'SIGTERM'].map((name) => process.listenerCount(name))).toEqual(before);
});

test('work has its turns until it is to end; what others do is waited for as long', async () => {
  function* work(): Work<number, Stage> {
    let turns = 0;
    while ((yield 'search') === null) turns++;
    return turns;
  }
  let left = 5;
  expect(await driven(work(), () => (left-- > 0 ? null : 'enough'))).toBe(5);
  expect(await awaited(Promise.resolve(), () => null)).toBe(null);
  left = 2;
  const never = new Promise<void>(() => {});
  expect(await awaited(never, () => (left-- > 0 ? null : 'enough'))).toBe('enough');
});
