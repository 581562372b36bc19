// The commands, one entry each: what it is called, what it takes, and what runs it. A command's own
// module is loaded when it is run, since loading all of them would cost more than most runs.

import type { Argv } from 'yargs';
import type { Arguments } from './load.ts';
import {
  EXPLORE_LIMIT_OPTIONS,
  EXPLORE_OPTIONS,
  EXPORT_OPTIONS,
  INPUT_OPTIONS,
  LIMIT_FLAGS,
  REPLAY_OPTIONS,
  RUN_OPTIONS,
  TRACE_OPTIONS,
  WHY_OPTIONS,
} from './options.ts';

/** What yargs, which drops a lone `-`, is given for it. */
export const STANDARD_INPUT = '<standard input>';

export interface Command {
  /** As yargs reads it: `run <file..>`. */
  readonly usage: string;
  readonly describe: string;
  /** Names of the options that it takes. */
  readonly options: readonly string[];
  /** Tells yargs what it takes. */
  readonly build: (command: Argv) => Argv;
  /** Runs it; `rest` stands after `--`. Gives the exit code. */
  readonly run: (args: Arguments, rest: readonly string[]) => number | Promise<number>;
}

type Options = Parameters<Argv['options']>[0];

const SOURCE = '.yaml, .json or .py; - for standard input (YAML)';
const TRACE = 'what sim run --trace wrote; .gz is unpacked';

const { json: _json, ...SOURCE_OPTIONS } = INPUT_OPTIONS;
const LIMIT_OPTIONS: Options = Object.fromEntries(
  LIMIT_FLAGS.map(({ flag, describe }) => [
    flag,
    { type: 'string', describe: `limit: ${describe}`, group: 'Limits:' } as const,
  ]),
);

function shown(argument: unknown): string {
  return argument === STANDARD_INPUT ? '-' : String(argument);
}

function filesOf(args: Arguments): string[] {
  return (args.file as string[]).map(shown);
}

/** A positional argument that has to be there. */
function one(command: Argv, name: string, describe: string): Argv {
  return command.positional(name, { type: 'string', demandOption: true, describe });
}

function files(command: Argv): Argv {
  const describe = SOURCE;
  return command.positional('file', { type: 'string', array: true, demandOption: true, describe });
}

/** An entry whose options are those of the groups. */
function command(
  usage: string,
  describe: string,
  place: (command: Argv) => Argv,
  groups: readonly Options[],
  run: Command['run'],
): Command {
  const options = groups.flatMap((group) => Object.keys(group));
  const build = (built: Argv): Argv =>
    groups.reduce((all, group) => all.options(group), place(built));
  return { usage, describe, options, build, run };
}

export const COMMAND_TABLE: readonly Command[] = [
  command(
    'run <file..>',
    'run scenarios or programs: output, timeline, summary',
    files,
    [INPUT_OPTIONS, RUN_OPTIONS, LIMIT_OPTIONS],
    async (args, rest) => (await import('./run.ts')).runFiles(filesOf(args), args, rest),
  ),
  command(
    'check <file..>',
    'report every mistake without running',
    files,
    [INPUT_OPTIONS],
    async (args) => (await import('./check.ts')).checkFiles(filesOf(args), args),
  ),
  command(
    'replay <trace>',
    'run a trace again and compare every event',
    (built) => one(built, 'trace', TRACE),
    [TRACE_OPTIONS, REPLAY_OPTIONS],
    async (args) => {
      const path = String(args.trace);
      if (args.step !== true) return (await import('./replay.ts')).replayTrace(path, args);
      const from = args.command === undefined ? undefined : shown(args.command);
      return (await import('./step.ts')).stepTrace(path, args, from);
    },
  ),
  command(
    'diff <a> <b>',
    'in what two traces differ: where they part, and what each task does otherwise',
    (built) => one(one(built, 'a', TRACE), 'b', TRACE),
    [TRACE_OPTIONS],
    async (args) => {
      const { diffTraces } = await import('./diff.ts');
      return diffTraces([String(args.a), String(args.b)], args);
    },
  ),
  command(
    'why <trace>',
    'say why a run went as it did, from its trace',
    (built) => one(built, 'trace', TRACE),
    [TRACE_OPTIONS, WHY_OPTIONS],
    async (args) => (await import('./why.ts')).explainTrace(String(args.trace), args),
  ),
  command(
    'explore <file>',
    'try other orders that CPython allows, and tell which of them fail',
    (built) => one(built, 'file', SOURCE),
    [INPUT_OPTIONS, EXPLORE_OPTIONS, EXPLORE_LIMIT_OPTIONS, LIMIT_OPTIONS],
    async (args, rest) => (await import('./explore.ts')).exploreFile(shown(args.file), args, rest),
  ),
  command(
    'export <file>',
    'a scenario as a Python program, a program as a scenario, a trace as a picture',
    (built) => one(built, 'file', `${SOURCE}; or a trace`),
    [SOURCE_OPTIONS, EXPORT_OPTIONS],
    async (args) => (await import('./export.ts')).exportFile(shown(args.file), args),
  ),
  command(
    'schema [what]',
    'print the JSON Schema of scenarios, for editors, or of the lines of a trace',
    (built) =>
      built.positional('what', {
        choices: ['scenario', 'trace'] as const,
        default: 'scenario',
        describe: 'what it is the schema of',
      }),
    [],
    async (args) => (await import('./schema.ts')).printSchema(String(args.what)),
  ),
];
