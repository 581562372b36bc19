// Traces from files: read in pieces, packed ones unpacked, and what is wrong with one told with its
// place. Salvaging gives what is whole of a damaged trace.

import { isAscii, isUtf8 } from 'node:buffer';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { printable } from '../base/printable.ts';
import type { ReplayOptions, TraceSource } from '../replay/replay.ts';
import type { TraceText } from '../trace/read.ts';
import type { TraceError } from '../trace/read-line.ts';
import { EXIT_USAGE } from './exit-codes.ts';
import { FileProblem, isPacked, problem } from './files.ts';
import type { Arguments } from './load.ts';
import { nativeSha256 } from './native-sha256.ts';

/** Bytes that are read at once: as a text short enough to be collected with what is young. */
const PIECE = 1 << 16;

/** Bytes that a packed trace may have unpacked. */
const MAX_UNPACKED = 2 ** 32;

/** What stands for bytes that are no text: a trace has no lone surrogate. */
const BROKEN = '\udcff';

/** What is wrong with a trace, with its place, and what can be done. */
export function damageText(path: string, error: TraceError): string {
  const byte = error.byte === null ? '' : `, byte ${error.byte}`;
  const place = error.line === 0 ? '' : ` line ${error.line}${byte}:`;
  return printable(`${path}:${place} ${error.what}`);
}

/**
 * Says what is wrong with a trace that cannot be used; gives the exit code. `more` stands in the
 * JSON.
 */
export function refuseTrace(
  path: string,
  error: TraceError,
  args: Arguments,
  more: object = {},
): number {
  if (args.json === true) {
    const { line, byte, what } = error;
    const report = { file: path, ...more, error: { line, byte, message: what } };
    process.stdout.write(`${JSON.stringify(report)}\n`);
  } else {
    process.stderr.write(`sim: ${damageText(path, error)}\n`);
  }
  return EXIT_USAGE;
}

/** How a trace is replayed. */
export function replayOptions(args: Arguments): ReplayOptions {
  const [anyVersion, salvage] = [args['any-version'] === true, args.salvage === true];
  return { anyVersion, salvage, newHash: nativeSha256 };
}

/**
 * A trace as it stands in a file, for any number of readings. Throws FileProblem where there is no
 * such file. Bytes that are not UTF-8 become a text that no trace has, so that the reader says
 * where.
 */
export function traceSource(path: string): TraceSource {
  if (isPacked(path)) return packedSource(path);
  try {
    if (statSync(path).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  } catch (error) {
    throw problem('read', path, error);
  }
  return () => {
    const buffer = Buffer.alloc(PIECE);
    let file: number | null = openSync(path, 'r');
    return textOf((begun) => {
      if (file === null) return null;
      buffer.set(begun);
      const length = readSync(file, buffer, begun.length, PIECE - begun.length, null);
      if (length === 0) {
        closeSync(file);
        file = null;
      }
      return length === 0 ? null : buffer.subarray(0, begun.length + length);
    });
  };
}

function packedSource(path: string): TraceSource {
  let bytes: Buffer;
  try {
    bytes = gunzipSync(readFileSync(path), { maxOutputLength: MAX_UNPACKED });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (!code.startsWith('Z_') && !code.startsWith('ERR_')) throw problem('read', path, error);
    throw new FileProblem(`cannot read ${path}: it is no whole gzip file`, true);
  }
  return () => {
    let at = 0;
    return textOf((begun) => {
      if (at >= bytes.length) return null;
      const piece = bytes.subarray(at - begun.length, at + PIECE);
      at += PIECE;
      return piece;
    });
  };
}

/**
 * Bytes as text, piece by piece. `next` is given the bytes of a character that was begun and gives
 * them again, with what follows; null at the end.
 */
function textOf(next: (begun: Buffer) => Buffer | null): TraceText {
  let begun: Buffer = Buffer.alloc(0);
  return () => {
    const bytes = next(begun);
    if (bytes === null) {
      const left = begun;
      begun = Buffer.alloc(0);
      return left.length === 0 ? null : decoded(left);
    }
    const whole = wholeCharacters(bytes);
    begun = Buffer.from(bytes.subarray(whole));
    return decoded(bytes.subarray(0, whole));
  };
}

/** How many of the bytes belong to characters that end among them. */
function wholeCharacters(bytes: Buffer): number {
  const { length } = bytes;
  for (let back = 1; back <= Math.min(4, length); back++) {
    const byte = bytes[length - back];
    if (byte < 0x80) return length;
    if (byte < 0xc0) continue;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needs > back ? length - back : length;
  }
  return length;
}

/** Most pieces are ASCII, which is a copy; a lone surrogate stands where bytes are not UTF-8. */
function decoded(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (isUtf8(bytes)) return bytes.toString('utf8');
  let [whole, broken] = [0, bytes.length];
  while (broken - whole > 1) {
    const middle = (whole + broken) >>> 1;
    if (isUtf8(bytes.subarray(0, wholeCharacters(bytes.subarray(0, middle))))) whole = middle;
    else broken = middle;
  }
  whole = wholeCharacters(bytes.subarray(0, whole));
  return `${bytes.toString('utf8', 0, whole)}${BROKEN}${bytes.toString('latin1', whole)}`;
}
