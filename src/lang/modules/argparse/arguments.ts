// What `add_argument` describes: names, how many values are taken, what becomes of them.
// Source: CPython 3.14 Lib/argparse.py (_ActionsContainer, Action, _get_action_name).

import { PyTypeError, ValueError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { items } from '../../objects/iteration.ts';
import { truthy } from '../../objects/truth.ts';
import type { Parser } from './parser.ts';

/** How many values: null for one, or as Python writes it; 0 for none. */
export type Count = number | '?' | '*' | '+' | 'A...' | '...' | null;

export interface Argument {
  /** `-n`, `--count`; none for a positional argument. */
  readonly flags: readonly string[];
  readonly dest: string;
  readonly action: string;
  readonly count: Count;
  /** Undefined for SUPPRESS. */
  readonly fallback: unknown;
  readonly constant: unknown;
  readonly type: unknown;
  readonly choices: readonly unknown[] | null;
  readonly isRequired: boolean;
  readonly help: string | null;
  /** What help shows in the place of a value; a tuple of them as a list. */
  readonly metavar: string | readonly string[] | null;
  readonly version: string | null;
  /** Of the action of subparsers. */
  readonly parsers: Map<string, Parser> | null;
}

/** Arguments of which at most one may be given. */
export interface Exclusive {
  readonly isRequired: boolean;
  readonly members: Argument[];
}

/** `argparse.SUPPRESS`. */
export const SUPPRESS = '==SUPPRESS==';

const CONSTANTS: Record<string, unknown> = { store_true: true, store_false: false };
const WITHOUT_VALUE = ['store_true', 'store_false', 'store_const', 'append_const', 'count', 'help'];

type Options = ReadonlyMap<string, unknown>;

function textOrNull(run: Interpreter, value: unknown): string | null {
  return value === null || value === undefined ? null : run.objects.str(run, value);
}

function destOf(flags: readonly string[], given: unknown): string {
  if (typeof given === 'string') return given;
  const long = flags.find((flag) => flag.startsWith('--')) ?? flags[0];
  return long.replace(/^-+/, '').replaceAll('-', '_');
}

function countOf(action: string, given: unknown): Count {
  if (WITHOUT_VALUE.includes(action) || action === 'version' || action === 'boolean') return 0;
  return given === undefined ? null : (given as Count);
}

/** The argument that a call of `add_argument` describes. Throws ValueError, TypeError. */
export function describeArgument(
  run: Interpreter,
  names: readonly unknown[],
  options: Options,
  fallbackOf: (dest: string) => unknown,
): Argument {
  const words = names.map((name) => run.objects.str(run, name));
  const isOptional = words.length > 0 && words[0].startsWith('-');
  const action = actionOf(options.get('action'));
  if (!isOptional && words.length > 1) {
    throw new PyTypeError('dest supplied twice for positional argument, did you mean metavar?');
  }
  let flags = isOptional ? words : [];
  const dest = isOptional
    ? destOf(flags, options.get('dest'))
    : (words[0] ?? String(options.get('dest')));
  if (action === 'boolean') {
    flags = flags.flatMap((flag) =>
      flag.startsWith('--') ? [flag, `--no-${flag.slice(2)}`] : [flag],
    );
  }
  const count = countOf(action, options.get('nargs'));
  const metavar = options.get('metavar');
  const choices = options.get('choices');
  const fallback = options.has('default') ? options.get('default') : fallbackOf(dest);
  const isFalse = action === 'store_true' && fallback === null && !options.has('default');
  const isTrue = action === 'store_false' && fallback === null && !options.has('default');
  return {
    flags,
    dest,
    action,
    count,
    fallback: fallback === SUPPRESS ? undefined : isFalse ? false : isTrue ? true : fallback,
    constant: CONSTANTS[action] ?? options.get('const') ?? null,
    type: options.get('type') ?? null,
    choices: choices === undefined || choices === null ? null : [...items(run, choices)],
    isRequired: isOptional
      ? truthy(run, options.get('required') ?? false)
      : !(count === '?' || count === '*' || count === '...'),
    help: textOrNull(run, options.get('help')),
    metavar:
      metavar !== undefined && metavar !== null && typeof metavar !== 'string'
        ? [...items(run, metavar)].map((each) => run.objects.str(run, each))
        : textOrNull(run, metavar),
    version: textOrNull(run, options.get('version')),
    parsers: null,
  };
}

/** `BooleanOptionalAction`, as a value of `action`. */
export class BooleanAction {}
export const booleanAction = new BooleanAction();

function actionOf(given: unknown): string {
  if (given === undefined || given === null) return 'store';
  if (given === booleanAction) return 'boolean';
  const known = ['store', 'append', 'extend', 'version', ...WITHOUT_VALUE];
  if (typeof given === 'string' && known.includes(given)) return given;
  throw new ValueError(`unknown action '${String(given)}'`);
}

type Named = Pick<Argument, 'flags' | 'metavar' | 'dest'>;

/** What messages call it: `-n/--count`. */
export function nameOf({ flags, metavar, dest }: Named): string {
  if (flags.length > 0) return flags.join('/');
  return typeof metavar === 'string' ? metavar : dest;
}

/** The words that stand for its values in help. */
export function valuesText(run: Interpreter, argument: Argument): string {
  const { count, metavar, choices, flags, dest, parsers } = argument;
  const names =
    parsers === null ? choices?.map((each) => run.objects.str(run, each)) : [...parsers.keys()];
  const own =
    names === undefined ? (flags.length > 0 ? dest.toUpperCase() : dest) : `{${names.join(',')}}`;
  const word = (place: number): string =>
    metavar === null
      ? own
      : typeof metavar === 'string'
        ? metavar
        : metavar[Math.min(place, metavar.length - 1)];
  if (count === null) return word(0);
  if (count === '?') return `[${word(0)}]`;
  if (count === '*') return `[${word(0)} ...]`;
  if (count === '+') return `${word(0)} [${word(1)} ...]`;
  if (count === 'A...') return `${word(0)} ...`;
  if (count === '...') return '...';
  return Array.from({ length: count }, (_unused, place) => word(place)).join(' ');
}
