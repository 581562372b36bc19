// What ends a search from outside, through the real command: signals and the time, in the middle of
// a run, of workers' runs, of shrinking and of the report. A signal is sent at what --progress
// tells, and the programs stay for ever in what they are to be interrupted in.
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { awaited, driven, Stops } from '../../src/cli/explore-stops.ts';
import { explorerOf, reportOf } from '../../src/explore/explore.ts';
import { during, type Stage, type Work } from '../../src/explore/work.ts';
import { DEFAULT_LIMITS } from '../../src/simulate.ts';
import { scenarioOf } from '../simulated.ts';
import { type Ended, type Sent, sim } from './command.ts';
import { FakeOutside } from './outside.ts';
import { scratch } from './scratch.ts';

const { folder, file } = scratch();

const ENDLESS = file(
  'endless.py',
  `import asyncio

async def main():
    while True:
        await asyncio.sleep(1)

asyncio.run(main())
`,
);
/** Fails by default; in one order of six it never ends. */
const STUCK = file(
  'stuck.py',
  `import asyncio

order = []

async def worker(name):
    await asyncio.sleep(1)
    order.append(name)

async def main():
    await asyncio.gather(worker('a'), worker('b'), worker('c'))
    while order == ['c', 'a', 'b']:
        await asyncio.sleep(1)
    assert order != ['a', 'b', 'c'], order

asyncio.run(main())
`,
);
/** By default it is well; it fails where many waits are others, where few are it never ends. */
const DEEP_TEXT = `import asyncio, random

async def worker():
    await asyncio.sleep(random.uniform(1, 2))
    return asyncio.get_running_loop().time()

async def main():
    times = await asyncio.gather(*[worker() for _ in range(60)])
    others = sum(a != b for a, b in zip(times, usual))
    if others > 20:
        raise RuntimeError('many')
    while others > 0:
        await asyncio.sleep(1)

random.seed(1)
usual = [1 + random.random() for _ in range(60)]
random.seed(1)
asyncio.run(main())
`;
const DEEP = file('deep.py', DEEP_TEXT);
/** Fails in ten ways by default, after long: each takes some runs more to be told. */
const HEAVY = file(
  'heavy.py',
  `# sim:
#   expect:
#     finally: [${Array.from({ length: 10 }, (_, i) => `"${i} == 10"`).join(', ')}]
import asyncio

async def main():
    for i in range(20_000_000):
        pass

asyncio.run(main())
`,
);
const MORE = ['--max-steps', '1000000000000', '--max-operations', '1000000000000'];
/** Only against hanging: no spec depends on how fast the machine is. */
const HANGING = 120_000;

/** As soon as a progress line tells so. */
function at(sign: RegExp, name: NodeJS.Signals = 'SIGINT'): Sent {
  return { name, when: (written) => sign.test(written) };
}

const SEARCHING = /^sim: 0 schedules, /m;
const SEARCHING_ON = /^sim: (?:[2-9]|\d\d+) schedules, \d+ a second, 1 failure /m;
const SHRINKING = /^sim: making 1 failure small /m;
const TELLING = /^sim: recording and explaining 10 failures /m;
const TELLING_STILL = /^sim: interrupted: recording and explaining 10 failures /m;

interface Stopped extends Ended {
  readonly cwd: string;
}

