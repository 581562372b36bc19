// SHA-256 as a trace needs it: it grows with the text, and can be asked in between. The portable
// one runs everywhere; where the machine has a faster one, whoever reads or writes is handed that.
// FIPS 180-4; both give the same digits.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** A hash of the bytes so far. */
export interface Sha256 {
  update(bytes: Uint8Array): void;
  /** One that goes on by itself from here. */
  copy(): Sha256;
  /** Of everything so far, lower-case hexadecimal. It takes nothing more. */
  digest(): string;
}

/** Begins a hash. */
export type NewSha256 = () => Sha256;

/** In JavaScript alone. */
export function portableSha256(): Sha256 {
  return wrapped(sha256.create());
}

function wrapped(hash: ReturnType<typeof sha256.create>): Sha256 {
  return {
    update: (bytes) => void hash.update(bytes),
    copy: () => wrapped(hash.clone()),
    digest: () => bytesToHex(hash.digest()),
  };
}
