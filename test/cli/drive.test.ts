// Ctrl-C while a program runs: through the real command, which is sent signals as soon as its
// program has printed something, and in slices whose clock and signals the specs have in hand.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Drivable, drive } from '../../src/cli/drive.ts';
import { languageEnvironment } from '../../src/lang/environment.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { Simulation, type Slice } from '../../src/simulate.ts';
import { readTrace } from '../../src/trace/read.ts';
import { type Ended, sim } from './command.ts';
import { FakeOutside } from './outside.ts';
import { scratch } from './scratch.ts';

const { file, path } = scratch();
const BEGUN = 'main:\n  - print("begun")\n';
const SLEEPER = file('sleeper.yaml', `${BEGUN}  - while True:\n      - await sleep(1)\n`);
const SPINNER = file('spinner.yaml', `${BEGUN}  - while True:\n      - await sleep(0)\n`);
const BUSY = file(
  'busy.yaml',
  'main:\n  - await sleep(1)\n  - print("begun")\n  - while True:\n      - pass\n',
);
const MODULE = file('module.py', 'n = 0\nprint("begun")\nwhile True:\n    n += 1\n');
const MORE = [
  ...['--max-operations', '1000000000000', '--max-instant-steps', '1000000000'],
  ...['--ignore', 'busy-loop'],
];

/** Runs a program that never ends, with a trace, and sends signals once it has begun. */
function interrupted(
  program: string,
  trace: string,
  names: readonly NodeJS.Signals[] = ['SIGINT'],
  ...more: readonly string[]
): Promise<Ended> {
  const when = (written: string): boolean => written.includes('begun');
  const args = ['run', program, ...MORE, ...more, '--trace', path(trace)];
  return sim(args, { signals: names.map((name) => ({ name, when })) });
}

/** Only against hanging: no spec depends on how fast the machine is. */
const HANGING = 60_000;

describe('Ctrl-C ends a program that never would, with a whole trace and a report', () => {
  test.each([
    ['that sleeps for ever', SLEEPER, /interrupted at \d+ s with Task-1 alive\n/],
    ['that never sleeps', SPINNER, /interrupted at 0 s with Task-1 alive\n/],
    ['that never gives way', BUSY, /interrupted at 1 s: Task-1 was running at busy\.yaml:[45]\n/],
    [
      'that never starts a loop',
      MODULE,
      /interrupted at 0 s: the module was running at module\.py:[34]\n/,
    ],
  ])(
    '%s',
    async (_what, program, report) => {
      const { code, stdout, stderr } = await interrupted(program, 'int.jsonl');
      expect(code).toBe(130);
      expect(stdout).toMatch(report);
      expect(stderr).toBe('');
      const { end, events } = readTrace(readFileSync(path('int.jsonl'), 'utf8'));
      expect(end.end).toBe('interrupted');
      expect(end.events).toBe(events.length);
    },
    HANGING,
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
  HANGING,
);

test(
  'a second signal right after the first is its echo: the report stays whole',
  async () => {
    const { code, stdout } = await interrupted(SLEEPER, 'echo.jsonl', ['SIGINT', 'SIGINT']);
    expect(code).toBe(130);
    expect(stdout).toContain('interrupted at ');
    expect(readTrace(readFileSync(path('echo.jsonl'), 'utf8')).end.end).toBe('interrupted');
  },
  HANGING,
);

test(
  'under --quiet the report of an interruption is on stderr',
  async () => {
    const ended = await interrupted(SLEEPER, 'quiet.jsonl', ['SIGINT'], '--quiet');
    expect(ended.code).toBe(130);
    expect(ended.stdout).toBe('begun\n');
    expect(ended.stderr).toMatch(/^interrupted at \d+ s/);
  },
  HANGING,
);

/** Never ends by itself; what was asked of it. */
class Endless implements Drivable {
  readonly slices: number[] = [];
  interruptions = 0;
  readonly #took: () => void;

  /** `took`: called in the middle of each slice. */
  constructor(took: () => void) {
    this.#took = took;
  }

  advance({ handles }: Slice): boolean {
    this.slices.push(handles);
    this.#took();
    return false;
  }

  interrupt(): void {
    this.interruptions++;
  }
}

test('a signal in the middle of a slice ends it after that slice, and it listens on', async () => {
  const outside = new FakeOutside();
  const endless = new Endless(() => {
    if (endless.slices.length === 3) outside.signal('SIGTERM');
  });
  let served = 0;
  expect(await drive(endless, () => served++, outside)).toBe(143);
  expect([endless.slices.length, endless.interruptions, served]).toEqual([3, 1, 4]);
  // What comes while the report is written does not kill the process, unless it is a new one.
  expect(outside.listening).toEqual(['SIGINT', 'SIGTERM']);
  outside.signal('SIGINT');
  expect(outside.exits).toEqual([]);
  outside.time += 501;
  outside.signal('SIGINT');
  expect(outside.exits).toEqual([130]);
});

test('slices grow while they are short and shrink where they are long', async () => {
  const outside = new FakeOutside();
  const milliseconds = [5, 5, 30, 90, 90, 30];
  const endless = new Endless(() => {
    outside.time += milliseconds[endless.slices.length - 1] ?? 0;
    if (endless.slices.length === 7) outside.signal('SIGINT');
  });
  await drive(endless, () => {}, outside);
  expect(endless.slices).toEqual([1250, 2500, 5000, 5000, 2500, 1250, 1250]);
});

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
