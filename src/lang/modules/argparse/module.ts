// Module `argparse`: ArgumentParser, Namespace, groups and subparsers. Lines are those that the
// program gives, or `sys.argv`. Left out: FileType, parents, actions of the program's own, help in
// other formats. Source: CPython 3.14 Lib/argparse.py.

import { Exception, SystemExit } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { builtinClass, declareType, define } from '../../objects/classes.ts';
import { equal } from '../../objects/compare.ts';
import { defineGetters, Getter } from '../../objects/descriptors.ts';
import { exceptionClass } from '../../objects/exception-classes.ts';
import { items } from '../../objects/iteration.ts';
import { invoke, nativeClass } from '../../objects/native-class.ts';
import { callBuiltin, LibraryFunction } from '../../objects/signature.ts';
import { truthy } from '../../objects/truth.ts';
import { isOfClass } from '../../objects/type-of.ts';
import { Builtin, Instance, PyModule, Tuple } from '../../values.ts';
import {
  type Argument,
  BooleanAction,
  booleanAction,
  describeArgument,
  type Exclusive,
  SUPPRESS,
} from './arguments.ts';
import { helpOf, usageOf } from './help.ts';
import { LineReader, ParseError, Parser } from './parser.ts';

type Keywords = ReadonlyMap<string, unknown>;

const namespaceClass = nativeClass('Namespace', 'argparse', [
  new LibraryFunction('__init__(self, **kwargs)', (_run, self: Instance, named: Keywords) => {
    for (const [name, value] of named) self.attributes.set(name, value);
    return null;
  }),
  new LibraryFunction('__repr__(self)', (run, self: Instance) => {
    const shown = [...self.attributes].map(
      ([name, value]) => `${name}=${run.objects.repr(run, value)}`,
    );
    return `${self.cls.name}(${shown.join(', ')})`;
  }),
  new LibraryFunction('__eq__(self, other)', (run, self: Instance, other: unknown) => {
    if (!isOfClass(other, namespaceClass)) return false;
    const theirs = (other as Instance).attributes;
    return (
      theirs.size === self.attributes.size &&
      [...self.attributes].every(
        ([name, value]) => theirs.has(name) && equal(run, value, theirs.get(name)),
      )
    );
  }),
  new LibraryFunction('__contains__(self, key)', (_run, self: Instance, key: string) =>
    self.attributes.has(key),
  ),
]);

const typeErrorClass = builtinClass('ArgumentTypeError', [exceptionClass], 'argparse');
const argumentErrorClass = builtinClass('ArgumentError', [exceptionClass], 'argparse');

/** Whatever has `add_argument` of its own: a group, or arguments that exclude each other. */
class Container {
  readonly parser: Parser;
  readonly members: Argument[];

  constructor(parser: Parser, members: Argument[]) {
    this.parser = parser;
    this.members = members;
  }
}

/** What `add_subparsers` gives. */
class Subparsers {
  readonly parser: Parser;
  readonly parsers: Map<string, Parser>;

  constructor(parser: Parser, parsers: Map<string, Parser>) {
    this.parser = parser;
    this.parsers = parsers;
  }
}

function addArgument(
  run: Interpreter,
  parser: Parser,
  names: unknown[],
  options: Keywords,
): Argument {
  const fallbackOf = (dest: string): unknown => parser.defaults.get(dest) ?? null;
  const argument = describeArgument(run, names, options, fallbackOf);
  for (const flag of argument.flags) {
    if (!parser.optionals.some(({ flags }) => flags.includes(flag))) continue;
    const error = new Exception(
      `argument ${argument.flags.join('/')}: conflicting option string: ${flag}`,
    );
    error.userClass = argumentErrorClass;
    throw error;
  }
  parser.add(argument);
  return argument;
}

const containerClass = builtinClass('_ArgumentGroup', undefined, 'argparse');
declareType(Container, containerClass);
define(containerClass, [
  new LibraryFunction(
    'add_argument(self, *args, **kwargs)',
    (run, self: Container, names: unknown[], options: Keywords) => {
      self.members.push(addArgument(run, self.parser, names, options));
      return null;
    },
  ),
]);

