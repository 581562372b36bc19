// Module `io`: StringIO, a text that is written and read like a file, and BytesIO, which has a file
// of its own. All else of io is files.
// Source: CPython 3.14 Modules/_io/stringio.c.

import { PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass, declareType, define } from '../objects/classes.ts';
import { defineGetters, Getter } from '../objects/descriptors.ts';
import { toIndex } from '../objects/index-of.ts';
import { items } from '../objects/iteration.ts';
import { PyIterator, STOP } from '../objects/iterator.ts';
import { reserve } from '../objects/limits.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { typeName } from '../objects/type-of.ts';
import { Builtin, PyModule, plainText } from '../values.ts';
import { bytesIoClass } from './bytes-io.ts';

/** A text in memory with a place in it, counted in code points. Its own iterator, by lines. */
class TextBuffer extends PyIterator {
  characters: string[] = [];
  at = 0;
  isClosed = false;

  checkOpen(): void {
    if (this.isClosed) throw new ValueError('I/O operation on closed file');
  }

  write(run: Interpreter, text: string): number {
    const written = Array.from(text);
    reserve(run, this.at + written.length);
    run.charge(written.length);
    while (this.characters.length < this.at) this.characters.push('\0');
    for (const character of written) this.characters[this.at++] = character;
    return written.length;
  }

  /** What stands from here up to `end`, at most. */
  take(end: number): string {
    const from = this.at;
    this.at = Math.max(from, Math.min(end, this.characters.length));
    return this.characters.slice(from, this.at).join('');
  }

  line(most = Number.POSITIVE_INFINITY): string {
    const end = this.characters.indexOf('\n', this.at);
    return this.take(Math.min(end < 0 ? this.characters.length : end + 1, this.at + most));
  }

  next(): unknown {
    this.checkOpen();
    const line = this.line();
    return line === '' ? STOP : line;
  }
}

const stringIoClass = builtinClass('StringIO', undefined, '_io');
stringIoClass.messageName = '_io.StringIO';
stringIoClass.isFinal = true;
declareType(TextBuffer, stringIoClass);

const make = new LibraryFunction(
  "StringIO(initial_value='', newline='\\n')",
  (run, initial: unknown) => {
    const buffer = new TextBuffer();
    buffer.write(run, initial === null ? '' : textOf(initial, 'initial_value must be str or None'));
    buffer.at = 0;
    return buffer;
  },
);
stringIoClass.signature = make.signature;
stringIoClass.construct = (run, _cls, args, keywords) => run.call(make, args, keywords);

function textOf(value: unknown, wanted: string, verb = 'not'): string {
  const text = plainText(value);
  if (typeof text === 'string') return text;
  const shown = verb === 'got' ? `'${typeName(value)}'` : typeName(value);
  throw new PyTypeError(`${wanted}, ${verb} ${shown}`);
}

type Body = (run: Interpreter, self: TextBuffer, ...args: never[]) => unknown;

/** A method that a closed buffer refuses. */
function open(signature: string, body: Body): Builtin {
  return new Builtin(signature, (run: Interpreter, self: TextBuffer, ...args: never[]) => {
    self.checkOpen();
    return body(run, self, ...args);
  });
}

const sizeOf = (run: Interpreter, size: unknown): number => {
  const most = size === null ? -1 : Number(toIndex(run, size));
  return most < 0 ? Number.POSITIVE_INFINITY : most;
};

define(stringIoClass, [
  open('write(self, s, /)', (run, self, text: unknown) =>
    self.write(run, textOf(text, 'string argument expected', 'got')),
  ),
  open('writelines(self, lines, /)', (run, self, lines: unknown) => {
    for (const line of items(run, lines))
      self.write(run, textOf(line, 'string argument expected', 'got'));
    return null;
  }),
  open('getvalue(self, /)', (_run, self) => self.characters.join('')),
  open('read(self, size=-1, /)', (run, self, size: unknown) =>
    self.take(self.at + sizeOf(run, size)),
  ),
  open('readline(self, size=-1, /)', (run, self, size: unknown) => self.line(sizeOf(run, size))),
  open('readlines(self, hint=-1, /)', (_run, self) => {
    const lines: string[] = [];
    for (let line = self.line(); line !== ''; line = self.line()) lines.push(line);
    return lines;
  }),
  open('tell(self, /)', (_run, self) => self.at),
  open('seek(self, pos, whence=0, /)', (run, self, place: unknown, whence: unknown) => {
    const at = Number(toIndex(run, place));
    if (whence === 0 && at < 0) throw new ValueError(`Negative seek position ${at}`);
    self.at = whence === 2 ? self.characters.length : whence === 1 ? self.at : at;
    return self.at;
  }),
  open('truncate(self, pos=None, /)', (run, self, size: unknown) => {
    const end = size === null ? self.at : Number(toIndex(run, size));
    self.characters.length = Math.min(self.characters.length, end);
    return end;
  }),
  open('flush(self, /)', () => null),
  open('readable(self, /)', () => true),
  open('writable(self, /)', () => true),
  open('seekable(self, /)', () => true),
  open('isatty(self, /)', () => false),
  open('__enter__(self, /)', (_run, self) => self),
  new Builtin('__exit__(self, /, *args)', (_run, self: TextBuffer) => {
    self.isClosed = true;
    return null;
  }),
  new Builtin('close(self, /)', (_run, self: TextBuffer) => {
    self.isClosed = true;
    return null;
  }),
]);
defineGetters(stringIoClass, [new Getter('closed', (_run, self: TextBuffer) => self.isClosed)]);

/** The module; the same for every run. */
export const ioModule = new PyModule(
  'io',
  new Map<string, unknown>([
    ['StringIO', stringIoClass],
    ['BytesIO', bytesIoClass],
    ['SEEK_SET', 0],
    ['SEEK_CUR', 1],
    ['SEEK_END', 2],
  ]),
);
