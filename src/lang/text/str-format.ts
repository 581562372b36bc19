// `str.format`: replacement fields with automatic or manual numbers, attributes and items,
// conversions, and format specs that hold fields themselves (one level). What a field refers to is
// asked of the object protocol.
// Source: CPython 3.14 Objects/stringlib/unicode_format.h (MarkupIterator_next, parse_field,
// field_name_split, output_markup).

import { IndexError, KeyError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { reserve } from '../objects/limits.ts';
import { codePoints, escapeBeyondAscii } from './quote.ts';
import { decimalValue } from './unicode.ts';

/** A piece of a template: literal text, then a field unless `field` is null. */
interface Piece {
  readonly literal: string;
  readonly field: Field | null;
}

/** A replacement field as written. `conversion` is '' where there is none. */
interface Field {
  readonly name: string;
  readonly conversion: string;
  readonly spec: string;
}

/** What fields refer to. `args` is null in format_map, where positions are refused. */
export interface FormatArguments {
  readonly args: readonly unknown[] | null;
  /** The value of a name; undefined where there is none, unless it raises its own error. */
  readonly named: (name: string) => unknown;
}

/**
 * Splits a template into pieces, lazily: errors come when the pieces before have been formatted.
 */
class TemplateReader {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(template: string) {
    this.#characters = codePoints(template);
  }

  /** The next piece; null at the end. Throws ValueError. */
  next(): Piece | null {
    const characters = this.#characters;
    if (this.#at >= characters.length) return null;
    const start = this.#at;
    let c = '';
    while (this.#at < characters.length) {
      c = characters[this.#at++];
      if (c === '{' || c === '}') break;
    }
    const following = characters[this.#at];
    if (c === '}' && following !== '}') {
      throw new ValueError("Single '}' encountered in format string");
    }
    if (c === '{' && following === undefined) {
      throw new ValueError("Single '{' encountered in format string");
    }
    if (c !== '{' && c !== '}') return { literal: this.#text(start, this.#at), field: null };
    if (c === following) {
      const literal = this.#text(start, this.#at);
      this.#at++;
      return { literal, field: null };
    }
    return { literal: this.#text(start, this.#at - 1), field: this.#field() };
  }

  #text(start: number, end: number): string {
    return this.#characters.slice(start, end).join('');
  }

  #field(): Field {
    const start = this.#at;
    const end = this.#nameEnd();
    const name = this.#text(start, this.#at - 1);
    if (end === '}') return { name, conversion: '', spec: '' };
    if (end !== ':' && end !== '!') throw new ValueError("expected '}' before end of string");
    let conversion = '';
    if (end === '!') {
      if (this.#at >= this.#characters.length) {
        throw new ValueError('end of string while looking for conversion specifier');
      }
      conversion = this.#characters[this.#at++];
      const following = this.#characters[this.#at++];
      if (following === '}') return { name, conversion, spec: '' };
      if (following !== undefined && following !== ':') {
        throw new ValueError("expected ':' after conversion specifier");
      }
    }
    return { name, conversion, spec: this.#spec() };
  }

  /**
   * Goes behind the character that ends a field's name, and returns it ('' at the end of the text).
   */
  #nameEnd(): string {
    const characters = this.#characters;
    while (this.#at < characters.length) {
      const c = characters[this.#at++];
      if (c === '{') throw new ValueError("unexpected '{' in field name");
      if (c === '}' || c === ':' || c === '!') return c;
      if (c === '[') {
        while (this.#at < characters.length && characters[this.#at] !== ']') this.#at++;
      }
    }
    return '';
  }

  #spec(): string {
    const start = this.#at;
    let open = 1;
    while (this.#at < this.#characters.length) {
      const c = this.#characters[this.#at++];
      if (c === '{') open++;
      else if (c === '}' && --open === 0) return this.#text(start, this.#at - 1);
    }
    throw new ValueError("unmatched '{' in format spec");
  }
}

/** The number that `text` is; -1 where it is none. */
function fieldNumber(text: string): number {
  let value = 0;
  if (text === '') return -1;
  for (const character of text) {
    const digit = decimalValue(character.codePointAt(0) as number);
    if (digit < 0) return -1;
    value = value * 10 + digit;
    if (value > 9e18) throw new ValueError('Too many decimal digits in format string');
  }
  return value;
}

/** One step from an object to what a field names: `.name` or `[key]`. */
interface Step {
  readonly isAttribute: boolean;
  readonly name: string;
}

/** The steps after a field's first name, one by one; throws ValueError at the one that is wrong. */
function* stepsOf(rest: string): Generator<Step> {
  let at = 0;
  while (at < rest.length) {
    const isAttribute = rest[at] === '.';
    if (!isAttribute && rest[at] !== '[') {
      throw new ValueError("Only '.' or '[' may follow ']' in format field specifier");
    }
    const start = ++at;
    if (isAttribute) while (at < rest.length && rest[at] !== '.' && rest[at] !== '[') at++;
    else at = rest.indexOf(']', at);
    if (at < 0) throw new ValueError("Missing ']' in format string");
    const name = rest.slice(start, at);
    if (!isAttribute) at++;
    if (name === '') throw new ValueError('Empty attribute in format string');
    yield { isAttribute, name };
  }
}

/** Formats one template: knows how its fields are numbered so far. */
class Formatter {
  readonly #run: Interpreter;
  readonly #source: FormatArguments;
  #numbering: 'open' | 'automatic' | 'manual' = 'open';
  #nextNumber = 0;

  constructor(run: Interpreter, source: FormatArguments) {
    this.#run = run;
    this.#source = source;
  }

  build(template: string, depth: number): string {
    if (depth === 0) throw new ValueError('Max string recursion exceeded');
    const reader = new TemplateReader(template);
    let result = '';
    for (let piece = reader.next(); piece !== null; piece = reader.next()) {
      result += piece.literal;
      if (piece.field !== null) result += this.#replace(piece.field, depth);
      if (result.length > this.#run.limits.collection) reserve(this.#run, result.length);
    }
    return result;
  }

  #replace(field: Field, depth: number): string {
    const value = this.#convert(this.#lookUp(field.name), field.conversion);
    const { spec } = field;
    const expanded = spec.includes('{') ? this.build(spec, depth - 1) : spec;
    return this.#run.objects.format(this.#run, value, expanded);
  }

  #convert(value: unknown, conversion: string): unknown {
    switch (conversion) {
      case '':
        return value;
      case 'r':
        return this.#run.objects.repr(this.#run, value);
      case 's':
        return this.#run.objects.str(this.#run, value);
      case 'a':
        return escapeBeyondAscii(this.#run.objects.repr(this.#run, value));
    }
    const code = conversion.codePointAt(0) as number;
    const shown = code > 32 && code < 127 ? conversion : `\\x${code.toString(16)}`;
    throw new ValueError(`Unknown conversion specifier ${shown}`);
  }

  #lookUp(name: string): unknown {
    const cut = name.search(/[.[]/);
    const first = cut < 0 ? name : name.slice(0, cut);
    let value = this.#first(first);
    if (cut < 0) return value;
    const { objects } = this.#run;
    for (const step of stepsOf(name.slice(cut))) {
      if (step.isAttribute) value = objects.getAttribute(this.#run, value, step.name);
      else {
        const number = fieldNumber(step.name);
        value = objects.getItem(this.#run, value, number < 0 ? step.name : number);
      }
    }
    return value;
  }

  #first(name: string): unknown {
    let number = fieldNumber(name);
    if (number < 0 && name !== '') {
      const value = this.#source.named(name);
      if (value === undefined) throw new KeyError(name);
      return value;
    }
    const kind = name === '' ? 'automatic' : 'manual';
    if (this.#numbering === 'open') this.#numbering = kind;
    if (this.#numbering !== kind) {
      throw new ValueError(
        kind === 'automatic'
          ? 'cannot switch from manual field specification to automatic field numbering'
          : 'cannot switch from automatic field numbering to manual field specification',
      );
    }
    if (kind === 'automatic') number = this.#nextNumber++;
    const { args } = this.#source;
    if (args === null) throw new ValueError('Format string contains positional fields');
    if (number >= args.length) {
      throw new IndexError(`Replacement index ${number} out of range for positional args tuple`);
    }
    return args[number];
  }
}

/**
 * `template.format(*args, **keywords)`. Throws ValueError, KeyError, IndexError with CPython's
 * messages, and whatever the objects raise.
 */
export function formatTemplate(
  run: Interpreter,
  template: string,
  source: FormatArguments,
): string {
  return new Formatter(run, source).build(template, 2);
}