const text = (run: Interpreter, value: unknown): string | null =>
  value === null || value === undefined ? null : run.objects.str(run, value);

const initialiser = new LibraryFunction(
  '__init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), ' +
    "formatter_class=None, prefix_chars='-', fromfile_prefix_chars=None, argument_default=None, " +
    "conflict_handler='error', add_help=True, allow_abbrev=True, exit_on_error=True, *, " +
    'suggest_on_error=False, color=True)',
  (run, self: Parser, ...given: unknown[]) => {
    const [prog, usage, description, epilog] = given;
    const argv = run.modules?.get('sys')?.attributes.get('argv') as unknown[] | undefined;
    self.prog = text(run, prog) ?? String(argv?.[0] ?? '');
    self.usage = text(run, usage);
    self.description = text(run, description);
    self.epilog = text(run, epilog);
    if (truthy(run, given[10])) {
      const help = new Map<string, unknown>([
        ['action', 'help'],
        ['help', 'show this help message and exit'],
      ]);
      addArgument(run, self, ['-h', '--help'], help);
    }
    return null;
  },
);

function lineOf(run: Interpreter, given: unknown): string[] {
  const argv = run.modules?.get('sys')?.attributes.get('argv') as unknown[];
  const words = given === null ? argv.slice(1) : [...items(run, given)];
  return words.map((each) => run.objects.str(run, each));
}

function parseKnown(run: Interpreter, self: Parser, line: unknown, given: unknown) {
  const namespace = given === null ? new Instance(namespaceClass) : (given as Instance);
  const reader = new LineReader(run, self, namespace, typeErrorClass);
  try {
    reader.read(lineOf(run, line));
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    invoke(run, self, 'error', [error.message]);
  }
  return { namespace, unknown: reader.unknown };
}

function print(run: Interpreter, file: unknown, shown: string): null {
  if (file === null) run.write('stdout', shown);
  else invoke(run, file, 'write', [shown]);
  return null;
}

function addSubparsers(run: Interpreter, self: Parser, given: readonly unknown[]): Subparsers {
  const [dest, isRequired, help, metavar] = given;
  const parsers = new Map<string, Parser>();
  self.add({
    flags: [],
    dest: text(run, dest) ?? '',
    action: 'store',
    count: 'A...',
    fallback: null,
    constant: null,
    type: null,
    choices: null,
    isRequired: truthy(run, isRequired),
    help: text(run, help),
    metavar: text(run, metavar),
    version: null,
    parsers,
  });
  return new Subparsers(self, parsers);
}

