import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS, Simulation, type SimulationLimits } from '../src/simulate.ts';
import { MemoryTrace } from '../src/trace/memory.ts';
import { SCENARIO_FOLDER, scenarioFiles } from './scenario-files.ts';
import { limits, scenarioOf, simulate } from './simulated.ts';

const inMain = (body: string): string =>
  `import asyncio\nasync def main():\n${body}\nasyncio.run(main())\n`;

/** The limit that a run reaches, null for none. */
function reached(text: string, some: Partial<SimulationLimits>): string | null {
  const { outcome } = simulate(text, { limits: limits(some) });
  expect(outcome.end === 'limit').toBe(outcome.limit !== null);
  return outcome.limit === null ? null : `${outcome.limit.limit} ${outcome.limit.flag}`;
}

describe('a limit of n: n is allowed, one more is not', () => {
  const SLEEPS = inMain('    for i in range(6):\n        await asyncio.sleep(1)');
  const INSTANT = inMain('    for i in range(6):\n        await asyncio.sleep(0)');

  test('handles executed, and handles at one instant', () => {
    const count = (text: string): number =>
      [...simulate(text).trace].filter((each) => each.kind === 'handle.executed').length;
    const steps = count(SLEEPS);
    expect(reached(SLEEPS, { steps: steps - 1 })).toBe('handles executed --max-steps');
    expect(reached(SLEEPS, { steps })).toBe(null);
    expect(reached(SLEEPS, { steps: steps + 1 })).toBe(null);
    const instantSteps = count(INSTANT);
    const name = 'handles at one instant --max-instant-steps';
    expect(reached(INSTANT, { instantSteps: instantSteps - 1 })).toBe(name);
    expect(reached(INSTANT, { instantSteps })).toBe(null);
    expect(reached(INSTANT, { instantSteps: instantSteps + 1 })).toBe(null);
    expect(reached(SLEEPS, { instantSteps: instantSteps - 1 })).toBe(null);
  });

  test('tasks alive', () => {
    const body = '    await asyncio.gather(*[asyncio.sleep(1) for i in range(9)])';
    expect(reached(inMain(body), { tasks: 9 })).toBe('tasks alive --max-tasks');
    expect(reached(inMain(body), { tasks: 10 })).toBe(null);
    expect(reached(inMain(body), { tasks: 11 })).toBe(null);
  });

  test('virtual time', () => {
    expect(reached(SLEEPS, { time: 5.5 })).toBe('virtual time in seconds --max-time');
    expect(reached(SLEEPS, { time: 6 })).toBe(null);
    expect(reached(SLEEPS, { time: 6.5 })).toBe(null);
  });

  test('characters of output, stdout and stderr together', () => {
    const text = "import asyncio\nprint('four')\nprint('é')\n";
    expect(reached(text, { output: 6 })).toBe('characters of output --max-output');
    expect(reached(text, { output: 7 })).toBe(null);
    expect(reached(text, { output: 8 })).toBe(null);
    expect(simulate(text, { limits: limits({ output: 6 }) }).stdout).toBe('four\n');
  });

  test('items of a collection, code points of a string', () => {
    for (const text of ['x = [0] * 50\n', "x = 'a' * 50\n", 'x = list(range(50))\n']) {
      expect(reached(text, { collection: 49 })).toMatch(/ --max-collection$/);
      expect(reached(text, { collection: 50 })).toBe(null);
      expect(reached(text, { collection: 51 })).toBe(null);
    }
  });

  test('operations inside one step', () => {
    const loop = (n: number): string => `i = 0\nwhile i < ${n}:\n    i += 1\n`;
    const name = 'operations inside one step --max-operations';
    expect(reached(loop(100_000), { operations: 10_000 })).toBe(name);
    expect(reached(loop(100), { operations: 10_000 })).toBe(null);
  });

  test('digits of an int: an exception of Python, as in CPython', () => {
    const text = 'try:\n    print(len(str(10 ** 99)))\nexcept ValueError as e:\n    print(e)\n';
    const out = (digits: number): string => simulate(text, { limits: limits({ digits }) }).stdout;
    expect(out(99)).toMatch(/^Exceeds the limit \(99 digits\) for integer string conversion/);
    expect(out(100)).toBe('100\n');
    expect(out(101)).toBe('100\n');
  });

  test('every limit has a default', () => {
    for (const value of Object.values(DEFAULT_LIMITS)) expect(value).toBeGreaterThan(0);
    expect(DEFAULT_LIMITS.recursion).toBe(1000);
    expect(DEFAULT_LIMITS.digits).toBe(4300);
  });
});

