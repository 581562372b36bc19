// A parser of command lines as data: its arguments and groups, and how a line is read by them.
// Options take what follows them; the other words are shared out among the positional arguments,
// each as many as leave enough for the rest.
// Source: CPython 3.14 Lib/argparse.py (ArgumentParser._parse_known_args).

import { PyTypeError, ValueError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { contains } from '../../objects/membership.ts';
import { invoke } from '../../objects/native-class.ts';
import { isOfClass } from '../../objects/type-of.ts';
import { Instance, type PyClass } from '../../values.ts';
import { type Argument, type Count, type Exclusive, nameOf } from './arguments.ts';

export interface Group {
  readonly title: string;
  readonly members: Argument[];
}

/** An ArgumentParser of the program. */
export class Parser extends Instance {
  prog = '';
  usage: string | null = null;
  description: string | null = null;
  epilog: string | null = null;
  /** Of a subparser: what the help of the whole says of it. */
  help: string | null = null;
  /** In the order in which they were added. */
  readonly all: Argument[] = [];
  readonly optionals: Argument[] = [];
  readonly positionals: Argument[] = [];
  readonly exclusives: Exclusive[] = [];
  readonly groups: Group[] = [];
  readonly defaults = new Map<string, unknown>();

  groupOf(argument: Argument): Group | null {
    return this.groups.find(({ members }) => members.includes(argument)) ?? null;
  }

  add(argument: Argument): void {
    this.all.push(argument);
    (argument.flags.length > 0 ? this.optionals : this.positionals).push(argument);
  }
}

/** What is wrong with a line, for `error`. */
export class ParseError {
  readonly message: string;

  constructor(message: string, argument: Argument | null = null) {
    this.message = argument === null ? message : `argument ${nameOf(argument)}: ${message}`;
  }
}

const fewest = (count: Count): number =>
  count === null || count === '+' || count === 'A...' ? 1 : typeof count === 'number' ? count : 0;
const most = (count: Count): number =>
  count === null || count === '?'
    ? 1
    : typeof count === 'number'
      ? count
      : Number.POSITIVE_INFINITY;

/** Reads one line by a parser; `attributes` are those of the namespace. */
export class LineReader {
  readonly #run: Interpreter;
  readonly #parser: Parser;
  readonly #namespace: Instance;
  readonly #typeErrorClass: PyClass;
  readonly #seen = new Set<Argument>();
  readonly #words: string[] = [];
  readonly unknown: string[] = [];

  constructor(run: Interpreter, parser: Parser, namespace: Instance, typeErrorClass: PyClass) {
    this.#run = run;
    this.#parser = parser;
    this.#namespace = namespace;
    this.#typeErrorClass = typeErrorClass;
  }

  /** Throws ParseError. */
  read(line: readonly string[]): void {
    const { all, positionals, defaults } = this.#parser;
    const { attributes } = this.#namespace;
    for (const { dest, fallback } of all.filter(isStored)) {
      if (fallback !== undefined && !attributes.has(dest)) attributes.set(dest, fallback);
    }
    for (const [name, value] of defaults) if (!attributes.has(name)) attributes.set(name, value);
    const before = positionals.findIndex(({ count }) => count === 'A...');
    for (let i = 0; i < line.length; ) {
      if (before >= 0 && this.#words.length >= before && !this.#isOption(line[i])) {
        this.#words.push(...line.slice(i));
        break;
      }
      i = this.#step(line, i);
    }
    this.#shareOut();
    this.#checkRequired();
    this.#convertDefaults();
  }

  #isOption(word: string): boolean {
    if (!word.startsWith('-') || word === '-') return false;
    if (this.#parser.optionals.some(({ flags }) => flags.includes(word))) return true;
    return !/^-(?:\d+|\d*\.\d+)$/.test(word) && !word.includes(' ');
  }

  #step(line: readonly string[], at: number): number {
    const word = line[at];
    if (word === '--') {
      this.#words.push(...line.slice(at + 1));
      return line.length;
    }
    if (!this.#isOption(word)) {
      this.#words.push(word);
      return at + 1;
    }
    const found = this.#find(word);
    if (found === null) {
      this.unknown.push(word);
      return at + 1;
    }
    const { argument, flag, value, rest } = found;
    if (argument.count === 0) {
      if (value !== null)
        throw new ParseError(`ignored explicit argument ${this.#shown(value)}`, argument);
      this.#take(argument, [], flag);
      return rest === null
        ? at + 1
        : this.#step([...line.slice(0, at), rest, ...line.slice(at + 1)], at);
    }
    const values = value === null ? [] : [value];
    let next = at + 1;
    while (value === null && values.length < most(argument.count) && next < line.length) {
      if (this.#isOption(line[next]) || line[next] === '--') break;
      values.push(line[next++]);
    }
    if (values.length < fewest(argument.count)) throw tooFew(argument);
    this.#take(argument, values, flag);
    return next;
  }

  #shown(value: unknown): string {
    return this.#run.objects.repr(this.#run, value);
  }

  /** The option that a word names, with a value that it brings along. */
  #find(
    word: string,
  ): { argument: Argument; flag: string; value: string | null; rest: string | null } | null {
    const { optionals } = this.#parser;
    const named = (flag: string): Argument | undefined =>
      optionals.find(({ flags }) => flags.includes(flag));
    const whole = named(word);
    if (whole !== undefined) return { argument: whole, flag: word, value: null, rest: null };
    const mark = word.indexOf('=');
    const head = mark < 0 ? word : word.slice(0, mark);
    const value = mark < 0 ? null : word.slice(mark + 1);
    const exact = mark < 0 ? undefined : named(head);
    if (exact !== undefined) return { argument: exact, flag: head, value, rest: null };
    if (word.startsWith('--')) {
      const all = optionals.flatMap(({ flags }) => flags).filter((flag) => flag.startsWith(head));
      if (all.length > 1) {
        throw new ParseError(`ambiguous option: ${word} could match ${all.join(', ')}`);
      }
      const only = all.length === 1 ? named(all[0]) : undefined;
      return only === undefined ? null : { argument: only, flag: all[0], value, rest: null };
    }
    const short = named(word.slice(0, 2));
    if (short === undefined) return null;
    const tail = word.slice(2);
    if (short.count === 0)
      return { argument: short, flag: word.slice(0, 2), value: null, rest: `-${tail}` };
    return { argument: short, flag: word.slice(0, 2), value: tail.replace(/^=/, ''), rest: null };
  }

  /** Gives the words to the positional arguments; those that are left are unknown. */
  #shareOut(): void {
    const { positionals } = this.#parser;
    let words = this.#words;
    positionals.forEach((argument, place) => {
      const later = positionals.slice(place + 1).reduce((sum, { count }) => sum + fewest(count), 0);
      const room = Math.max(words.length - later, Math.min(words.length, fewest(argument.count)));
      const own = words.slice(0, Math.min(room, most(argument.count)));
      if (own.length < fewest(argument.count)) return;
      words = words.slice(own.length);
      if (own.length > 0 || !argument.isRequired) this.#take(argument, own, '');
    });
    this.unknown.push(...words);
  }

  #convert(argument: Argument, word: unknown): unknown {
    const { type } = argument;
    if (type === null) return word;
    try {
      return this.#run.call(type, [word]);
    } catch (error) {
      if (isOfClass(error, this.#typeErrorClass)) {
        throw new ParseError(this.#run.objects.str(this.#run, error), argument);
      }
      if (!(error instanceof PyTypeError || error instanceof ValueError)) throw error;
      const name = this.#run.objects.getAttribute(this.#run, type, '__name__');
      throw new ParseError(`invalid ${String(name)} value: ${this.#shown(word)}`, argument);
    }
  }

  #checked(argument: Argument, word: string): unknown {
    const value = this.#convert(argument, word);
    const { choices } = argument;
    if (choices === null || contains(this.#run, choices, value)) return value;
    const all = choices.map((each) => this.#run.objects.str(this.#run, each)).join(', ');
    throw new ParseError(`invalid choice: ${this.#shown(value)} (choose from ${all})`, argument);
  }

  #take(argument: Argument, words: readonly string[], flag: string): void {
    this.#checkExclusive(argument);
    if (argument.count === 'A...') {
      this.#takeSubcommand(argument, words);
      return;
    }
    const { attributes } = this.#namespace;
    const { count, dest, constant, fallback } = argument;
    const isSingle = count === null || count === '?';
    const values = words.map((word) => this.#checked(argument, word));
    const none = argument.flags.length > 0 ? constant : fallback;
    const emptyValue = argument.flags.length === 0 && fallback !== null ? fallback : [];
    const several = words.length > 0 ? values : emptyValue;
    const value = isSingle ? (words.length > 0 ? values[0] : none) : several;
    if (argument.flags.length > 0 || words.length > 0) this.#seen.add(argument);
    const list = (): unknown[] => [...((attributes.get(dest) as unknown[] | null) ?? [])];
    switch (argument.action) {
      case 'help':
        invoke(this.#run, this.#parser, 'print_help', []);
        invoke(this.#run, this.#parser, 'exit', []);
        return;
      case 'version': {
        const text = (argument.version ?? '').replaceAll('%(prog)s', this.#parser.prog);
        this.#run.write('stdout', `${text}\n`);
        invoke(this.#run, this.#parser, 'exit', []);
        return;
      }
      case 'count':
        attributes.set(dest, Number(attributes.get(dest) ?? 0) + 1);
        return;
      case 'append':
        attributes.set(dest, [...list(), value]);
        return;
      case 'extend':
        attributes.set(dest, [...list(), ...(value as unknown[])]);
        return;
      case 'append_const':
        attributes.set(dest, [...list(), constant]);
        return;
      case 'boolean':
        attributes.set(dest, !flag.startsWith('--no-'));
        return;
      case 'store':
        attributes.set(dest, value);
        return;
      default:
        attributes.set(dest, constant);
    }
  }

  #takeSubcommand(argument: Argument, [name, ...rest]: readonly string[]): void {
    const parsers = argument.parsers as Map<string, Parser>;
    const parser = parsers.get(name);
    this.#seen.add(argument);
    if (parser === undefined) {
      const all = [...parsers.keys()].join(', ');
      throw new ParseError(`invalid choice: ${this.#shown(name)} (choose from ${all})`, argument);
    }
    if (argument.dest !== '') this.#namespace.attributes.set(argument.dest, name);
    const inner = new LineReader(this.#run, parser, this.#namespace, this.#typeErrorClass);
    try {
      inner.read(rest);
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      invoke(this.#run, parser, 'error', [error.message]);
    }
    this.unknown.push(...inner.unknown);
  }

  #checkExclusive(argument: Argument): void {
    for (const { members } of this.#parser.exclusives) {
      const other = members.find((each) => each !== argument && this.#seen.has(each));
      if (members.includes(argument) && other !== undefined) {
        throw new ParseError(`not allowed with argument ${nameOf(other)}`, argument);
      }
    }
  }

  #checkRequired(): void {
    const { all, exclusives } = this.#parser;
    const missing = all.filter((each) => each.isRequired && !this.#seen.has(each));
    if (missing.length > 0) {
      throw new ParseError(
        `the following arguments are required: ${missing.map(nameOf).join(', ')}`,
      );
    }
    for (const { members, isRequired } of exclusives) {
      if (!isRequired || members.some((each) => this.#seen.has(each))) continue;
      throw new ParseError(`one of the arguments ${members.map(nameOf).join(' ')} is required`);
    }
  }

  /** A default that is a text is read as a value of the line would be. */
  #convertDefaults(): void {
    const { attributes } = this.#namespace;
    for (const each of this.#parser.all) {
      const isText =
        typeof each.fallback === 'string' && attributes.get(each.dest) === each.fallback;
      if (isText && !this.#seen.has(each))
        attributes.set(each.dest, this.#convert(each, each.fallback));
    }
  }
}

function isStored({ action, dest }: Argument): boolean {
  return action !== 'help' && action !== 'version' && dest !== '';
}

function tooFew(argument: Argument): ParseError {
  const { count } = argument;
  if (count === null) return new ParseError('expected one argument', argument);
  if (count === '+') return new ParseError('expected at least one argument', argument);
  const many = `${String(count)} argument${count === 1 ? '' : 's'}`;
  return new ParseError(`expected ${many}`, argument);
}
