// Options of the command line: numbers that are numbers, names that exist. yargs leaves `--seed
// abc` as NaN and says nothing of a misspelt option's neighbours; here each is a clear usage error.

import {
  DEFAULT_EXPLORE_LIMITS,
  EXPLORE_LIMIT_FLAGS,
  type ExploreLimits,
} from '../explore/limits.ts';
import type { Ties } from '../kernel/timer-heap.ts';
import { durationOf } from '../scenario/fields.ts';
import { DEFAULT_LIMITS, type SimulationLimits } from '../simulate.ts';

/** Wrong usage: printed with a pointer to `--help`, exit code 2. */
export class UsageError extends Error {}

/** A whole number of at least `least`. Throws UsageError. */
export function wholeNumber(flag: string, text: unknown, least: number): number {
  const value = /^-?\d[\d_]*$/.test(String(text)) ? Number(String(text).replaceAll('_', '')) : NaN;
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new UsageError(`${flag}: expected a whole number from ${least} up, found '${text}'`);
}

/** Seconds: a number, or a duration such as `90s` or `1h 30m`. Throws UsageError. */
export function seconds(flag: string, text: unknown): number {
  const plain = /^\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(String(text)) ? Number(text) : null;
  const value = plain ?? durationOf(String(text));
  if (value !== null && Number.isFinite(value)) return value;
  throw new UsageError(`${flag}: expected seconds, such as 5, 90s or 1h, found '${text}'`);
}

/** The limits and their flags. */
export const LIMIT_FLAGS: readonly {
  readonly flag: string;
  readonly limit: keyof SimulationLimits;
  readonly describe: string;
}[] = [
  { flag: 'max-steps', limit: 'steps', describe: 'handles executed' },
  { flag: 'max-instant-steps', limit: 'instantSteps', describe: 'handles at one instant' },
  { flag: 'max-operations', limit: 'operations', describe: 'operations inside one step' },
  { flag: 'max-tasks', limit: 'tasks', describe: 'tasks alive' },
  { flag: 'max-recursion', limit: 'recursion', describe: 'recursion depth' },
  { flag: 'max-time', limit: 'time', describe: 'virtual time in seconds' },
  { flag: 'max-output', limit: 'output', describe: 'characters of output' },
  { flag: 'max-trace', limit: 'trace', describe: 'bytes of a trace' },
  { flag: 'max-collection', limit: 'collection', describe: 'items of a collection or string' },
  { flag: 'max-digits', limit: 'digits', describe: 'digits of an int' },
];

/** yargs' definitions of what every command that loads a file takes. */
export const INPUT_OPTIONS = {
  param: {
    type: 'string',
    array: true,
    nargs: 1,
    describe: 'set a parameter of the scenario: k=v',
    default: [] as string[],
  },
  ignore: {
    type: 'string',
    array: true,
    nargs: 1,
    describe: 'leave out warnings with this code',
    default: [] as string[],
  },
  json: { type: 'boolean', describe: 'print one JSON object', default: false },
  'max-input': {
    type: 'string',
    describe: 'bytes of an input file',
    default: String(10 * 1024 * 1024),
  },
} as const;

/** yargs' definitions of how reports are drawn. */
const PAGE_OPTIONS = {
  ascii: { type: 'boolean', default: false, describe: 'draw without Unicode' },
  width: { type: 'string', describe: 'columns to draw in' },
} as const;

/** yargs' definitions of what every command that reads a trace takes. */
export const TRACE_OPTIONS = {
  json: { type: 'boolean', describe: 'print one JSON object', default: false },
  salvage: {
    type: 'boolean',
    default: false,
    describe: 'use what is whole of a damaged trace',
  },
  ...PAGE_OPTIONS,
} as const;

/** yargs' definitions of what `sim replay` takes besides. */
export const REPLAY_OPTIONS = {
  'any-version': {
    type: 'boolean',
    default: false,
    describe: 'run a trace that another version of sim wrote',
  },
  step: {
    type: 'boolean',
    default: false,
    describe: 'step through the run, forward and back',
  },
  command: { type: 'string', describe: 'with --step: take commands from this file, - for input' },
} as const;

/** yargs' definitions of what `sim why` takes besides. */
export const WHY_OPTIONS = {
  task: { type: 'string', describe: 'why this task ran or did not: its name or its number' },
  at: { type: 'string', describe: 'at this virtual time in seconds' },
  cancelled: {
    type: 'boolean',
    default: false,
    describe: 'who cancelled the task, and what became of it',
  },
  event: { type: 'string', describe: 'why the event of this number happened' },
  path: { type: 'boolean', default: false, describe: 'where the time went, stretch by stretch' },
} as const;