/** Explores and sends signals. */
async function stopped(args: readonly string[], ...signals: readonly Sent[]): Promise<Stopped> {
  const cwd = mkdtempSync(join(folder, 'cwd-'));
  const ended = await sim(['explore', ...args, '--progress', ...MORE], { cwd, signals });
  return { ...ended, cwd };
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
      const { code, stdout, cwd } = await stopped([ENDLESS, '--jobs', jobs], at(SEARCHING));
      expect(steady(stdout)).toBe(
        `${ENDLESS}: no failure in 0 schedules (mixed)\n` +
          'not exhaustive: it was interrupted; nothing was tried\n',
      );
      expect([code, keptIn(cwd)]).toEqual([130, []]);
    },
    HANGING,
  );

  test.each([
    ['1', 'systematic', /^not exhaustive: it was interrupted(?:; \d+ runs? w\S+ waiting)?$/m],
    ['2', 'random', /^not exhaustive: it was interrupted; schedules were drawn at random$/m],
  ])(
    'in the middle of a later run, with %s jobs, and tells what was found',
    async (jobs, strategy, coverage) => {
      const how = ['--strategy', strategy, '--jobs', jobs, '--vary', 'ties'];
      const { code, stdout, cwd } = await stopped([STUCK, ...how], at(SEARCHING_ON));
      expect(stdout).toMatch(coverage);
      expect(stdout).toContain('1. exception, in the default order (schedule 1)\n');
      expect(stdout).toContain("AssertionError: ['a', 'b', 'c'] on line");
      expect(stdout).toMatch(/\n {3}sim replay .*stuck\.py-1\.jsonl\n/);
      expect(code).toBe(130);
      expect(keptIn(cwd).map((name) => name.replace(/^.*\+/, ''))).toEqual([
        'stuck.py-1.jsonl',
        'stuck.py.json',
      ]);
    },
    HANGING,
  );

  test.each(['1', '2'])(
    'that makes a failure small, and tells the smallest so far, with %s jobs',
    async (jobs) => {
      const how = ['--strategy', 'random', '--failures', '1', '--vary', 'timing', '--jobs', jobs];
      const { code, stdout } = await stopped([DEEP, ...how], at(SHRINKING));
      expect(stdout).toContain('1. exception, reachable on CPython (schedule 2)\n');
      expect(stdout).toContain('RuntimeError: many on line');
      expect(stdout).toContain('   It may take less: it was interrupted.\n');
      expect(code).toBe(130);
    },
    HANGING,
  );

  test(
    'a second one ends its report early: what is told is whole, and so are the files',
    async () => {
      const second = { ...at(TELLING_STILL), later: 600 };
      const { code, stdout, cwd } = await stopped([HEAVY, '--runs', '1'], at(TELLING), second);
      expect(code).toBe(130);
      expect(stdout).toContain(`${HEAVY}: 10 failures in 1 schedule`);
      const last = stdout.slice(stdout.indexOf('\n10. expectation, in the default order'));
      expect(last).toMatch(/: finally: 9 == 10\.\n {3}Not all is told: it was interrupted\.\n$/);
      for (const name of keptIn(cwd)) expect(name).toMatch(/heavy\.py(?:-\d+\.jsonl|\.json)$/);
      expect(keptIn(cwd).length).toBeLessThan(11);
    },
    HANGING,
  );

  test(
    'SIGTERM ends it the same way, with 143',
    async () => {
      const { code, stdout } = await stopped([ENDLESS], at(SEARCHING, 'SIGTERM'));
      expect(code).toBe(143);
      expect(stdout).toContain('not exhaustive: it was interrupted; nothing was tried\n');
    },
    HANGING,
  );
});

