// The commands and how their arguments are read. Usage errors say what was expected, suggest the
// nearest option or command, and exit with 2.

import { distance } from 'fastest-levenshtein';
import yargs from 'yargs';
import { VERSION } from '../base/version.ts';
import { COMMAND_TABLE, STANDARD_INPUT } from './command-table.ts';
import { EXIT_IO, EXIT_USAGE } from './exit-codes.ts';
import { FileProblem } from './files.ts';
import { UsageError } from './options.ts';

/** The names of the options of each command. */
const COMMANDS: ReadonlyMap<string, readonly string[]> = new Map(
  COMMAND_TABLE.map(({ usage, options }) => [usage.split(' ')[0], options]),
);

/** What those commands take that do not take any number of files. */
const TAKEN: ReadonlyMap<string, string> = new Map([
  ['explore', 'one file'],
  ['export', 'one file'],
  ['replay', 'one trace'],
  ['why', 'one trace'],
  ['diff', 'two traces'],
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

function hidden(argument: string): string {
  return argument === '-' ? STANDARD_INPUT : argument;
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
  for (const { usage, describe, build, run } of COMMAND_TABLE) {
    parser.command(usage, describe, build, async (args) => {
      refuseRepeated(args);
      code = await run(args, rest);
    });
  }
  await parser.parseAsync();
  return code;
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
    const name = choices[1] === 'what' ? 'sim schema' : `--${choices[1]}`;
    return `${name}: expected ${expected}, found ${choices[2].replaceAll('"', "'")}`;
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
    const taken = argv.indexOf(name) > 0 ? TAKEN.get(command) : undefined;
    return taken !== undefined
      ? `'sim ${command}' takes ${taken}, found '${name}' besides`
      : `unknown command '${name}'${nearest(name, [...COMMANDS.keys()], '')}`;
  }
  const at = argv.findIndex((each) => each.startsWith(`-${name}`));
  if (/^\d/.test(name) && argv[at - 1]?.startsWith('--')) {
    return `${argv[at - 1]}: a value does not begin with '-', found '${argv[at]}'`;
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
