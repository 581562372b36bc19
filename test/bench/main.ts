// `npm run bench`: ours, CPython's asyncio on a virtual clock and the yardstick, each workload of
// each in a process of its own, in interleaved rounds. CPU time counts, and only ratios of one
// round are compared: absolute figures depend on the machine and on what else runs on it.

import { parseArgs } from 'node:util';
import { STRATEGIES, type StrategyName } from '../../src/explore/strategies/named.ts';
import {
  programOf,
  pythonVersion,
  type Run,
  runChild,
  runPython,
  withBundle,
} from './contenders.ts';
import { EXPLORE_CASES } from './exploring.ts';
import { type Figures, figuresOf, median } from './figures.ts';
import { GROWTH_CASES } from './growth.ts';
import { plainTable, workloadTable } from './table.ts';
import { WORKLOADS, type Workload, workloadOf } from './workloads.ts';

const USAGE = `npm run bench -- [options]
  --only w1,w3      these workloads; without it also memory and growth
  --rounds N        interleaved rounds (default 3)
  --scale X         sizes times X (default 1)
  --python COMMAND  the interpreter to compare with (default python3)
  --language        the programs through our language instead of the library
  --explore         schedules of one program a second, by strategy, instead
  --json            one object instead of tables`;

const TASKS = 100_000;
const SCHEDULES = 1_200;
const BYTES_GOAL = 450;
const GROWTH_GOAL = 12;
const LANGUAGE_GOAL = 4;

interface Settings {
  readonly workloads: readonly Workload[];
  readonly isWhole: boolean;
  readonly rounds: number;
  readonly scale: number;
  readonly python: string;
  readonly version: string | null;
  readonly language: boolean;
  readonly explore: boolean;
  readonly json: boolean;
}

interface Report {
  readonly node: string;
  readonly python: string | null;
  readonly rounds: number;
  readonly workloads: readonly Figures[];
  readonly bytesPerTask: number | null;
  readonly growth: readonly { readonly name: string; readonly ratio: number }[];
}

function readSettings(): Settings | null {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      scale: { type: 'string', default: '1' },
      python: { type: 'string', default: 'python3' },
      language: { type: 'boolean', default: false },
      explore: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const rounds = Number(values.rounds);
  const scale = Number(values.scale);
  if (values.help || !(Number.isInteger(rounds) && rounds >= 1) || !(scale > 0)) return null;
  return {
    workloads: values.only === undefined ? WORKLOADS : values.only.split(',').map(workloadOf),
    isWhole: values.only === undefined && !values.language,
    rounds,
    scale,
    python: values.python,
    version: pythonVersion(values.python),
    language: values.language,
    explore: values.explore,
    json: values.json,
  };
}

/** `size` times the scale, a multiple of 200 so that every workload can divide it. */
function scaled(size: number, scale: number): number {
  return Math.max(200, Math.round((size * scale) / 200) * 200);
}

function measureWorkload(bundle: string, workload: Workload, settings: Settings): Figures {
  const size = scaled(workload.size, settings.scale);
  const ours: Run[] = [];
  const python: Run[] = [];
  const yardstick: Run[] = [];
  const contender = settings.language ? 'language' : 'ours';
  const rest = [workload.name, String(size), programOf(workload.name)];
  for (let round = 0; round < settings.rounds; round++) {
    ours.push(runChild(bundle, contender, ...rest));
    if (settings.version !== null) {
      python.push(runPython(settings.python, workload.name, size));
    }
    yardstick.push(runChild(bundle, 'yardstick', ...rest));
  }
  return figuresOf({ workload, size, ours, python, yardstick });
}

