// The methods of bytes and bytearray that make other values of them: join, translate, hex, decode,
// and the operators + * % as methods, to which the operators go.
// Source: CPython Objects/bytesobject.c, Objects/bytearrayobject.c, Python/pystrhex.c; 3.14's
// messages.

import { IndexError, OverflowError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { ClassMethod, StaticMethod } from '../objects/descriptors.ts';
import { indexOrUndefined } from '../objects/index-of.ts';
import { toSequence } from '../objects/iteration.ts';
import { reserve } from '../objects/limits.ts';
import { length } from '../objects/membership.ts';
import { specialOf } from '../objects/special.ts';
import { typeName } from '../objects/type-of.ts';
import { shownTypeName, sizeArgument } from '../text/arguments.ts';
import { Builtin, notImplemented, type PyClass } from '../values.ts';
import { codingArgument, decode } from './codecs.ts';
import { formatOctets } from './octet-percent.ts';
import { alike, Bytes, type OctetString, Octets, octetsArgument } from './octets.ts';

function joiner(): Builtin {
  return new Builtin(
    'join(self, iterable, /)',
    (run: Interpreter, self: OctetString, iterable: unknown) => {
      const items = toSequence(run, iterable, 'can only join an iterable');
      const parts = items.map((item, place) => {
        if (item instanceof Octets) return item.text;
        throw new PyTypeError(
          `sequence item ${place}: expected a bytes-like object, ${typeName(item)} found`,
        );
      });
      const size = parts.reduce((sum, part) => sum + part.length, 0);
      reserve(run, size + self.size * Math.max(0, parts.length - 1));
      return alike(self, parts.join(self.text));
    },
  );
}

function translator(): Builtin {
  return new Builtin(
    'translate(self, table, /, delete=...)',
    (run: Interpreter, self: OctetString, table: unknown, gone: unknown) => {
      const map = table === null ? null : octetsArgument(table);
      if (map !== null && map.length !== 256) {
        throw new ValueError('translation table must be 256 characters long');
      }
      const removed = gone === undefined ? '' : octetsArgument(gone);
      run.charge(self.size);
      let text = '';
      for (const octet of self.text) {
        if (!removed.includes(octet)) text += map === null ? octet : map[octet.charCodeAt(0)];
      }
      return alike(self, text);
    },
  );
}

const maketrans = new Builtin('maketrans(frm, to, /)', (_run, from: unknown, to: unknown) => {
  const [sources, targets] = [octetsArgument(from), octetsArgument(to)];
  if (sources.length !== targets.length) {
    throw new ValueError('maketrans arguments must have same length');
  }
  const map = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));
  for (let i = 0; i < sources.length; i++) map[sources.charCodeAt(i)] = targets[i];
  return new Bytes(map.join(''));
});

/** What stands between the digits. Throws TypeError, ValueError. */
function separatorOf(run: Interpreter, value: unknown): string {
  if (value === undefined) return '';
  const isText = typeof value === 'string';
  if (length(run, value) !== 1) throw new ValueError('sep must be length 1.');
  if (!isText && !(value instanceof Bytes)) throw new PyTypeError('sep must be str or bytes.');
  const text = isText ? value : value.text;
  if (text.charCodeAt(0) > 127) throw new ValueError('sep must be ASCII.');
  return text;
}

/** `value.hex(sep, bytes_per_sep)`: groups are counted from the right, or from the left. */
export function hexOf(run: Interpreter, text: string, sep?: unknown, every?: unknown): string {
  const separator = separatorOf(run, sep);
  const size = every === undefined ? 1 : sizeArgument(run, every);
  reserve(run, text.length * 2);
  const digits = Array.from(text, (each) => each.charCodeAt(0).toString(16).padStart(2, '0'));
  if (separator === '' || size === 0) return digits.join('');
  const group = Math.abs(size);
  const groups: string[] = [];
  const first = size > 0 ? digits.length % group : 0;
  if (first > 0) groups.push(digits.slice(0, first).join(''));
  for (let at = first; at < digits.length; at += group) {
    groups.push(digits.slice(at, at + group).join(''));
  }
  return groups.join(separator);
}

