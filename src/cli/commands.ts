// The commands and how their arguments are read. Usage errors say what was expected, suggest the
// nearest option or command, and exit with 2.

import { distance } from 'fastest-levenshtein';
import yargs, { type Argv } from 'yargs';
import { VERSION } from '../base/version.ts';
import { EXIT_IO, EXIT_USAGE } from './exit-codes.ts';
import { FileProblem } from './files.ts';
import {
  EXPORT_OPTIONS,
  INPUT_OPTIONS,
  LIMIT_FLAGS,
  REPLAY_OPTIONS,
  RUN_OPTIONS,
  TRACE_OPTIONS,
  UsageError,
} from './options.ts';

const { json: _json, ...SOURCE_OPTIONS } = INPUT_OPTIONS;

/** The commands, each with the options that it takes. */
const COMMANDS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'run',
    [INPUT_OPTIONS, RUN_OPTIONS].flatMap(Object.keys).concat(LIMIT_FLAGS.map(({ flag }) => flag)),
  ],
  ['check', Object.keys(INPUT_OPTIONS)],
  ['replay', [TRACE_OPTIONS, REPLAY_OPTIONS].flatMap(Object.keys)],
  ['diff', Object.keys(TRACE_OPTIONS)],
  ['export', [SOURCE_OPTIONS, EXPORT_OPTIONS].flatMap(Object.keys)],
  ['schema', []],
]);

/** Runs a command line; gives the exit code. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  try {
    return await dispatch(argv);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`sim: ${error.message}\nTry 'sim --help'.\n`);
      return EXIT_USAGE;
    }
    if (error instanceof FileProblem) {
      process.stderr.write(`sim: ${error.message}\n`);
      return error.isMissing ? EXIT_USAGE : EXIT_IO;
    }
    throw error;
  }
}

const SOURCE = '.yaml, .json or .py; - for standard input (YAML)';

/** What yargs, which drops a lone `-`, is given for it. */
const STANDARD_INPUT = '<standard input>';

function hidden(argument: string): string {
  return argument === '-' ? STANDARD_INPUT : argument;
}

function filesOf(args: Readonly<Record<string, unknown>>): string[] {
  return (args['file'] as string[]).map(shown);
}

function shown(argument: string): string {
  return argument === STANDARD_INPUT ? '-' : argument;
}

/** `--` separates the arguments of the program. */
function splitArguments(argv: readonly string[]): readonly [string[], string[]] {
  const at = argv.indexOf('--');
  if (at < 0) return [argv.map(hidden), []];
  return [argv.slice(0, at).map(hidden), argv.slice(at + 1)];
}

async function dispatch(argv: readonly string[]): Promise<number> {
  const [own, rest] = splitArguments(argv);
  let code = 0;
  const parser = yargs(own)
    .scriptName('sim')
    .usage('$0 <command>\n\nA deterministic simulator of CPython asyncio, on a virtual clock.')
    .command(
      'run <file..>',
      'run scenarios or programs: output, timeline, summary',
      (command) => limitOptions(files(command).options(RUN_OPTIONS) as unknown as Argv),
      async (args) => {
        refuseRepeated(args);
        const { runFiles } = await import('./run.ts');
        code = await runFiles(filesOf(args), args, rest);
      },
    )
    .command(
      'check <file..>',
      'report every mistake without running',
      (command) => files(command),
      async (args) => {
        refuseRepeated(args);
        const { checkFiles } = await import('./check.ts');
        code = checkFiles(filesOf(args), args);
      },
    )
    .command(
      'replay <trace>',
      'run a trace again and compare every event',
      (command) =>
        trace(command).options(REPLAY_OPTIONS) as unknown as Argv<Record<string, unknown>>,
      async (args) => {
        refuseRepeated(args);
        const { replayTrace } = await import('./replay.ts');
        code = await replayTrace(String(args['trace']), args);
      },
    )
    .command(
      'diff <a> <b>',
      'in what two traces differ: where they part, and what each task does otherwise',
      (command) => tracePair(command),
      async (args) => {
        refuseRepeated(args);
        const { diffTraces } = await import('./diff.ts');
        code = diffTraces([String(args['a']), String(args['b'])], args);
      },
    )
    .command(
      'export <file>',
      'the scenario as a Python program, or the program as a scenario',
      (command) =>
        command
          .positional('file', { type: 'string', demandOption: true, describe: SOURCE })
          .options({ ...SOURCE_OPTIONS, ...EXPORT_OPTIONS }) as unknown as Argv,
      async (args) => {
        refuseRepeated(args);
        const { exportFile } = await import('./export.ts');
        code = exportFile(shown(args['file'] as string), args);
      },
    )
    .command(
      'schema',
      'print the JSON Schema of scenarios, for editors',
      (command) => command,
      async () => {
        const { printSchema } = await import('./schema.ts');
        code = printSchema();
      },
    )
    .example('$0 run scenarios/semaphore-50-5.json', 'fifty workers, at most five at a time')
    .example('$0 run demo.py --trace demo.jsonl', 'run a program and keep every event')
    .example('$0 export scenarios/gather.yaml -o gather.py', 'a program for python3')
    .version(VERSION)
    .alias('version', 'V')
    .alias('help', 'h')
    .strict()
    .demandCommand(1, `a command is missing: ${[...COMMANDS.keys()].join(', ')}`)
    .parserConfiguration({ 'duplicate-arguments-array': true, 'parse-positional-numbers': false })
    .wrap(Math.min(100, process.stdout.columns || 100))
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new UsageError(inOurWords(message, own));
    });
  await parser.parseAsync();
  return code;
}

