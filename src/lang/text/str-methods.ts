// The methods of class str. Here: joining, padding, translating and formatting, and the list of
// them all; the others are in str-search.ts, str-splits.ts and str-classes.ts. `encode` is left
// out: there are no bytes.
// Source: CPython Objects/unicodeobject.c.

import { LookupError, OverflowError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { reserve } from '../objects/limits.ts';
import { Builtin, plainText } from '../values.ts';
import { chargeText, sizeArgument, textArgument } from './arguments.ts';
import { codePoints, lengthOf } from './quote.ts';
import { classMethods } from './str-classes.ts';
import { formatTemplate } from './str-format.ts';
import { searchMethods } from './str-search.ts';
import { splitMethods } from './str-splits.ts';

const join = new Builtin(
  'join(self, iterable, /)',
  (run: Interpreter, self: string, iterable: unknown) => {
    const { objects } = run;
    const parts: string[] = [];
    let size = 0;
    for (const each of objects.sequence(run, iterable, 'can only join an iterable')) {
      const item = plainText(each);
      if (typeof item !== 'string') {
        throw new PyTypeError(
          `sequence item ${parts.length}: expected str instance, ` +
            `${objects.typeName(item)} found`,
        );
      }
      size += item.length + (parts.length > 0 ? self.length : 0);
      parts.push(item);
    }
    reserve(run, size);
    return parts.join(self);
  },
);

/** `self` padded to `width` code points; `split` says how many of the missing go to the left. */
function padder(method: string, split: (missing: number, width: number) => number): Builtin {
  return new Builtin(
    `${method}(self, width, fillchar=' ', /)`,
    (run: Interpreter, self: string, widthValue: unknown, fill: unknown) => {
      const width = sizeArgument(run, widthValue);
      if (typeof fill !== 'string') {
        throw new PyTypeError(
          `The fill character must be a unicode character, not ${run.objects.typeName(fill)}`,
        );
      }
      if (lengthOf(fill) !== 1) {
        throw new PyTypeError('The fill character must be exactly one character long');
      }
      const missing = width - lengthOf(self);
      if (missing <= 0) return self;
      reserve(run, width);
      const left = split(missing, width);
      return fill.repeat(left) + self + fill.repeat(missing - left);
    },
  );
}

const zfill = new Builtin(
  'zfill(self, width, /)',
  (run: Interpreter, self: string, value: unknown) => {
    const width = sizeArgument(run, value);
    const missing = width - lengthOf(self);
    if (missing <= 0) return self;
    reserve(run, width);
    const signed = self.startsWith('+') || self.startsWith('-');
    const sign = signed ? self.charAt(0) : '';
    return sign + '0'.repeat(missing) + self.slice(sign.length);
  },
);

const expandtabs = new Builtin(
  'expandtabs(self, /, tabsize=8)',
  (run: Interpreter, self: string, value: unknown) => {
    const size = run.objects.index(run, value);
    if (size > 0x7fffffff || size < -0x80000000) {
      throw new OverflowError('Python int too large to convert to C int');
    }
    chargeText(run, self);
    let column = 0;
    let length = 0;
    const parts: string[] = [];
    for (const character of self) {
      if (character !== '\t') {
        column = character === '\n' || character === '\r' ? 0 : column + 1;
        parts.push(character);
        length++;
      } else if (size > 0) {
        const spaces = Number(size) - (column % Number(size));
        length += spaces;
        reserve(run, length);
        column += spaces;
        parts.push(' '.repeat(spaces));
      }
    }
    return parts.join('');
  },
);

/** What a translate table has for a character: a text, or undefined for the character itself. */
function translated(run: Interpreter, table: unknown, character: string): string | undefined {
  let found: unknown;
  try {
    found = run.objects.getItem(run, table, character.codePointAt(0));
  } catch (error) {
    if (error instanceof LookupError) return undefined;
    throw error;
  }
  if (found === null) return '';
  if (typeof found === 'string') return found;
  const code = typeof found === 'boolean' ? Number(found) : found;
  if (typeof code !== 'number' && typeof code !== 'bigint') {
    throw new PyTypeError('character mapping must return integer, None or str');
  }
  if (code < 0 || code > 0x10ffff) {
    throw new ValueError('character mapping must be in range(0x110000)');
  }
  return String.fromCodePoint(Number(code));
}

const translate = new Builtin(
  'translate(self, table, /)',
  (run: Interpreter, self: string, table: unknown) => {
    const seen = new Map<string, string>();
    const parts: string[] = [];
    let size = 0;
    for (const character of self) {
      let text = seen.get(character);
      if (text === undefined) {
        text = translated(run, table, character) ?? character;
        seen.set(character, text);
      }
      size += text.length;
      if (size > run.limits.collection) reserve(run, size);
      parts.push(text);
    }
    run.charge(parts.length);
    return parts.join('');
  },
);

function tableFromDict(run: Interpreter, dict: unknown): unknown {
  const { objects } = run;
  if (objects.typeName(dict) !== 'dict') {
    throw new PyTypeError('if you give only one argument to maketrans it must be a dict');
  }
  const pairs: [unknown, unknown][] = [];
  for (const key of objects.iterate(run, dict)) {
    const value = objects.getItem(run, dict, key);
    if (typeof key === 'string') {
      if (lengthOf(key) !== 1) {
        throw new ValueError('string keys in translate table must be of length 1');
      }
      pairs.push([key.codePointAt(0), value]);
    } else if (typeof key === 'number' || typeof key === 'bigint' || typeof key === 'boolean') {
      pairs.push([key, value]);
    } else {
      throw new PyTypeError('keys in translate table must be strings or integers');
    }
  }
  return objects.newDict(run, pairs);
}

const maketrans = new Builtin(
  'maketrans(x, y=..., z=..., /)',
  (run: Interpreter, x: unknown, y: unknown, z: unknown) => {
    if (y === undefined) return tableFromDict(run, x);
    const to = textArgument(run, y, 'maketrans', 2);
    const removed = z === undefined ? '' : textArgument(run, z, 'maketrans', 3);
    if (typeof x !== 'string') {
      throw new PyTypeError(
        'first maketrans argument must be a string if there is a second argument',
      );
    }
    const sources = codePoints(x);
    const targets = codePoints(to);
    if (sources.length !== targets.length) {
      throw new ValueError('the first two maketrans arguments must have equal length');
    }
    const pairs: [unknown, unknown][] = sources.map((source, index) => [
      source.codePointAt(0),
      targets[index].codePointAt(0),
    ]);
    for (const character of codePoints(removed)) pairs.push([character.codePointAt(0), null]);
    return run.objects.newDict(run, pairs);
  },
);

const format = new Builtin(
  'format(self, /, *args, **kwargs)',
  (
    run: Interpreter,
    self: string,
    args: readonly unknown[],
    keywords: ReadonlyMap<string, unknown> | null,
  ) => {
    chargeText(run, self);
    return formatTemplate(run, self, { args, named: (name) => keywords?.get(name) });
  },
);

const formatMap = new Builtin(
  'format_map(self, mapping, /)',
  (run: Interpreter, self: string, mapping: unknown) => {
    chargeText(run, self);
    return formatTemplate(run, self, {
      args: null,
      named: (name) => run.objects.getItem(run, mapping, name),
    });
  },
);

/** The methods of class str: each takes the interpreter, then `self`. */
export const strMethods: readonly Builtin[] = [
  join,
  // CPython gives the odd blank to the left where the width is odd as well.
  padder('center', (missing, width) => (missing >> 1) + (missing & width & 1)),
  padder('ljust', () => 0),
  padder('rjust', (missing) => missing),
  zfill,
  expandtabs,
  translate,
  format,
  formatMap,
  ...searchMethods,
  ...splitMethods,
  ...classMethods,
];

/** The static methods of class str: they take the interpreter, but no `self`. */
export const strStaticMethods: readonly Builtin[] = [maketrans];
