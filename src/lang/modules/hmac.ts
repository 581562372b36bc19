// Module `hmac`: HMAC objects, `new`, `digest` and `compare_digest`.
// Source: CPython 3.14 Lib/hmac.py; 3.14's messages.

import { PyTypeError } from '../../asyncio/exceptions.ts';
import { ByteArray, Bytes } from '../bytes/octets.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass, declareType, define } from '../objects/classes.ts';
import { defineGetters, Getter } from '../objects/descriptors.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { truthy } from '../objects/truth.ts';
import { typeName } from '../objects/type-of.ts';
import { PyModule } from '../values.ts';
import { type Algorithm, Digest, hashable, hexOfText } from './digests.ts';
import { algorithmOf, compareDigest } from './hashlib.ts';
import { HmacState } from './hmac-state.ts';

const hmacClass = builtinClass('HMAC', undefined, 'hmac');
hmacClass.isFinal = true;
declareType(HmacState, hmacClass);

/** By name, or by what `hashlib.sha256` gives. */
function algorithmBy(run: Interpreter, digestmod: unknown): Algorithm {
  if (typeof digestmod === 'string') return algorithmOf(digestmod);
  const made = run.call(digestmod, []);
  if (made instanceof Digest) return made.algorithm;
  throw new PyTypeError(`'${typeName(made)}' object is no hash`);
}

function hmacOf(run: Interpreter, key: unknown, message: unknown, digestmod: unknown): HmacState {
  if (!(key instanceof Bytes) && !(key instanceof ByteArray)) {
    throw new PyTypeError(`key: expected bytes or bytearray, but got '${typeName(key)}'`);
  }
  if (!truthy(run, digestmod)) throw new PyTypeError("Missing required argument 'digestmod'.");
  const state = new HmacState(run, algorithmBy(run, digestmod), key.text);
  if (message !== null) state.inner.update(run, hashable(message));
  return state;
}

const make = new LibraryFunction("HMAC(key, msg=None, digestmod='')", hmacOf);
hmacClass.signature = make.signature;
hmacClass.construct = (run, _cls, args, keywords) => run.call(make, args, keywords);

define(hmacClass, [
  new LibraryFunction('update(self, msg)', (run, self: HmacState, message: unknown) => {
    self.inner.update(run, hashable(message));
    return null;
  }),
  new LibraryFunction('copy(self)', (_run, self: HmacState) => self.copy()),
  new LibraryFunction('digest(self)', (run, self: HmacState) => new Bytes(self.octets(run))),
  new LibraryFunction('hexdigest(self)', (run, self: HmacState) => hexOfText(self.octets(run))),
]);
defineGetters(hmacClass, [
  new Getter('name', (_run, self: HmacState) => `hmac-${self.inner.algorithm.name}`),
  new Getter('digest_size', (_run, self: HmacState) => self.inner.algorithm.digestSize),
  new Getter('block_size', (_run, self: HmacState) => self.inner.algorithm.blockSize),
]);

const once = new LibraryFunction('digest(key, msg, digest)', (run, key, message, digest) => {
  const state = new HmacState(run, algorithmBy(run, digest), hashable(key));
  state.inner.update(run, hashable(message));
  return new Bytes(state.octets(run));
});

/** The module; the same for every run. */
export const hmacModule = new PyModule(
  'hmac',
  new Map<string, unknown>([
    ['HMAC', hmacClass],
    ['new', new LibraryFunction("new(key, msg=None, digestmod='')", hmacOf)],
    ['digest', once],
    ['compare_digest', compareDigest],
  ]),
);