const parserClass = define(builtinClass('ArgumentParser', undefined, 'argparse'), [
  initialiser,
  new LibraryFunction(
    'add_argument(self, *args, **kwargs)',
    (run, self: Parser, names: unknown[], options: Keywords) => {
      addArgument(run, self, names, options);
      return null;
    },
  ),
  new LibraryFunction(
    'add_argument_group(self, title=None, description=None)',
    (run, self: Parser, title: unknown) => {
      const group = { title: text(run, title) ?? '', members: [] };
      self.groups.push(group);
      return new Container(self, group.members);
    },
  ),
  new LibraryFunction(
    'add_mutually_exclusive_group(self, required=False)',
    (run, self: Parser, required: unknown) => {
      const group: Exclusive = { isRequired: truthy(run, required), members: [] };
      self.exclusives.push(group);
      return new Container(self, group.members);
    },
  ),
  new LibraryFunction(
    'add_subparsers(self, *, dest=None, required=False, help=None, metavar=None, title=None, description=None)',
    (run, self: Parser, ...given: unknown[]) => addSubparsers(run, self, given),
  ),
  new LibraryFunction('set_defaults(self, **kwargs)', (_run, self: Parser, named: Keywords) => {
    for (const [name, value] of named) self.defaults.set(name, value);
    return null;
  }),
  new LibraryFunction(
    'parse_args(self, args=None, namespace=None)',
    (run, self: Parser, line, given) => {
      const { namespace, unknown } = parseKnown(run, self, line, given);
      if (unknown.length > 0) {
        invoke(run, self, 'error', [`unrecognized arguments: ${unknown.join(' ')}`]);
      }
      return namespace;
    },
  ),
  new LibraryFunction(
    'parse_known_args(self, args=None, namespace=None)',
    (run, self: Parser, line, given) => {
      const { namespace, unknown } = parseKnown(run, self, line, given);
      return new Tuple([namespace, unknown]);
    },
  ),
  new LibraryFunction('format_usage(self)', usageOf),
  new LibraryFunction('format_help(self)', helpOf),
  new LibraryFunction('print_usage(self, file=None)', (run, self: Parser, file: unknown) =>
    print(run, file, usageOf(run, self)),
  ),
  new LibraryFunction('print_help(self, file=None)', (run, self: Parser, file: unknown) =>
    print(run, file, helpOf(run, self)),
  ),
  new LibraryFunction(
    'exit(self, status=0, message=None)',
    (run, _self: Parser, status: unknown, message: unknown) => {
      if (truthy(run, message)) run.write('stderr', run.objects.str(run, message));
      throw new SystemExit(status);
    },
  ),
  new LibraryFunction('error(self, message)', (run, self: Parser, message: unknown) => {
    run.write('stderr', usageOf(run, self));
    return invoke(run, self, 'exit', [
      2,
      `${self.prog}: error: ${run.objects.str(run, message)}\n`,
    ]);
  }),
]);
parserClass.signature = initialiser.signature.replace('__init__(self, ', 'ArgumentParser(');
parserClass.construct = (run, called, args, keywords) => {
  const self = new Parser(called);
  const method = called.lookup('__init__');
  if (method instanceof Builtin) callBuiltin(run, method, [self, ...args], keywords);
  return self;
};

defineGetters(
  parserClass,
  (['prog', 'usage', 'description', 'epilog'] as const).map(
    (name) =>
      new Getter(
        name,
        (_run, self: Parser) => self[name],
        (run, self: Parser, value) => {
          self[name] = text(run, value) ?? '';
        },
      ),
  ),
);

const subparsersClass = builtinClass('_SubParsersAction', undefined, 'argparse');
declareType(Subparsers, subparsersClass);
define(subparsersClass, [
  new LibraryFunction(
    'add_parser(self, name, **kwargs)',
    (run, { parser, parsers }: Subparsers, name: string, given: Keywords) => {
      const options = new Map(given);
      const [help, aliases] = [text(run, options.get('help')), options.get('aliases')];
      for (const own of ['help', 'aliases', 'deprecated']) options.delete(own);
      const words = parser.positionals
        .filter(({ count }) => count !== 'A...')
        .map(({ dest }) => dest);
      if (!options.has('prog')) options.set('prog', [parser.prog, ...words, name].join(' '));
      const made = run.call(parser.cls, [], options) as Parser;
      made.help = help;
      parsers.set(name, made);
      for (const alias of aliases === undefined ? [] : items(run, aliases))
        parsers.set(String(alias), made);
      return made;
    },
  ),
]);
const booleanActionClass = builtinClass('BooleanOptionalAction', undefined, 'argparse');
declareType(BooleanAction, booleanActionClass);

/** Formats of help, which are taken and make no difference. */
const FORMATTERS = [
  'HelpFormatter',
  'RawDescriptionHelpFormatter',
  'RawTextHelpFormatter',
  'ArgumentDefaultsHelpFormatter',
];

/** The module; the same for every run. */
export const argparseModule = new PyModule(
  'argparse',
  new Map<string, unknown>([
    ['ArgumentParser', parserClass],
    ['ArgumentTypeError', typeErrorClass],
    ['ArgumentError', argumentErrorClass],
    ['BooleanOptionalAction', booleanAction],
    ['Namespace', namespaceClass],
    ['SUPPRESS', SUPPRESS],
    ['REMAINDER', '...'],
    ['OPTIONAL', '?'],
    ['ZERO_OR_MORE', '*'],
    ['ONE_OR_MORE', '+'],
    ...FORMATTERS.map((name): [string, unknown] => [
      name,
      builtinClass(name, undefined, 'argparse'),
    ]),
  ]),
);
