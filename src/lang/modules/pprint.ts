// Module `pprint`: values on one line where they fit, else one item a line; texts are split between
// words. Lists, tuples, dicts, sets, texts and dataclasses are laid out; a collection of module
// collections that does not fit into its line is refused.
// Source: CPython 3.14 Lib/pprint.py.

import { NotImplementedError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { getAttribute } from '../objects/attributes.ts';
import { lessThan } from '../objects/compare.ts';
import { Dict } from '../objects/dict.ts';
import { toArray } from '../objects/iteration.ts';
import { invoke } from '../objects/native-class.ts';
import { PySet } from '../objects/set.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { truthy } from '../objects/truth.ts';
import { typeOf } from '../objects/type-of.ts';
import { lengthOf, quote } from '../text/quote.ts';
import { Instance, PyModule, Tuple } from '../values.ts';

const OPTIONS =
  'indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False';

interface Options {
  readonly indent: number;
  readonly width: number;
  readonly depth: number | null;
  readonly isCompact: boolean;
  readonly sortsDicts: boolean;
  readonly underscores: boolean;
}

function optionsOf(run: Interpreter, given: readonly unknown[]): Options {
  const [indent, width, depth, compact, sorts, underscores] = given;
  const [steps, columns] = [Number(indent), Number(width)];
  if (steps < 0) throw new ValueError('indent must be >= 0');
  if (depth !== null && Number(depth) <= 0) throw new ValueError('depth must be > 0');
  if (columns === 0) throw new ValueError('width must be != 0');
  return {
    indent: steps,
    width: columns,
    depth: depth === null ? null : Number(depth),
    isCompact: truthy(run, compact),
    sortsDicts: truthy(run, sorts),
    underscores: truthy(run, underscores),
  };
}

type Pair = readonly [key: unknown, value: unknown];

/** One value laid out. `room` is what follows it on its last line, as far as brackets go. */
class Layout {
  readonly #run: Interpreter;
  readonly #options: Options;
  readonly #entered = new Set<unknown>();

  constructor(run: Interpreter, options: Options) {
    this.#run = run;
    this.#options = options;
  }

  /** `value` as text that begins in column `indent`. */
  text(value: unknown, indent: number, allowance: number, level: number): string {
    if (this.#entered.has(value)) {
      const name = typeOf(value).name;
      return `<Recursion on ${name} with id=${this.#run.addresses.of(value)}>`;
    }
    const line = this.#line(value, level);
    if (lengthOf(line) <= this.#options.width - indent - allowance) return line;
    const isHeld = typeof value === 'object' && value !== null;
    if (isHeld) this.#entered.add(value);
    try {
      return this.#laidOut(value, line, indent, allowance, level + 1);
    } finally {
      if (isHeld) this.#entered.delete(value);
    }
  }

  #laidOut(value: unknown, line: string, indent: number, allowance: number, level: number): string {
    if (this.#options.depth !== null && level > this.#options.depth) return line;
    const cls = typeOf(value);
    if (typeof value === 'string') return this.#splitText(value, indent, allowance, level);
    if (value instanceof Instance) return this.#instance(value, line, indent, allowance, level);
    if (cls.module === 'collections') {
      throw new NotImplementedError(`pprint of a long '${cls.name}' is not supported`);
    }
    if (cls.module !== 'builtins') return line;
    if (value instanceof Dict) return this.#dict(value, indent, allowance, level);
    if (Array.isArray(value)) return this.#items(value, '[', ']', indent, allowance, level);
    if (value instanceof Tuple) {
      const end = value.items.length === 1 ? ',)' : ')';
      return this.#items(value.items, '(', end, indent, allowance, level);
    }
    return value instanceof PySet ? this.#set(value, line, indent, allowance, level) : line;
  }

  #set(value: PySet, line: string, indent: number, allowance: number, level: number): string {
    if (value.size === 0) return line;
    const begin = value.frozen ? 'frozenset({' : '{';
    const end = value.frozen ? '})' : '}';
    const inner = value.frozen ? indent + 'frozenset('.length : indent;
    const members = this.#inOrder([...value.members()], (each) => each);
    return this.#items(members, begin, end, inner, allowance, level);
  }

  /** Ordered as they compare, else by class and address. */
  #inOrder<T>(items: readonly T[], keyOf: (item: T) => unknown): T[] {
    const before = (a: unknown, b: unknown): boolean => {
      try {
        return lessThan(this.#run, a, b);
      } catch {
        return typeOf(a).name < typeOf(b).name;
      }
    };
    return [...items].sort((a, b) => {
      if (before(keyOf(a), keyOf(b))) return -1;
      return before(keyOf(b), keyOf(a)) ? 1 : 0;
    });
  }

  #dict(value: Dict, indent: number, allowance: number, level: number): string {
    const pairs = this.#pairs(value);
    const body = this.#pairTexts(
      pairs.map(([key, item]) => [`${this.#line(key, level)}: `, item] as const),
      indent + this.#options.indent,
      allowance + 1,
      level,
    );
    return `{${' '.repeat(Math.max(this.#options.indent - 1, 0))}${body}}`;
  }

  #pairs(value: Dict): Pair[] {
    const pairs = [...value.entries()].map(({ key, value: item }): Pair => [key, item]);
    return this.#options.sortsDicts ? this.#inOrder(pairs, ([key]) => key) : pairs;
  }

  #pairTexts(
    pairs: readonly (readonly [label: string, item: unknown])[],
    indent: number,
    allowance: number,
    level: number,
  ): string {
    return pairs
      .map(([label, item], index) => {
        const room = index === pairs.length - 1 ? allowance : 1;
        return label + this.text(item, indent + lengthOf(label), room, level);
      })
      .join(`,\n${' '.repeat(indent)}`);
  }

  #items(
    items: readonly unknown[],
    begin: string,
    end: string,
    at: number,
    allowance: number,
    level: number,
  ): string {
    const { indent, width, isCompact } = this.#options;
    const column = at + indent;
    const newLine = `,\n${' '.repeat(column)}`;
    let text = begin + ' '.repeat(Math.max(indent - 1, 0));
    let separator = '';
    let room = width - column + 1;
    let most = room;
    for (const [index, item] of items.entries()) {
      const isLast = index === items.length - 1;
      if (isLast) {
        most -= allowance + end.length;
        room -= allowance + end.length;
      }
      if (isCompact) {
        const line = this.#line(item, level);
        const size = lengthOf(line) + 2;
        if (room < size) {
          room = most;
          if (separator !== '') separator = newLine;
        }
        if (room >= size) {
          room -= size;
          text += separator + line;
          separator = ', ';
          continue;
        }
      }
      text += separator + this.text(item, column, isLast ? allowance + end.length : 1, level);
      separator = newLine;
    }
    return text + end;
  }

  /** A dataclass whose repr is the one that it was given, field by field. */
  #instance(value: Instance, line: string, indent: number, allowance: number, level: number) {
    const method = value.cls.lookup('__repr__');
    const fields = value.cls.lookup('__dataclass_fields__');
    if (!(method instanceof LibraryFunction) || !(fields instanceof Dict)) return line;
    const { name } = value.cls;
    const shown = [...fields.entries()].filter(({ value: field }) =>
      truthy(this.#run, getAttribute(this.#run, field, 'repr')),
    );
    const pairs = shown.map(({ key }) => {
      const item = getAttribute(this.#run, value, key as string);
      return [`${key}=`, item] as const;
    });
    const column = indent + name.length + 1;
    return `${name}(${this.#pairTexts(pairs, column, allowance + 1, level)})`;
  }

  /** A text between whose words lines end: pieces in brackets, or without where it is the whole. */
  #splitText(text: string, at: number, room: number, level: number): string {
    const indent = level === 1 ? at + 1 : at;
    const allowance = level === 1 ? room + 1 : room;
    const lines = invoke(this.#run, text, 'splitlines', [true]) as string[];
    const pieces: string[] = [];
    let most = this.#options.width - indent;
    for (const [index, line] of lines.entries()) {
      const isLast = index === lines.length - 1;
      if (isLast) most -= allowance;
      if (lengthOf(quote(line)) <= most) pieces.push(quote(line));
      else pieces.push(...this.#splitLine(line, indent, isLast ? allowance : 0));
    }
    if (pieces.length === 1) return pieces[0];
    const joined = pieces.join(`\n${' '.repeat(indent)}`);
    return level === 1 ? `(${joined})` : joined;
  }

  #splitLine(line: string, indent: number, allowance: number): string[] {
    const parts = line.match(/\S*\s*/gu)!.filter((part) => part !== '');
    const pieces: string[] = [];
    let current = '';
    for (const [index, part] of parts.entries()) {
      const room = this.#options.width - indent - (index === parts.length - 1 ? allowance : 0);
      if (lengthOf(quote(current + part)) > room) {
        if (current !== '') pieces.push(quote(current));
        current = part;
      } else current += part;
    }
    if (current !== '') pieces.push(quote(current));
    return pieces;
  }

  /** A value on one line. */
  #line(value: unknown, level: number): string {
    const { depth, underscores } = this.#options;
    if (underscores && typeof value === 'number')
      return this.#run.objects.format(this.#run, value, '_d');
    const isPlain = typeOf(value).module === 'builtins';
    const isDict = value instanceof Dict && isPlain;
    const isList = (Array.isArray(value) || value instanceof Tuple) && isPlain;
    if (!isDict && !isList) return this.#run.objects.repr(this.#run, value);
    const items = isDict ? [] : toArray(this.#run, value);
    const isEmpty = isDict ? value.size === 0 : items.length === 0;
    const [begin, end] = isDict ? '{}' : Array.isArray(value) ? '[]' : '()';
    if (!isEmpty && depth !== null && level >= depth) return `${begin}...${end}`;
    if (this.#entered.has(value)) return this.text(value, 0, 0, level);
    this.#entered.add(value);
    try {
      const inner = (each: unknown): string =>
        this.#entered.has(each) ? this.text(each, 0, 0, level) : this.#line(each, level + 1);
      const texts = isDict
        ? this.#pairs(value).map(([key, item]) => `${inner(key)}: ${inner(item)}`)
        : items.map(inner);
      const comma = value instanceof Tuple && items.length === 1 ? ',' : '';
      return `${begin}${texts.join(', ')}${comma}${end}`;
    } finally {
      this.#entered.delete(value);
    }
  }
}

function laidOut(run: Interpreter, value: unknown, options: Options): string {
  const text = new Layout(run, options).text(value, 0, 0, 0);
  run.charge(text.length);
  return text;
}

function print(run: Interpreter, stream: unknown, text: string): null {
  if (stream === null) run.write('stdout', `${text}\n`);
  else invoke(run, stream, 'write', [`${text}\n`]);
  return null;
}

const functions: readonly LibraryFunction[] = [
  new LibraryFunction(
    `pprint(object, stream=None, ${OPTIONS})`,
    (run, object: unknown, stream: unknown, ...given: unknown[]) =>
      print(run, stream, laidOut(run, object, optionsOf(run, given))),
  ),
  new LibraryFunction(
    `pp(object, stream=None, ${OPTIONS.replace('sort_dicts=True', 'sort_dicts=False')})`,
    (run, object: unknown, stream: unknown, ...given: unknown[]) =>
      print(run, stream, laidOut(run, object, optionsOf(run, given))),
  ),
  new LibraryFunction(`pformat(object, ${OPTIONS})`, (run, object: unknown, ...given: unknown[]) =>
    laidOut(run, object, optionsOf(run, given)),
  ),
];

/** The module; the same for every run. */
export const pprintModule = new PyModule(
  'pprint',
  new Map(functions.map((each): [string, unknown] => [each.name, each])),
);
