// Reading scenario files and writing results. A file is written under a temporary name beside the
// target, synced and renamed: whatever happens, there is the old file or the whole new one, never
// half.

import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A file could not be read or written (exit code 74; a missing input is usage, 2). */
export class FileProblem extends Error {
  readonly isMissing: boolean;

  constructor(message: string, isMissing: boolean) {
    super(message);
    this.isMissing = isMissing;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission denied',
  EEXIST: 'there is a file of this name',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the file system is read-only',
};

export function problem(action: 'read' | 'write', path: string, error: unknown): FileProblem {
  const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
  const reason = isMissing && action === 'write' ? 'there is no such folder' : reasonOf(error);
  return new FileProblem(`cannot ${action} ${path}: ${reason}`, isMissing && action === 'read');
}

/** Why something could not be done with a file, as a clause. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return REASONS[code] ?? code;
}

/**
 * The text of a file of at most `maxBytes`. `-` is standard input. Throws FileProblem, also for
 * bytes that are not UTF-8.
 */
export function readText(path: string, maxBytes: number): string {
  let bytes: Buffer;
  try {
    const file = path === '-' ? 0 : openSync(path, 'r');
    try {
      if (path !== '-' && fstatSync(file).size > maxBytes) throw tooLarge(path, maxBytes);
      bytes = readFileSync(file);
    } finally {
      if (file !== 0) closeSync(file);
    }
  } catch (error) {
    throw error instanceof FileProblem ? error : problem('read', path, error);
  }
  if (bytes.length > maxBytes) throw tooLarge(path, maxBytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new FileProblem(`cannot read ${path}: it is not UTF-8 text`, true);
  }
}

function tooLarge(path: string, maxBytes: number): FileProblem {
  const message = `cannot read ${path}: larger than ${maxBytes} bytes (--max-input)`;
  return new FileProblem(message, true);
}

/** Whether a file of this name is packed with gzip. */
export function isPacked(path: string): boolean {
  return path.endsWith('.gz');
}

const BUFFER = 1 << 20;

/** Temporary files that exist: a process that exits in the middle leaves none behind. */
const temporaries = new Set<string>();
process.on('exit', () => {
  for (const path of temporaries) rmSync(path, { force: true });
});

/** A file that appears under its name only when it is complete. */
export class AtomicFile {
  readonly #path: string;
  readonly #temporary: string;
  readonly #file: number;
  /** Written as gzip: a member for each piece, which together are a file of gzip (RFC 1952). */
  readonly #isPacked: boolean;
  #pending: string[] = [];
  #pendingLength = 0;

  constructor(path: string) {
    this.#path = path;
    this.#isPacked = isPacked(path);
    this.#temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
    try {
      const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
      if (isFolder) throw Object.assign(new Error(), { code: 'EISDIR' });
      this.#file = openSync(this.#temporary, 'w');
    } catch (error) {
      throw problem('write', path, error);
    }
    temporaries.add(this.#temporary);
  }

  write(text: string): void {
    this.#pending.push(text);
    this.#pendingLength += text.length;
    if (this.#pendingLength >= BUFFER) this.#flush();
  }

  /** Makes it appear. */
  commit(): void {
    this.#flush();
    try {
      fsyncSync(this.#file);
      renameSync(this.#temporary, this.#path);
    } catch (error) {
      this.abandon();
      throw problem('write', this.#path, error);
    }
    closeSync(this.#file);
    temporaries.delete(this.#temporary);
  }

  /** Drops what was written. */
  abandon(): void {
    if (!temporaries.delete(this.#temporary)) return;
    closeSync(this.#file);
    rmSync(this.#temporary, { force: true });
  }

  #flush(): void {
    const text = Buffer.from(this.#pending.join(''), 'utf8');
    const bytes = this.#isPacked ? gzipSync(text) : text;
    this.#pending = [];
    this.#pendingLength = 0;
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
    } catch (error) {
      this.abandon();
      throw problem('write', this.#path, error);
    }
  }
}

/** Writes text to a file that appears whole, or to the terminal where no file is named. */
export function writeOut(text: string, path: string | undefined): void {
  if (path === undefined) {
    process.stdout.write(text);
    return;
  }
  const file = new AtomicFile(path);
  file.write(text);
  file.commit();
}
