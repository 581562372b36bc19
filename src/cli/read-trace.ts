// Traces from files: read in pieces, packed ones unpacked, and what is wrong with one told with its
// place. Salvaging gives what is whole of a damaged trace.

import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { printable } from '../base/printable.ts';
import type { TraceSource } from '../replay/replay.ts';
import type { TraceError } from '../trace/read-line.ts';
import { EXIT_USAGE } from './exit-codes.ts';
import { FileProblem, isPacked, problem } from './files.ts';
import type { Arguments } from './load.ts';

/** Bytes that are read at once. */
const PIECE = 1 << 20;

/** Bytes that a packed trace may have unpacked. */
const MAX_UNPACKED = 2 ** 32;

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
  if (args['json'] === true) {
    const { line, byte, what } = error;
    const report = { file: path, ...more, error: { line, byte, message: what } };
    process.stdout.write(`${JSON.stringify(report)}\n`);
  } else {
    process.stderr.write(`sim: ${damageText(path, error)}\n`);
  }
  return EXIT_USAGE;
}

/**
 * A trace as it stands in a file, for any number of readings. Throws FileProblem where there is no
 * such file; reading throws FileProblem for bytes that are not UTF-8 text.
 */
export function traceSource(path: string): TraceSource {
  if (isPacked(path)) return packedSource(path);
  try {
    if (statSync(path).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  } catch (error) {
    throw problem('read', path, error);
  }
  return () => {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const buffer = new Uint8Array(PIECE);
    let file: number | null = openSync(path, 'r');
    return () => {
      if (file === null) return null;
      const length = readSync(file, buffer);
      if (length === 0) {
        closeSync(file);
        file = null;
      }
      return decoded(path, () =>
        decoder.decode(buffer.subarray(0, length), { stream: length > 0 }),
      );
    };
  };
}

function packedSource(path: string): TraceSource {
  let bytes: Uint8Array;
  try {
    bytes = gunzipSync(readFileSync(path), { maxOutputLength: MAX_UNPACKED });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (!code.startsWith('Z_') && !code.startsWith('ERR_')) throw problem('read', path, error);
    throw new FileProblem(`cannot read ${path}: it is no whole gzip file`, true);
  }
  return () => {
    let at = 0;
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return () => {
      if (at > bytes.length) return null;
      const piece = bytes.subarray(at, at + PIECE);
      at += piece.length === 0 ? 1 : piece.length;
      return decoded(path, () => decoder.decode(piece, { stream: piece.length > 0 }));
    };
  };
}

function decoded(path: string, decode: () => string): string {
  try {
    return decode();
  } catch {
    throw new FileProblem(`cannot read ${path}: it is not UTF-8 text`, true);
  }
}
