import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drive } from '../../src/cli/drive.ts';
import { languageEnvironment } from '../../src/lang/environment.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { Simulation } from '../../src/simulate.ts';
import { readTrace } from '../../src/trace/read.ts';
import { type Ended, sim } from './command.ts';
import { scratch } from './scratch.ts';

const { file, path, folder } = scratch();
const SLEEPER = file('sleeper.yaml', 'main:\n  - while True:\n      - await sleep(1)\n');
const SPINNER = file('spinner.yaml', 'main:\n  - while True:\n      - await sleep(0)\n');
const BUSY = file('busy.yaml', 'main:\n  - await sleep(1)\n  - while True:\n      - pass\n');
const MODULE = file('module.py', 'n = 0\nwhile True:\n    n += 1\n');
const MORE = [
  ...['--max-operations', '1000000000000', '--max-instant-steps', '1000000000'],
  ...['--ignore', 'busy-loop'],
];

/** Milliseconds between a signal and its echo. */
const GAP = 20;

interface Interrupted extends Ended {
  /** Milliseconds between the last signal and the end. */
  readonly took: number;
}

/** Runs a program that never ends, with a trace, and interrupts it while it runs. */
async function interrupted(
  program: string,
  trace: string,
  names: readonly NodeJS.Signals[] = ['SIGINT'],
  ...more: readonly string[]
): Promise<Interrupted> {
  const after = 500;
  let begun = 0;
  const when = async (): Promise<void> => {
    const isOpen = () => readdirSync(folder).some((name) => name.startsWith(`.${trace}`));
    while (!isOpen()) await new Promise((done) => setTimeout(done, 10));
    begun = performance.now();
  };
  const args = ['run', program, ...MORE, ...more, '--trace', path(trace)];
  const ended = await sim(args, { signals: { names, after, gap: GAP, when } });
  return { ...ended, took: performance.now() - begun - after - GAP * (names.length - 1) };
}

const SLOW = 20_000;

describe('Ctrl-C ends a program that never would, with a whole trace and a report', () => {
  test.each([
    ['that sleeps for ever', SLEEPER, /interrupted at \d+ s with Task-1 alive\n/],
    ['that never sleeps', SPINNER, /interrupted at 0 s with Task-1 alive\n/],
    ['that never gives way', BUSY, /interrupted at 1 s: Task-1 was running at busy\.yaml:[34]\n/],
    [
      'that never starts a loop',
      MODULE,
      /interrupted at 0 s: the module was running at module\.py:[23]\n/,
    ],
  ])(
    '%s',
    async (_what, program, report) => {
      const { code, stdout, stderr, took } = await interrupted(program, 'int.jsonl');
      expect(code).toBe(130);
      expect(took).toBeLessThan(2000);
      expect(stdout).toMatch(report);
      expect(stderr).toBe('');
      const { end, events } = readTrace(readFileSync(path('int.jsonl'), 'utf8'));
      expect(end.end).toBe('interrupted');
      expect(end.events).toBe(events.length);
    },
    SLOW,
  );
});

test(
  'SIGTERM ends it the same way, with 143',
  async () => {
    const { code, stdout } = await interrupted(BUSY, 'term.jsonl', ['SIGTERM']);
    expect(code).toBe(143);
    expect(stdout).toContain('interrupted at 1 s');
    expect(readTrace(readFileSync(path('term.jsonl'), 'utf8')).end.end).toBe('interrupted');
  },
  SLOW,
);

test(
  'a second signal right after the first is its echo: the report stays whole',
  async () => {
    const { code, stdout } = await interrupted(SLEEPER, 'echo.jsonl', ['SIGINT', 'SIGINT']);
    // A process that is on its way out may still die of the signal: to a shell that is 130 as well.
    expect(code ?? 130).toBe(130);
    expect(stdout).toContain('interrupted at ');
    expect(readTrace(readFileSync(path('echo.jsonl'), 'utf8')).end.end).toBe('interrupted');
  },
  SLOW,
);

test(
  'under --quiet the report of an interruption is on stderr',
  async () => {
    const ended = await interrupted(SLEEPER, 'quiet.jsonl', ['SIGINT'], '--quiet');
    expect(ended.code).toBe(130);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toMatch(/^interrupted at \d+ s/);
  },
  SLOW,
);

test('a program that ends is served after each slice and leaves no listener behind', async () => {
  const text = 'main:\n  - for i in range(30000):\n      - await sleep(1)\n';
  const { scenario } = loadScenario('a.yaml', text, { environment: languageEnvironment() });
  if (scenario === null) throw new Error('the scenario has an error');
  const before = process.listenerCount('SIGINT');
  let served = 0;
  const simulation = new Simulation(scenario);
  const signal = await drive(simulation, () => {
    served++;
    expect(process.listenerCount('SIGINT')).toBe(before + 1);
  });
  expect(simulation.outcome?.end).toBe('finished');
  expect(simulation.outcome?.time).toBe(30_000);
  expect(signal).toBe(null);
  expect(served).toBeGreaterThan(1);
  expect(process.listenerCount('SIGINT')).toBe(before);
});
