// Module `hashlib`: the hash functions that every CPython has, `new` by name, and pbkdf2_hmac. Left
// out: file_digest (files), scrypt.
// Source: CPython 3.14 Lib/hashlib.py, Modules/_blake2/blake2module.c; 3.14's messages.

import { blake2b, blake2s } from '@noble/hashes/blake2.js';
import { pbkdf2 as stretch } from '@noble/hashes/pbkdf2.js';
import { OverflowError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import { Bytes, Octets, octetsArgument, textOfOctets } from '../bytes/octets.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass, declareType, define } from '../objects/classes.ts';
import { defineGetters, Getter } from '../objects/descriptors.ts';
import { toSize } from '../objects/index-of.ts';
import { reserve } from '../objects/limits.ts';
import { setOf } from '../objects/set-methods.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { typeName } from '../objects/type-of.ts';
import { Builtin, type PyClass, PyModule, Tuple } from '../values.ts';
import { type Algorithm, algorithms, arrayOf, Digest, hashable } from './digests.ts';

/** The class of the objects of an algorithm, and the module that it is of. */
function classOf(name: string): PyClass {
  const family = /^sha3|^shake/.test(name) ? '_sha3' : name.startsWith('blake') ? '_blake2' : '';
  if (family !== '') return builtinClass(name, undefined, family);
  if (name === 'md5' || name === 'sha1') return builtinClass(name, undefined, `_${name}`);
  return builtinClass(`${name.toUpperCase()}Type`, undefined, '_sha2');
}

const classes = new Map([...algorithms.keys()].map((name) => [name, classOf(name)]));
declareType(Digest, ({ algorithm }: Digest) => classes.get(algorithm.name)!);

function sizeOf(run: Interpreter, length: unknown): number {
  const size = toSize(run, length);
  if (size < 0) throw new ValueError('Cannot convert negative int');
  if (size >= 0x20000000) throw new OverflowError('length is too large');
  reserve(run, size);
  return size;
}

for (const [name, cls] of classes) {
  cls.messageName = cls.module.startsWith('_blake') ? `${cls.module}.${name}` : cls.name;
  cls.isFinal = true;
  const isEndless = algorithms.get(name)!.digestSize === 0;
  const asked = isEndless ? '(self, length, /)' : '(self, /)';
  const size = (run: Interpreter, length: unknown): number | undefined =>
    isEndless ? sizeOf(run, length) : undefined;
  define(cls, [
    new Builtin('update(self, data, /)', (run, self: Digest, data: unknown) => {
      self.update(run, hashable(data));
      return null;
    }),
    new Builtin(
      `digest${asked}`,
      (run, self: Digest, length: unknown) => new Bytes(self.octets(size(run, length))),
    ),
    new Builtin(`hexdigest${asked}`, (run, self: Digest, length: unknown) =>
      self.hex(size(run, length)),
    ),
    new Builtin('copy(self, /)', (_run, self: Digest) => self.copy()),
  ]);
  defineGetters(cls, [
    new Getter('name', (_run, self: Digest) => self.algorithm.name),
    new Getter('digest_size', (_run, self: Digest) => self.algorithm.digestSize),
    new Getter('block_size', (_run, self: Digest) => self.algorithm.blockSize),
  ]);
}

function begun(run: Interpreter, algorithm: Algorithm, data: unknown, string: unknown): Digest {
  if (data !== undefined && string !== undefined && string !== null) {
    throw new PyTypeError("'data' and 'string' are mutually exclusive");
  }
  const digest = new Digest(algorithm);
  const given = data ?? string;
  if (data === null || (given !== undefined && given !== null)) {
    digest.update(run, hashable(data === undefined ? string : data));
  }
  return digest;
}

function constructorOf(algorithm: Algorithm): Builtin {
  return new Builtin(
    `${algorithm.name}(data=..., *, usedforsecurity=True, string=None)`,
    (run, data: unknown, _security: unknown, string: unknown) =>
      begun(run, algorithm, data, string),
  );
}

const constructors = new Map([...algorithms].map(([name, each]) => [name, constructorOf(each)]));

/** One of BLAKE2's further arguments, filled up with zeros. Throws ValueError. */
function parameter(
  option: string,
  value: unknown,
  most: number,
  what: string,
): { readonly [option: string]: Uint8Array } {
  const text = value === undefined ? '' : octetsArgument(value);
  if (text.length > most) throw new ValueError(`maximum ${what} length is ${most} bytes`);
  if (text === '') return {};
  return { [option]: arrayOf(text.padEnd(what === 'key' ? 0 : most, '\0')) };
}

function blakeOf(name: 'blake2b' | 'blake2s', most: number, extra: number): Builtin {
  const title = name === 'blake2b' ? 'Blake2b' : 'Blake2s';
  const make = name === 'blake2b' ? blake2b : blake2s;
  return new Builtin(
    `${name}(data=..., *, digest_size=${most}, key=..., salt=..., person=..., ` +
      'usedforsecurity=True)',
    (run, data: unknown, size: unknown, key: unknown, salt: unknown, person: unknown) => {
      const dkLen = toSize(run, size);
      if (dkLen < 1 || dkLen > most) {
        throw new ValueError(
          `digest_size for ${title} must be between 1 and ${most} bytes, here it is ${dkLen}`,
        );
      }
      const options = {
        dkLen,
        ...parameter('salt', salt, extra, 'salt'),
        ...parameter('personalization', person, extra, 'person'),
        ...parameter('key', key, most, 'key'),
      };
      const plain = algorithms.get(name)!;
      const algorithm = { ...plain, digestSize: dkLen, begin: () => make.create(options) };
      return begun(run, algorithm, data, undefined);
    },
  );
}
constructors.set('blake2b', blakeOf('blake2b', 64, 16));
constructors.set('blake2s', blakeOf('blake2s', 32, 8));

/** Those of the newer families are classes; the others are functions. */
function exported(name: string): unknown {
  const cls = classes.get(name)!;
  const make = constructors.get(name)!;
  if (!/^(?:blake|sha3|shake)/.test(name)) return make;
  cls.signature = make.signature;
  cls.construct = (run, _cls, args, keywords) => run.call(make, args, keywords);
  return cls;
}

/** The algorithm of a name, as `hashlib.new` takes it. Throws ValueError, TypeError. */
export function algorithmOf(name: unknown): Algorithm {
  if (typeof name !== 'string') {
    throw new PyTypeError(`can only concatenate str (not "${typeName(name)}") to str`);
  }
  const plain = /^(?:MD5|SHA1|SHA224|SHA256|SHA384|SHA512)$/.test(name) ? name.toLowerCase() : name;
  const found = algorithms.get(plain);
  if (found === undefined) throw new ValueError(`unsupported hash type ${name}`);
  return found;
}

const byName = new LibraryFunction(
  'new(name, data=..., **kwargs)',
  (run, name: unknown, data: unknown, options: ReadonlyMap<string, unknown>) => {
    const make = constructors.get(algorithmOf(name).name)!;
    return run.call(make, data === undefined ? [] : [data], options);
  },
);

const pbkdf2 = new Builtin(
  'pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None)',
  (run, name: unknown, password: unknown, salt: unknown, iterations: unknown, size: unknown) => {
    if (typeof name !== 'string') {
      const shown = name === null ? 'None' : typeName(name);
      throw new PyTypeError(`pbkdf2_hmac() argument 'hash_name' must be str, not ${shown}`);
    }
    const algorithm = algorithmOf(name);
    const [secret, grains] = [octetsArgument(password), octetsArgument(salt)];
    const rounds = toSize(run, iterations);
    if (rounds < 1) throw new ValueError('iteration value must be greater than 0.');
    const length = size === null ? algorithm.digestSize : toSize(run, size);
    if (length < 1) throw new ValueError('key length must be greater than 0.');
    reserve(run, length);
    run.charge(rounds * Math.ceil(length / algorithm.digestSize));
    const options = { c: rounds, dkLen: length };
    const key = stretch(algorithm.hash, arrayOf(secret), arrayOf(grains), options);
    return new Bytes(textOfOctets(key));
  },
);

/** Whether two values are equal, in constant time on a real machine. Throws TypeError. */
export const compareDigest = new Builtin('compare_digest(a, b, /)', (_run, a: unknown, b) => {
  const other: unknown = b;
  if (typeof a === 'string' && typeof other === 'string') {
    if (/[^\0-\x7f]/.test(a + other)) {
      throw new PyTypeError('comparing strings with non-ASCII characters is not supported');
    }
    return a === other;
  }
  if (a instanceof Octets && other instanceof Octets) return a.text === other.text;
  if (!(a instanceof Octets) && !(other instanceof Octets)) {
    throw new PyTypeError(
      'unsupported operand types(s) or combination of types: ' +
        `'${typeName(a)}' and '${typeName(other)}'`,
    );
  }
  const wrong = a instanceof Octets ? other : a;
  throw new PyTypeError(`a bytes-like object is required, not '${typeName(wrong)}'`);
});

/** The module; of one run, as it holds sets. */
export function hashlibModule(run: Interpreter | null): PyModule {
  const names = [...algorithms.keys()];
  const all = run === null ? null : setOf(run, new Tuple(names), false);
  return new PyModule(
    'hashlib',
    new Map<string, unknown>([
      ...names.map((name): [string, unknown] => [name, exported(name)]),
      ['new', byName],
      ['pbkdf2_hmac', pbkdf2],
      ['algorithms_guaranteed', all],
      ['algorithms_available', all],
    ]),
  );
}