function measure(bundle: string, settings: Settings): Report {
  const note = (text: string): unknown => process.stderr.write(`${text}\n`);
  const { rounds, version } = settings;
  const workloads = settings.workloads.map((workload) => {
    note(`${workload.name}: ${workload.title}`);
    return measureWorkload(bundle, workload, settings);
  });
  const tasks = scaled(TASKS, settings.scale);
  if (settings.isWhole) note('memory, growth');
  const repeat = <T>(act: () => T): T[] => Array.from({ length: rounds }, act);
  return {
    node: process.versions.node,
    python: version,
    rounds,
    workloads,
    bytesPerTask: settings.isWhole
      ? median(
          repeat(() => runChild<{ bytes: number }>(bundle, 'memory', '-', String(tasks)).bytes),
        )
      : null,
    growth: (settings.isWhole ? GROWTH_CASES : []).map(({ name, size }) => {
      const args = ['growth', name, String(scaled(size, settings.scale))];
      return {
        name,
        ratio: median(repeat(() => runChild<{ ratio: number }>(bundle, ...args).ratio)),
      };
    }),
  };
}

function printTables(report: Report, settings: Settings): void {
  const goals = settings.workloads.map(({ goal, floor }) => {
    return settings.language ? { goal: LANGUAGE_GOAL, floor: null } : { goal, floor };
  });
  const { python, rounds } = report;
  if (python === null) console.log(`no ${settings.python} (3.11 or later): CPython is left out`);
  const first = settings.language ? 'our language' : 'ours';
  console.log(`Node ${report.node}; CPU time; medians of ${rounds} interleaved rounds`);
  console.log(workloadTable(report.workloads, goals, first, python));
  if (report.bytesPerTask === null) return;
  const bytes = report.bytesPerTask.toFixed(0);
  const rows = report.growth.map(({ name, ratio }) => {
    const { title, size } = GROWTH_CASES.find((each) => each.name === name)!;
    const from = scaled(size, settings.scale);
    return [`${name}: ${title}`, `${from} to ${from * 10}`, ratio.toFixed(1), `≤ ${GROWTH_GOAL}`];
  });
  const count = scaled(TASKS, settings.scale);
  console.log(`memory: ${bytes} bytes a task, ${count} asleep (goal: at most ${BYTES_GOAL})`);
  console.log(plainTable(['ten times as many', 'sizes', 'time', 'goal'], rows, [0, 1]));
}

interface ExploreFigures {
  readonly strategy: StrategyName;
  /** Schedules a second, in the order of EXPLORE_CASES. */
  readonly rates: readonly number[];
}

function measureExploring(bundle: string, { rounds, scale }: Settings): ExploreFigures[] {
  const rates = STRATEGIES.map(() => EXPLORE_CASES.map((): number[] => []));
  for (let round = 0; round < rounds; round++) {
    STRATEGIES.forEach((strategy, row) => {
      EXPLORE_CASES.forEach(({ name }, column) => {
        const args = ['exploring', name, String(scaled(SCHEDULES, scale)), strategy];
        rates[row][column].push(runChild<{ rate: number }>(bundle, ...args).rate);
      });
    });
  }
  return STRATEGIES.map((strategy, row) => ({ strategy, rates: rates[row].map(median) }));
}

function exploringTable(figures: readonly ExploreFigures[], rounds: number): string {
  const head = EXPLORE_CASES.map(({ title, goal }) => `${title}/s (goal ${goal})`);
  const rows = figures.map(({ strategy, rates }) => {
    return [strategy, ...rates.map((rate) => rate.toFixed(0))];
  });
  const title = `Node ${process.versions.node}; CPU time; medians of ${rounds} rounds`;
  return `${title}\n${plainTable(['schedules', ...head], rows, [0])}`;
}

function main(): number {
  let settings: Settings | null = null;
  try {
    settings = readSettings();
  } catch (error) {
    console.error((error as Error).message);
  }
  if (settings === null) {
    console.error(USAGE);
    return 2;
  }
  if (settings.explore) {
    const { rounds, json } = settings;
    const figures = withBundle((bundle) => measureExploring(bundle, settings));
    console.log(json ? JSON.stringify(figures, null, 2) : exploringTable(figures, rounds));
    return 0;
  }
  const report = withBundle((bundle) => measure(bundle, settings));
  if (settings.json) console.log(JSON.stringify(report, null, 2));
  else printTables(report, settings);
  return 0;
}

process.exitCode = main();