describe('the time that a search has', () => {
  test.each(['1', '2'])(
    'ends it in the middle of a run, with %s jobs',
    async (jobs) => {
      const { code, stdout } = await stopped([ENDLESS, '--time', '0.2', '--jobs', jobs]);
      expect(code).toBe(0);
      expect(steady(stdout)).toBe(
        `${ENDLESS}: no failure in 0 schedules (mixed)\n` +
          'not exhaustive: its time was over (--time); nothing was tried\n',
      );
    },
    HANGING,
  );

  const limits = { ...DEFAULT_LIMITS, steps: 1e12, operations: 1e12 };
  const deep = () =>
    explorerOf(scenarioOf(DEEP_TEXT, 'deep.py'), {
      ...{ strategy: 'random', failures: 1, vary: ['timing'], settings: { limits } },
    });

  test('ends the making small of what was found, a quarter of it after the search', async () => {
    const outside = new FakeOutside();
    const stops = new Stops(4, outside);
    const explorer = deep();
    await driven(during('search', explorer.advance(1000)), (stage) => stops.halt(stage, true));
    expect([explorer.runs, explorer.failures]).toEqual([2, 1]);
    outside.time = 3000;
    expect(stops.halt('search', true)).toBe('its time was over (--time)');
    let looks = 0;
    const report = await driven(reportOf(explorer), (stage) => {
      if (stage === 'shrink' && ++looks === 500) outside.time = 4000;
      return stops.halt(stage, true);
    });
    // What never ends was not waited for, and what was found is told in full.
    const [{ unfinished, untold, departures }] = report.findings;
    expect([looks, unfinished, untold]).toEqual([500, 'its time was over (--time)', null]);
    expect(departures.length).toBeGreaterThan(20);
    expect(departures.length).toBeLessThan(60);
  });

  test('is not given to searching in full where something was found', () => {
    const outside = new FakeOutside();
    const stops = new Stops(0.2, outside);
    const reason = 'its time was over (--time)';
    outside.time = 149;
    expect([stops.halt('search', true), stops.halt('search', false)]).toEqual([null, null]);
    outside.time = 150;
    expect([stops.halt('search', true), stops.halt('search', false)]).toEqual([reason, null]);
    expect([stops.halt('shrink', true), stops.exitCode]).toEqual([null, null]);
    outside.time = 200;
    expect([stops.halt('search', false), stops.halt('shrink', true)]).toEqual([reason, reason]);
    // What is told takes some runs more, for a moment.
    outside.time = 2199;
    expect([stops.halt('tell', true), stops.spent]).toEqual([null, 2.199]);
    outside.time = 2200;
    expect(stops.halt('tell', true)).toBe(reason);
  });
});

describe('signals', () => {
  const reason = 'it was interrupted';

  test('end searching and making small at once, and telling two seconds later', () => {
    const outside = new FakeOutside();
    const stops = new Stops(null, outside);
    expect([stops.halt('search', true), stops.exitCode]).toEqual([null, null]);
    outside.time = 1000;
    outside.signal('SIGINT');
    expect([stops.halt('search', false), stops.halt('shrink', true)]).toEqual([reason, reason]);
    outside.time = 2999;
    expect([stops.halt('tell', true), stops.exitCode]).toEqual([null, 130]);
    outside.time = 3000;
    expect(stops.halt('tell', true)).toBe(reason);
  });

  test('end telling at the second, the process at the third, and echoes nothing', () => {
    const outside = new FakeOutside();
    const stops = new Stops(null, outside);
    const told: unknown[] = [];
    for (const time of [1000, 1020, 1500, 1501, 1600, 2001]) {
      outside.time = time;
      expect(outside.exits).toEqual([]);
      outside.signal('SIGINT');
      told.push(stops.halt('tell', true));
    }
    expect(told).toEqual([null, null, null, ...[reason, reason, reason]]);
    // 2001 is half a second after the second, and so its echo still.
    outside.time = 2002;
    outside.signal('SIGTERM');
    expect([outside.exits, stops.exitCode]).toEqual([[143], 130]);
  });
});

test('a search that ends by itself leaves no listener behind', () => {
  const outside = new FakeOutside();
  const stops = new Stops(null, outside);
  expect(outside.listening).toEqual(['SIGINT', 'SIGTERM']);
  expect(stops.halt('search', true)).toBe(null);
  stops.close();
  expect(outside.listening).toEqual([]);
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

test('work gives way every twentieth of a second or so, and tells what is being done', async () => {
  let time = 0;
  function* work(): Work<string, Stage> {
    for (const [stage, took] of [
      ['search', 19],
      ['shrink', 1],
      ['tell', 5],
      ['tell', 30],
    ] as const) {
      time += took;
      yield stage;
    }
    return 'done';
  }
  const served: [Stage, number][] = [];
  const serve = (stage: Stage) => served.push([stage, time]);
  expect(await driven(work(), () => null, serve, { now: () => time })).toBe('done');
  expect(served).toEqual([
    ['shrink', 20],
    ['tell', 55],
  ]);
});