/** The octets that pairs of digits stand for; white space between pairs counts for nothing. */
function fromHex(run: Interpreter, value: unknown): string {
  if (typeof value !== 'string' && !(value instanceof Octets)) {
    const shown = shownTypeName(run, value);
    throw new PyTypeError(`fromhex() argument must be str or bytes-like, not ${shown}`);
  }
  const text = typeof value === 'string' ? value : value.text;
  run.charge(text.length);
  let octets = '';
  let at = 0;
  for (;;) {
    while (/[\t-\r ]/.test(text.charAt(at))) at++;
    if (at === text.length) return octets;
    const pair = /^[0-9a-fA-F]{0,2}/.exec(text.slice(at, at + 2))![0];
    if (pair.length < 2) {
      const place = at + pair.length;
      if (pair.length === 1 && place === text.length) {
        throw new ValueError('fromhex() arg must contain an even number of hexadecimal digits');
      }
      throw new ValueError(
        `non-hexadecimal number found in fromhex() arg at position ${Array.from(text.slice(0, place)).length}`,
      );
    }
    octets += String.fromCharCode(Number.parseInt(pair, 16));
    at += 2;
  }
}

function decoder(): Builtin {
  return new Builtin(
    "decode(self, /, encoding='utf-8', errors='strict')",
    (run: Interpreter, self: OctetString, encoding: unknown, errors: unknown) =>
      decode(
        run,
        self,
        codingArgument(run, encoding, 'decode', 'encoding'),
        codingArgument(run, errors, 'decode', 'errors'),
      ),
  );
}

/** `self + value`; NotImplemented where the other one may know how. */
function concatenator(): Builtin {
  return new Builtin(
    '__add__(self, value, /)',
    (run: Interpreter, self: OctetString, value: unknown) => {
      if (value instanceof Octets) {
        reserve(run, self.size + value.size);
        return alike(self, self.text + value.text);
      }
      if (specialOf(value, '__radd__') !== undefined) return notImplemented;
      throw new PyTypeError(`can't concat ${typeName(value)} to ${typeName(self)}`);
    },
  );
}

/** How often something is to be repeated. Throws TypeError, OverflowError. */
export function repetitions(run: Interpreter, count: unknown): number {
  const times = indexOrUndefined(run, count);
  if (times === undefined) {
    throw new PyTypeError(`can't multiply sequence by non-int of type '${typeName(count)}'`);
  }
  if (typeof times === 'bigint') {
    throw new OverflowError(`cannot fit '${typeName(count)}' into an index-sized integer`);
  }
  return Math.max(0, times);
}

function repeater(name: string): Builtin {
  return new Builtin(
    `${name}(self, value, /)`,
    (run: Interpreter, self: OctetString, count: unknown) => {
      if (specialOf(count, '__rmul__') !== undefined && !(count instanceof Octets)) {
        return notImplemented;
      }
      const times = repetitions(run, count);
      reserve(run, self.size * times);
      return alike(self, self.text.repeat(times));
    },
  );
}

/** The methods that both classes have; made anew for each. */
export function octetMethods(): Builtin[] {
  return [
    joiner(),
    translator(),
    decoder(),
    new Builtin(
      'hex(self, sep=..., bytes_per_sep=...)',
      (run: Interpreter, self: OctetString, sep: unknown, every: unknown) =>
        hexOf(run, self.text, sep, every),
    ),
    concatenator(),
    repeater('__mul__'),
    repeater('__rmul__'),
    new Builtin('__mod__(self, value, /)', (run: Interpreter, self: OctetString, value: unknown) =>
      alike(self, formatOctets(run, self.text, value)),
    ),
  ];
}

/** `fromhex` and `maketrans`, which belong to the class. */
export function classMethods(cls: PyClass): void {
  const fromhex = new Builtin('fromhex(cls, string, /)', (run, asked: PyClass, text: unknown) => {
    const octets = new Bytes(fromHex(run, text));
    return asked === cls || asked.module === '__main__' ? run.call(asked, [octets]) : octets;
  });
  fromhex.owner = cls;
  cls.attributes.set('fromhex', new ClassMethod(fromhex));
  cls.attributes.set('maketrans', new StaticMethod(maketrans));
}

/** A place in octets, from 0; negative where there is none. Throws TypeError, IndexError. */
export function octetPlace(run: Interpreter, key: unknown, size: number, name: string): number {
  const index = indexOrUndefined(run, key);
  if (index === undefined) {
    throw new PyTypeError(`${name} indices must be integers or slices, not ${typeName(key)}`);
  }
  if (typeof index === 'bigint' && BigInt.asIntN(64, index) !== index) {
    throw new IndexError(`cannot fit '${typeName(key)}' into an index-sized integer`);
  }
  const place = Number(index);
  const at = place < 0 ? place + size : place;
  return at < size ? at : -1;
}