function files(command: Argv): Argv<Record<string, unknown>> {
  return command
    .positional('file', {
      type: 'string',
      array: true,
      demandOption: true,
      describe: SOURCE,
    })
    .options(INPUT_OPTIONS) as unknown as Argv<Record<string, unknown>>;
}

function trace(command: Argv): Argv<Record<string, unknown>> {
  return command
    .positional('trace', {
      type: 'string',
      demandOption: true,
      describe: 'what sim run --trace wrote; .gz is unpacked',
    })
    .options(TRACE_OPTIONS) as unknown as Argv<Record<string, unknown>>;
}

function tracePair(command: Argv): Argv<Record<string, unknown>> {
  const one = { type: 'string', demandOption: true, describe: 'a trace' } as const;
  return command
    .positional('a', one)
    .positional('b', one)
    .options(TRACE_OPTIONS) as unknown as Argv<Record<string, unknown>>;
}

function limitOptions(command: Argv): Argv<Record<string, unknown>> {
  const options = LIMIT_FLAGS.map(({ flag, describe }) => [
    flag,
    { type: 'string', describe: `limit: ${describe}`, group: 'Limits:' } as const,
  ]);
  return command.options(Object.fromEntries(options)) as unknown as Argv<Record<string, unknown>>;
}

/** The options that may be given several times. */
const REPEATED = ['file', 'param', 'ignore', '_'];

/** yargs makes a list of an option that is given twice. Throws UsageError. */
function refuseRepeated(args: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(args)) {
    if (!Array.isArray(value) || REPEATED.includes(name)) continue;
    throw new UsageError(`--${name} is given ${value.length} times`);
  }
}

/** yargs' message in our words, with the nearest option or command where one is near. */
function inOurWords(message: string, argv: readonly string[]): string {
  if (message.startsWith('Not enough non-option arguments')) {
    const name = unknownOption(argv);
    return name === null ? 'a file is missing' : unknownName(name, argv);
  }
  const choices = /^Invalid values:\s+Argument: (\S+), Given: (.+), Choices: (.+)$/.exec(message);
  if (choices !== null) {
    const expected = choices[3].replaceAll(',', ' or').replaceAll('"', '');
    return `--${choices[1]}: expected ${expected}, found ${choices[2].replaceAll('"', "'")}`;
  }
  const unknown = /^Unknown (?:argument|command)s?: ([^,]+)/.exec(message);
  return unknown === null ? message : unknownName(unknown[1], argv);
}

/** An option that does not exist has taken the file for its value. */
function unknownOption(argv: readonly string[]): string | null {
  const known = ['help', 'version', 'h', 'V', 'o', ...[...COMMANDS.values()].flat()];
  const names = argv
    .filter((each) => /^-{1,2}[a-zA-Z]/.test(each))
    .map((each) => each.replace(/^-+(?:no-)?/, '').replace(/=.*$/s, ''));
  return names.find((each) => !known.includes(each)) ?? null;
}

/** What to say of an option or a command that does not exist. */
function unknownName(name: string, argv: readonly string[]): string {
  const isOption = argv.some((each) => /^-/.test(each) && each.replace(/^-+/, '').startsWith(name));
  const command = argv.find((each) => COMMANDS.has(each)) ?? 'run';
  if (!isOption) {
    const isFile = command === 'schema' && name !== command;
    if (isFile) return `'sim schema' takes no file, found '${name}'`;
    return command === 'export' && argv.includes(name) && argv.indexOf(name) > 0
      ? `'sim export' takes one file, found '${name}' besides`
      : `unknown command '${name}'${nearest(name, [...COMMANDS.keys()], '')}`;
  }
  const flag = name.length === 1 ? `-${name}` : `--${name}`;
  const owners = [...COMMANDS].filter(([, options]) => options.includes(name));
  if (owners.length > 0) {
    const all = owners.map(([owner]) => `'sim ${owner}'`).join(' and ');
    return `${flag} is an option of ${all} only`;
  }
  const known = ['help', 'version', ...(COMMANDS.get(command) ?? [])];
  return `unknown option '${flag}'${nearest(name, known, '--')}`;
}

/** `; did you mean 'x'?`, or nothing. */
function nearest(name: string, known: readonly string[], prefix: string): string {
  const near = known
    .map((each) => ({ each, far: distance(each, name) }))
    .filter(({ far }) => far <= 2)
    .sort((a, b) => a.far - b.far)[0];
  return near === undefined ? '' : `; did you mean '${prefix}${near.each}'?`;
}
