// `io.BytesIO`: octets that are written and read like a file.
// Source: CPython 3.14 Modules/_io/bytesio.c; 3.14's messages.

import { PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import { MemoryView } from '../bytes/memory-view.ts';
import { ByteArray, Bytes, octetsArgument, octetsOfText } from '../bytes/octets.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass, declareType, define } from '../objects/classes.ts';
import { defineGetters, Getter } from '../objects/descriptors.ts';
import { indexOrUndefined, toSize } from '../objects/index-of.ts';
import { items } from '../objects/iteration.ts';
import { PyIterator, STOP } from '../objects/iterator.ts';
import { reserveMore } from '../objects/limits.ts';
import { replaceItems } from '../objects/splicing.ts';
import { typeName } from '../objects/type-of.ts';
import { Builtin } from '../values.ts';

/** Octets in memory with a place in them. Its own iterator, by lines. */
class OctetBuffer extends PyIterator {
  readonly octets = new ByteArray([]);
  at = 0;
  isClosed = false;

  checkOpen(): void {
    if (this.isClosed) throw new ValueError('I/O operation on closed file.');
  }

  write(run: Interpreter, text: string): number {
    if (text === '') return 0;
    const { changing } = this.octets;
    reserveMore(run, this.at + text.length, text.length);
    while (changing.length < this.at) changing.push(0);
    replaceItems(changing, this.at, text.length, octetsOfText(text));
    this.at += text.length;
    return text.length;
  }

  /** At most so many octets from here on. */
  take(most: number): string {
    const { text } = this.octets;
    const from = Math.min(this.at, text.length);
    const piece = text.slice(from, from + most);
    this.at += piece.length;
    return piece;
  }

  line(most = Number.POSITIVE_INFINITY): string {
    const end = this.octets.text.indexOf('\n', this.at);
    const whole = end < 0 ? Number.POSITIVE_INFINITY : end + 1 - this.at;
    return this.take(Math.min(whole, most));
  }

  next(): unknown {
    this.checkOpen();
    const line = this.line();
    return line === '' ? STOP : new Bytes(line);
  }
}

export const bytesIoClass = builtinClass('BytesIO', undefined, '_io');
bytesIoClass.messageName = '_io.BytesIO';
bytesIoClass.isFinal = true;
declareType(OctetBuffer, bytesIoClass);

const make = new Builtin('BytesIO(initial_bytes=...)', (run, initial: unknown) => {
  const buffer = new OctetBuffer();
  if (initial !== undefined && initial !== null) buffer.write(run, octetsArgument(initial));
  buffer.at = 0;
  return buffer;
});
bytesIoClass.signature = make.signature;
bytesIoClass.construct = (run, _cls, args, keywords) => run.call(make, args, keywords);

type Body = (run: Interpreter, self: OctetBuffer, ...args: never[]) => unknown;

/** A method that a closed buffer refuses. */
function open(signature: string, body: Body): Builtin {
  return new Builtin(signature, (run: Interpreter, self: OctetBuffer, ...args: never[]) => {
    self.checkOpen();
    return body(run, self, ...args);
  });
}

/** How much is asked for; all for None and negative sizes. Throws TypeError. */
function sizeOf(run: Interpreter, size: unknown): number {
  if (size === null) return Number.POSITIVE_INFINITY;
  if (indexOrUndefined(run, size) === undefined) {
    throw new PyTypeError(`argument should be integer or None, not '${typeName(size)}'`);
  }
  const most = toSize(run, size);
  return most < 0 ? Number.POSITIVE_INFINITY : most;
}

function seek(run: Interpreter, self: OctetBuffer, given: unknown, whence: unknown): number {
  const place = toSize(run, given);
  const from = toSize(run, whence);
  if (from < 0 || from > 2) {
    throw new ValueError(`invalid whence (${from}, should be 0, 1 or 2)`);
  }
  if (from === 0 && place < 0) throw new ValueError(`negative seek value ${place}`);
  const start = from === 0 ? 0 : from === 1 ? self.at : self.octets.size;
  self.at = Math.max(0, start + place);
  return self.at;
}

function truncate(run: Interpreter, self: OctetBuffer, given: unknown): number {
  const size = given === null ? self.at : toSize(run, given);
  if (size < 0) throw new ValueError(`negative size value ${size}`);
  self.octets.checkResizable();
  const { changing } = self.octets;
  changing.length = Math.min(changing.length, size);
  return size;
}

function readInto(_run: Interpreter, self: OctetBuffer, target: unknown): number {
  const view = target instanceof ByteArray ? MemoryView.of(target) : target;
  if (!(view instanceof MemoryView) || view.isReadOnly) {
    const shown = typeName(target);
    throw new PyTypeError(`readinto() argument must be read-write bytes-like object, not ${shown}`);
  }
  const piece = self.take(view.size);
  view.write(0, piece);
  return piece.length;
}

function linesOf(run: Interpreter, self: OctetBuffer, hint: unknown): Bytes[] {
  const most = sizeOf(run, hint);
  const lines: Bytes[] = [];
  let size = 0;
  for (let line = self.line(); line !== ''; line = self.line()) {
    lines.push(new Bytes(line));
    size += line.length;
    if (most > 0 && size >= most) break;
  }
  return lines;
}

function close(_run: Interpreter, self: OctetBuffer): null {
  self.octets.checkResizable();
  self.isClosed = true;
  return null;
}

const reading = ['read', 'read1'].map((name) =>
  open(
    `${name}(self, size=-1, /)`,
    (run, self, size: unknown) => new Bytes(self.take(sizeOf(run, size))),
  ),
);

define(bytesIoClass, [
  ...reading,
  open('write(self, b, /)', (run, self, data: unknown) => self.write(run, octetsArgument(data))),
  open('writelines(self, lines, /)', (run, self, lines: unknown) => {
    for (const line of items(run, lines)) self.write(run, octetsArgument(line));
    return null;
  }),
  open('getvalue(self, /)', (_run, self) => new Bytes(self.octets.text)),
  open('getbuffer(self, /)', (_run, self) => MemoryView.of(self.octets)),
  open(
    'readline(self, size=-1, /)',
    (run, self, size: unknown) => new Bytes(self.line(sizeOf(run, size))),
  ),
  open('readlines(self, size=None, /)', linesOf),
  open('readinto(self, buffer, /)', readInto),
  open('tell(self, /)', (_run, self) => self.at),
  open('seek(self, pos, whence=0, /)', seek),
  open('truncate(self, size=None, /)', truncate),
  open('flush(self, /)', () => null),
  open('readable(self, /)', () => true),
  open('writable(self, /)', () => true),
  open('seekable(self, /)', () => true),
  open('isatty(self, /)', () => false),
  open('__enter__(self, /)', (_run, self) => self),
  new Builtin('__exit__(self, /, *args)', close),
  new Builtin('close(self, /)', close),
]);
defineGetters(bytesIoClass, [new Getter('closed', (_run, self: OctetBuffer) => self.isClosed)]);
