// The systematic search against brute force, which is written here on its own: every combination of
// durations on a fine grid, and every order of ties. Both must meet the same outcomes.
import { describe, expect, test } from 'vitest';
import { AskedPolicy, type Variation } from '../../../src/explore/asked-policy.ts';
import { DEFAULT_EXPLORE_LIMITS } from '../../../src/explore/limits.ts';
import { Systematic } from '../../../src/explore/strategies/systematic.ts';
import { scenarioSubject } from '../../../src/explore/subject.ts';
import { TimingLog } from '../../../src/explore/timing/timing-log.ts';
import { runTrial, scheduleOfTrial } from '../../../src/explore/trial.ts';
import { finished } from '../../../src/explore/work.ts';
import type { ChoiceKind, DurationRange, SchedulingPolicy } from '../../../src/kernel/policy.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { Simulation } from '../../../src/simulate.ts';
import { scenarioOf } from '../../simulated.ts';
import { Varying } from '../../varying.ts';

const MAXIMUM_RUNS = 3000;

interface Searched {
  /** What the runs printed, each once, in order. */
  readonly outputs: readonly string[];
  /** The answers of each run. */
  readonly schedules: readonly string[];
  readonly note: string;
}

function variationOf(kinds: readonly ChoiceKind[]): Variation {
  return { kinds: new Set(kinds), jitter: null };
}

/** Runs a program in every schedule that the strategy plans. */
function searched(text: string, kinds: readonly ChoiceKind[]): Searched {
  const scenario = scenarioOf(text);
  const subject = scenarioSubject(scenario);
  const variation = variationOf(kinds);
  let log = new TimingLog();
  const systematic = new Systematic({
    ...{
      seed: subject.seed,
      reservation: null,
      clockReservation: null,
      limits: DEFAULT_EXPLORE_LIMITS,
    },
    log: () => log,
  });
  const outputs = new Set<string>();
  const schedules: string[] = [];
  let plan: ReturnType<Systematic['plan']> = { seed: subject.seed, decide: () => null };
  while (plan !== null && schedules.length < MAXIMUM_RUNS) {
    log = new TimingLog();
    const trial = finished(runTrial(subject, variation, plan, [log]));
    const policy = new AskedPolicy(variation, plan.decide);
    outputs.add(outputOf(scenario, policy));
    schedules.push(JSON.stringify([...scheduleOfTrial(trial).answers]));
    systematic.learn(trial);
    plan = systematic.plan(schedules.length - 1);
  }
  return { outputs: sorted(outputs), schedules, note: systematic.coverage().note };
}

function outputOf(scenario: Scenario, policy: SchedulingPolicy): string {
  let output = '';
  const write = (stream: string, piece: string): void => {
    if (stream === 'stdout') output += piece;
  };
  new Simulation(scenario, { policy, write }).run();
  return output;
}

function sorted(texts: Iterable<string>): string[] {
  return [...texts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function ordersOf(count: number): number[][] {
  if (count === 0) return [[]];
  return ordersOf(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, at) => order.toSpliced(at, 0, count - 1)),
  );
}

/** All that is possible at one question: a grid over a range, every order of a few options. */
function optionsOf(question: DurationRange | number, steps: number): (number | number[])[] {
  if (typeof question === 'number') return ordersOf(question);
  const { least, most, values } = question;
  if (values !== null) return [...values];
  return Array.from({ length: steps + 1 }, (_, i) => least + ((most - least) * i) / steps);
}

/** What a program prints in any combination of answers, found by trying all of them. */
function bruteForce(text: string, kinds: readonly ChoiceKind[], steps: number): string[] {
  const scenario = scenarioOf(text);
  const outputs = new Set<string>();
  const digits: number[] = [];
  for (;;) {
    const sizes: number[] = [];
    const answer = (question: DurationRange | number): number | number[] => {
      const options = optionsOf(question, steps);
      const at = sizes.push(options.length) - 1;
      digits[at] ??= 0;
      return options[digits[at]];
    };
    const policy = new Varying(kinds, {
      order: (_kind, labels) => answer(labels.length) as number[],
      length: (range) => answer(range) as number,
    });
    outputs.add(outputOf(scenario, policy));
    digits.length = sizes.length;
    let last = sizes.length - 1;
    while (last >= 0 && digits[last] === sizes[last] - 1) last--;
    if (last < 0) return sorted(outputs);
    digits.length = last + 1;
    digits[last]++;
  }
}

const HEAD = `import asyncio, random
log = []
async def main():
`;

function program(body: string, before = ''): string {
  const lines = body.replace(/^\n/, '').split('\n');
  return `${HEAD.replace('async def', `${before}async def`)}${lines.map((line) => `    ${line}`).join('\n')}
    print(log)
asyncio.run(main())
`;
}

const SLEEPER = `async def sleeper(name, least, most):
    await asyncio.sleep(random.uniform(least, most))
    log.append(name)
`;

const PROGRAMS: Record<
  string,
  readonly [text: string, kinds: readonly ChoiceKind[], steps: number]