/** yargs' definitions of what `sim run` takes besides. */
export const RUN_OPTIONS = {
  seed: { type: 'string', describe: "seed of the program's random numbers (default 1)" },
  ties: {
    type: 'string',
    choices: ['fifo', 'heapq'] as const,
    default: 'fifo',
    describe: 'order of equal deadlines: of creation, or CPython on a frozen clock',
  },
  pool: { type: 'string', describe: 'threads of to_thread and run_in_executor (default 32)' },
  until: { type: 'string', describe: 'stop at this virtual time in seconds' },
  epoch: { type: 'string', describe: 'time.time() at the start', default: '1700000000' },
  'strict-314': {
    type: 'boolean',
    default: false,
    describe: 'get_event_loop makes no loop, as in 3.14',
  },
  debug: {
    type: 'boolean',
    default: false,
    describe: "asyncio's debug mode: slow callbacks, where objects were made",
  },
  trace: { type: 'string', describe: 'write every event to this file' },
  quiet: {
    type: 'boolean',
    default: false,
    describe: "print the program's own output and nothing else",
  },
  ...PAGE_OPTIONS,
} as const;

/** What the limits of a search count. */
const LIMITED: Readonly<Record<keyof ExploreLimits, string>> = {
  waiting: 'runs of the systematic search that wait for their turn',
  jumps: 'moments of a run at which other timers are made to fire',
  timers: 'sets of timers tried at one moment',
  shrink: 'runs to make one failure small',
};

/** yargs' definitions of what `sim explore` takes besides. */
export const EXPLORE_OPTIONS = {
  runs: { type: 'string', describe: 'schedules to try (default 1000)' },
  time: { type: 'string', describe: 'stop after this many seconds, in the middle of a run, too' },
  vary: {
    type: 'string',
    describe: 'kinds of choice: timing,ties,sets,data (default), cancel, ready-order',
  },
  jitter: { type: 'string', describe: 'let every duration vary: by 20% or by 50ms' },
  strategy: {
    type: 'string',
    choices: ['mixed', 'systematic', 'random', 'pct'] as const,
    default: 'mixed',
    describe: 'how schedules are picked',
  },
  jobs: {
    type: 'string',
    describe: 'worker threads; what is found does not depend on it (default 1)',
  },
  failures: { type: 'string', describe: 'stop after this many failures (default 10)' },
  seed: { type: 'string', describe: 'seed of the program and of the search (default 1)' },
  until: { type: 'string', describe: 'end each run at this virtual time in seconds' },
  progress: { type: 'boolean', describe: 'tell on stderr what is done, in lines, for a log' },
  ...PAGE_OPTIONS,
} as const;

/** yargs' definitions of the limits of a search. */
export const EXPLORE_LIMIT_OPTIONS = Object.fromEntries(
  Object.entries(EXPLORE_LIMIT_FLAGS).map(([limit, flag]) => {
    const most = DEFAULT_EXPLORE_LIMITS[limit as keyof ExploreLimits];
    const describe = `limit: ${LIMITED[limit as keyof ExploreLimits]} (default ${most})`;
    return [flag, { type: 'string', describe, group: 'Limits of the search:' } as const];
  }),
);

/** The limits of a search: the flags, else the defaults. */
export function exploreLimitsFrom(flags: Readonly<Record<string, unknown>>): ExploreLimits {
  const limits: Record<keyof ExploreLimits, number> = { ...DEFAULT_EXPLORE_LIMITS };
  for (const limit of Object.keys(limits) as (keyof ExploreLimits)[]) {
    const flag = EXPLORE_LIMIT_FLAGS[limit];
    if (flags[flag] !== undefined) limits[limit] = wholeNumber(`--${flag}`, flags[flag], 0);
  }
  return limits;
}

/** yargs' definitions of what `sim export` takes besides. */
export const EXPORT_OPTIONS = {
  to: {
    type: 'string',
    choices: ['python', 'yaml', 'json', 'chrome', 'speedscope', 'mermaid'] as const,
    describe: 'what to write: a scenario becomes python, a program yaml, a trace chrome',
  },
  virtual: {
    type: 'boolean',
    default: false,
    describe: 'python: on a virtual clock of its own, without waiting',
  },
  output: { type: 'string', alias: 'o', describe: 'write to this file, not to the terminal' },
  salvage: {
    type: 'boolean',
    default: false,
    describe: 'a trace: use what is whole of a damaged one',
  },
} as const;

/** The limits of a run: the flags, else the scenario's, else the defaults. */
export function limitsFrom(
  flags: Readonly<Record<string, unknown>>,
  scenario: ReadonlyMap<string, number>,
  defaults: SimulationLimits = DEFAULT_LIMITS,
): SimulationLimits {
  const limits: Record<keyof SimulationLimits, number> = { ...defaults };
  for (const { flag, limit } of LIMIT_FLAGS) {
    const given = flags[flag];
    const own = scenario.get(flag.slice('max-'.length));
    if (given === undefined) limits[limit] = own ?? limits[limit];
    else if (limit === 'time') limits[limit] = seconds(`--${flag}`, given);
    else limits[limit] = wholeNumber(`--${flag}`, given, 1);
  }
  return limits;
}

export type TiesOption = Ties;
