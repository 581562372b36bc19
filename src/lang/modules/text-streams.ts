// `sys.stdout` and `sys.stderr`: what is written to them is the program's output, at once. Source:
// CPython Modules/_io/textio.c.

import { PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass, declareType, define } from '../objects/classes.ts';
import { defineGetters, Getter } from '../objects/descriptors.ts';
import { items } from '../objects/iteration.ts';
import { typeName } from '../objects/type-of.ts';
import { lengthOf } from '../text/quote.ts';
import { Builtin } from '../values.ts';

/** One of the program's two outputs. */
export class TextStream {
  readonly name: 'stdout' | 'stderr';

  constructor(name: 'stdout' | 'stderr') {
    this.name = name;
  }
}

export const stdoutStream = new TextStream('stdout');
export const stderrStream = new TextStream('stderr');

/** What `sys.stdout` or `sys.stderr` of this run is just now. */
export function currentStream(run: Interpreter, name: 'stdout' | 'stderr'): unknown {
  const isChanged = run.modules?.isMade('sys') === true;
  const streams = isChanged ? run.modules?.get('sys')?.attributes : undefined;
  return streams?.get(name) ?? (name === 'stdout' ? stdoutStream : stderrStream);
}

export const textStreamClass = builtinClass('TextIOWrapper', undefined, '_io');
textStreamClass.messageName = '_io.TextIOWrapper';
textStreamClass.isFinal = true;
textStreamClass.construct = () => {
  throw new ValueError('a simulation opens no streams');
};
declareType(TextStream, textStreamClass);

function write(run: Interpreter, self: TextStream, text: unknown): number {
  if (typeof text !== 'string') {
    const shown = text === null ? 'None' : typeName(text);
    throw new PyTypeError(`write() argument must be str, not ${shown}`);
  }
  run.charge(text.length >> 3);
  if (text !== '') run.write(self.name, text);
  return lengthOf(text);
}

define(textStreamClass, [
  new Builtin('write(self, text, /)', write),
  new Builtin('writelines(self, lines, /)', (run, self: TextStream, lines: unknown) => {
    for (const line of items(run, lines)) write(run, self, line);
    return null;
  }),
  new Builtin('flush(self, /)', () => null),
  new Builtin('isatty(self, /)', () => false),
  new Builtin('writable(self, /)', () => true),
  new Builtin('readable(self, /)', () => false),
  new Builtin(
    'reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, ' +
      'write_through=None)',
    () => null,
  ),
  new Builtin('__repr__(self, /)', (_run, self: TextStream) => {
    const name = `<${self.name}>`;
    return `<_io.TextIOWrapper name='${name}' mode='w' encoding='utf-8'>`;
  }),
]);
defineGetters(textStreamClass, [
  new Getter('name', (_run, self: TextStream) => `<${self.name}>`),
  new Getter('encoding', () => 'utf-8'),
  new Getter('mode', () => 'w'),
  new Getter('closed', () => false),
]);