describe('a chain of awaits', () => {
  const chain = (body: string): string => `import asyncio
async def down(n):
    if n == 0:
        await asyncio.sleep(1)
        return 0
    return 1 + await down(n - 1)
async def main():
${body}
asyncio.run(main())
`;

  test('of 900 runs', () => {
    const { stdout, outcome } = simulate(chain('    print(await down(900))'));
    expect([stdout, outcome.end, outcome.time]).toEqual(['900\n', 'finished', 1]);
  });

  test('of 1,001 ends in a RecursionError, which the program may catch', () => {
    const body = `    try:
        await down(1001)
    except RecursionError as error:
        print('caught', error)
    print(await down(10))`;
    const { stdout, outcome } = simulate(chain(body));
    expect([stdout, outcome.end]).toEqual([
      'caught maximum recursion depth exceeded\n10\n',
      'finished',
    ]);
  });

  test('of 1,001 that nobody catches fails', () => {
    const { stderr, outcome } = simulate(chain('    await down(1001)'));
    expect(outcome.end).toBe('failed');
    expect(outcome.errorText).toBe('RecursionError: maximum recursion depth exceeded');
    expect(stderr).toContain('RecursionError: maximum recursion depth exceeded\n');
  });
});

describe('slices', () => {
  test.each(scenarioFiles)('change nothing in %s', (name) => {
    const text = readFileSync(join(SCENARIO_FOLDER, name), 'utf8');
    const options = { file: name, source: text };
    const scenario = scenarioOf(text, name);
    const whole = new MemoryTrace();
    const expected = new Simulation(scenario, { ...options, sinks: [whole] }).run();
    const events = JSON.stringify([...whole]);
    const slice = fc.record({
      handles: fc.integer({ min: 1, max: 20 }),
      operations: fc.integer({ min: 1, max: 200 }),
    });
    fc.assert(
      fc.property(fc.infiniteStream(slice), (slices) => {
        const trace = new MemoryTrace();
        const simulation = new Simulation(scenario, { ...options, sinks: [trace] });
        while (!simulation.advance(slices.next().value));
        expect(simulation.outcome).toEqual(expected);
        expect(JSON.stringify([...trace])).toBe(events);
      }),
      { numRuns: 5, seed: 20 },
    );
  });

  test('an interrupted run tells what was running, and is over', () => {
    const text = inMain('    await asyncio.sleep(1)\n    while True:\n        pass');
    const simulation = new Simulation(scenarioOf(text));
    expect(simulation.outcome).toBe(null);
    for (let i = 0; i < 5; i++)
      expect(simulation.advance({ handles: 9, operations: 99 })).toBe(false);
    simulation.interrupt();
    expect(simulation.outcome).toMatchObject({
      end: 'interrupted',
      time: 1,
      running: { task: 'Task-1' },
    });
    expect(simulation.outcome?.running?.line).toBeGreaterThan(3);
    expect(simulation.advance({ handles: 9, operations: 99 })).toBe(true);
  });
});

describe('a run', () => {
  test('gives the result, the time and the verdicts', () => {
    const text = `main:
  - await sleep(2)
  - return [1, 2.0, 'x']
expect: { finally: ["now() == 2", "result[0] == 2"] }
`;
    const { outcome } = simulate(text, { name: 'spec.yaml' });
    expect(outcome).toMatchObject({ end: 'failed', time: 2, result: "[1, 2.0, 'x']", error: null });
    expect(outcome.verdicts.map((each) => each.held)).toEqual([true, false]);
  });

  test('goes on over several loops of one program, on one clock', () => {
    const text = `import asyncio
async def wait(seconds):
    await asyncio.sleep(seconds)
    return asyncio.get_running_loop().time()
print(asyncio.run(wait(1)))
print(asyncio.run(wait(2)))
`;
    expect(simulate(text).stdout).toBe('1.0\n3.0\n');
  });

  test('that waits for ever is a deadlock, and no finally block runs', () => {
    const body = `    try:
        await asyncio.Event().wait()
    finally:
        print('never')`;
    const { outcome, stdout, trace } = simulate(inMain(body));
    expect([outcome.end, stdout]).toEqual(['deadlocked', '']);
    expect([...trace].filter((each) => each.kind === 'loop.deadlocked')).toHaveLength(1);
  });

  test('is the same whether anybody watches or not', () => {
    const text = inMain(`    class Loud:
        def __repr__(self):
            print('shown')
            raise ValueError('no')
    async def work():
        return Loud()
    asyncio.create_task(work()).cancel(Loud())
    await asyncio.create_task(work())
    print(object())
    return 10 ** 5000`);
    const watched = simulate(text);
    const alone = simulate(text, { sinks: [] });
    expect(watched.outcome.end).toBe('finished');
    expect(watched.stdout).toBe(alone.stdout);
    expect(watched.stdout).toMatch(/^<object object at 0x\w+>\n$/);
    expect(watched.outcome).toEqual(alone.outcome);
  });

  test('two at a time in turns do not disturb each other', () => {
    const text = inMain(`    for i in range(5):
        print(i)
        await asyncio.sleep(1)`);
    const one = new MemoryTrace();
    const other = new MemoryTrace();
    const scenario = scenarioOf(text);
    const runs = [one, other].map((sink) => new Simulation(scenario, { sinks: [sink] }));
    const slice = { handles: 1, operations: 20 };
    while (!runs.map((each) => each.advance(slice)).every((over) => over));
    expect(JSON.stringify([...other])).toBe(JSON.stringify([...one]));
    expect([...one].length).toBeGreaterThan(20);
  });
});