> = {
  'three sleeps whose ranges overlap': [
    program(
      'await asyncio.gather(sleeper("a", 1, 3), sleeper("b", 2, 4), sleeper("c", 1.5, 2))',
      SLEEPER,
    ),
    ['timing', 'ties'],
    8,
  ],
  'equal deadlines': [
    program(
      `
async def at(name, seconds):
    await asyncio.sleep(seconds)
    log.append(name)
await asyncio.gather(at("a", 1), at("b", 1), at("c", 1), at("d", 0.5))`,
    ),
    ['timing', 'ties'],
    1,
  ],
  'a lock that three want': [
    program(
      `
lock = asyncio.Lock()
async def worker(name, least, most):
    await asyncio.sleep(random.uniform(least, most))
    async with lock:
        await asyncio.sleep(0.5)
        log.append(name)
await asyncio.gather(worker("a", 1, 2), worker("b", 1, 3), worker("c", 2, 3))`,
    ),
    ['timing', 'ties'],
    4,
  ],
  'a queue between drawn paces': [
    program(
      `
queue = asyncio.Queue(1)
async def put():
    for i in (1, 2):
        await asyncio.sleep(random.uniform(1, 2))
        await queue.put(i)
        log.append(f"put {i}")
async def take():
    for _ in (1, 2):
        await asyncio.sleep(random.uniform(0.5, 2.5))
        log.append(f"got {await queue.get()}")
await asyncio.gather(put(), take())`,
    ),
    ['timing'],
    4,
  ],
  'a time-out that may come first': [
    program(
      `
async def guarded(name, limit):
    try:
        async with asyncio.timeout(limit):
            await asyncio.sleep(random.uniform(1, 4))
            log.append(name)
    except TimeoutError:
        log.append(name + " late")
    await asyncio.sleep(random.uniform(0.5, 1))
    log.append(name + " done")
await asyncio.gather(guarded("a", 2), guarded("b", 3))`,
    ),
    ['timing'],
    8,
  ],
  'drawn time-outs that are cancelled before a later step': [
    program(
      `
async def first():
    async with asyncio.timeout(random.uniform(3.25, 5)):
        await asyncio.sleep(random.uniform(1, 3))
    log.append("a")
    await asyncio.sleep(random.uniform(0.5, 1))
    log.append("A")
async def second():
    await asyncio.sleep(2.5)
    log.append("b")
await asyncio.gather(first(), second())`,
    ),
    ['timing'],
    4,
  ],
  'few values and a range': [
    program(
      `
async def few():
    await asyncio.sleep(random.choice([1, 2, 3]))
    log.append("few")
    await asyncio.sleep(random.randint(1, 2))
    log.append("FEW")
await asyncio.gather(few(), sleeper("b", 1.5, 3.5))`,
      SLEEPER,
    ),
    ['timing'],
    8,
  ],
  'first completed of a set': [
    program(
      `
tasks = [asyncio.create_task(sleeper(n, 1, 2), name=n) for n in "ab"]
done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
log.append(sorted(t.get_name() for t in done))
await asyncio.wait(tasks)`,
      SLEEPER,
    ),
    ['timing', 'ties'],
    8,
  ],
};

describe.each(Object.entries(PROGRAMS))('of %s', (_name, [text, kinds, steps]) => {
  const { outputs, schedules, note } = searched(text, kinds);

  test('every outcome of brute force is found, and no other', () => {
    expect(outputs).toEqual(bruteForce(text, kinds, steps));
  });

  test('nothing is left to try', () => {
    expect(note).toBe('nothing is left to try');
  });

  test('no schedule is tried twice', () => {
    expect(new Set(schedules).size).toBe(schedules.length);
  });
});

describe('the search', () => {
  test('tries what departs least first', () => {
    const { schedules } = searched(PROGRAMS['equal deadlines'][0], ['ties']);
    // Three timers that are due together: 3! orders, of which one is the default.
    expect(schedules).toHaveLength(6);
    expect(schedules[0]).toBe('[]');
  });

  test('delivers a cancellation at each place where a task waits, in both ways', () => {
    const text = program('await asyncio.sleep(1)\nlog.append("slept")');
    const { outputs, schedules } = searched(text, ['cancel']);
    expect(schedules.slice(0, 3).map((each) => JSON.parse(each).length)).toEqual([0, 1, 1]);
    expect(outputs).toContain("['slept']\n");
    expect(outputs).toContain('');
  });

  test('says how many runs wait for their turn', () => {
    const systematic = new Systematic({
      ...{
        seed: 1,
        reservation: 'for a reason',
        clockReservation: null,
        limits: DEFAULT_EXPLORE_LIMITS,
      },
      log: () => new TimingLog(),
    });
    expect(systematic.coverage()).toEqual({ isExhaustive: false, note: 'for a reason' });
    expect(systematic.plan(0)).toBe(null);
  });

  test('is not exhaustive where the clock decides, unless nothing varies', () => {
    const noteOf = (text: string): string => {
      const subject = scenarioSubject(scenarioOf(text));
      const log = new TimingLog();
      const options = {
        seed: 1,
        reservation: null,
        clockReservation: 'it reads the clock',
        limits: DEFAULT_EXPLORE_LIMITS,
      };
      const systematic = new Systematic({ ...options, log: () => log });
      const plan = { seed: subject.seed, decide: () => null };
      systematic.learn(finished(runTrial(subject, variationOf(['timing']), plan, [log])));
      return systematic.coverage().note;
    };
    expect(noteOf(program('await asyncio.sleep(random.uniform(1, 2))'))).toBe('it reads the clock');
    expect(noteOf(program('await asyncio.sleep(1)'))).toBe('nothing is left to try');
  });
});
