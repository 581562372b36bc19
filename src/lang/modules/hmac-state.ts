// HMAC: a hash with a key, made of two of the same algorithm.
// Source: RFC 2104; CPython 3.14 Lib/hmac.py (HMAC.__init__).

import type { Interpreter } from '../interpreter.ts';
import { type Algorithm, Digest } from './digests.ts';

const masked = (key: string, mask: number): string =>
  Array.from(key, (each) => String.fromCharCode(each.charCodeAt(0) ^ mask)).join('');

export class HmacState {
  readonly inner: Digest;
  readonly #outer: Digest;

  constructor(run: Interpreter, algorithm: Algorithm, key: string);
  constructor(inner: Digest, outer: Digest);
  constructor(first: Interpreter | Digest, second: Algorithm | Digest, key = '') {
    if (first instanceof Digest) {
      this.inner = first;
      this.#outer = second as Digest;
      return;
    }
    const algorithm = second as Algorithm;
    let whole = key;
    if (key.length > algorithm.blockSize) {
      const short = new Digest(algorithm);
      short.update(first, key);
      whole = short.octets();
    }
    const padded = whole.padEnd(algorithm.blockSize, '\0');
    this.inner = new Digest(algorithm);
    this.inner.update(first, masked(padded, 0x36));
    this.#outer = new Digest(algorithm);
    this.#outer.update(first, masked(padded, 0x5c));
  }

  copy(): HmacState {
    return new HmacState(this.inner.copy(), this.#outer.copy());
  }

  /** Of all so far, which may go on. */
  octets(run: Interpreter): string {
    const outer = this.#outer.copy();
    outer.update(run, this.inner.octets());
    return outer.octets();
  }
}
