// Module `re`: expressions compiled and applied. They are matched by an engine of our own, whose
// attempts count as operations of the program. Left out: bytes, LOCALE, DEBUG and Scanner; flags
// are plain ints. Source: CPython 3.14 Lib/re/__init__.py.

import { NotImplementedError, PyTypeError, ValueError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { toIndex } from '../../objects/index-of.ts';
import { invoke } from '../../objects/native-class.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { PyModule, plainText } from '../../values.ts';
import { patternErrorClass } from './errors.ts';
import { matchClass } from './match.ts';
import { Pattern, patternClass } from './pattern.ts';
import { FLAGS } from './tree.ts';

function compiled(run: Interpreter, pattern: unknown, given: unknown): Pattern {
  const flags = Number(toIndex(run, given));
  if (pattern instanceof Pattern) {
    if (flags === 0) return pattern;
    throw new ValueError('cannot process flags argument with a compiled pattern');
  }
  const text = plainText(pattern);
  if (typeof text !== 'string')
    throw new PyTypeError('first argument must be string or compiled pattern');
  if ((flags & (FLAGS.LOCALE | FLAGS.DEBUG)) !== 0) {
    throw new NotImplementedError('re.LOCALE and re.DEBUG are not supported');
  }
  return new Pattern(text, flags);
}

/** A function that compiles its first argument and calls the method of its name. */
function applied(name: string, parameters: string, defaults: readonly string[]): LibraryFunction {
  const named = ['pattern', ...parameters.split(', '), ...defaults, 'flags=0'].join(', ');
  return new LibraryFunction(`${name}(${named})`, (run, pattern: unknown, ...given: unknown[]) => {
    const flags = given.at(-1);
    return invoke(run, compiled(run, pattern, flags), name, given.slice(0, -1));
  });
}

/** Characters that mean something in an expression. */
const SPECIAL = /[()[\]{}?*+\-|^$\\.&~# \t\n\r\v\f]/g;

const functions: readonly LibraryFunction[] = [
  new LibraryFunction('compile(pattern, flags=0)', compiled),
  applied('match', 'string', []),
  applied('fullmatch', 'string', []),
  applied('search', 'string', []),
  applied('findall', 'string', []),
  applied('finditer', 'string', []),
  applied('split', 'string', ['maxsplit=0']),
  applied('sub', 'repl, string', ['count=0']),
  applied('subn', 'repl, string', ['count=0']),
  new LibraryFunction('escape(pattern)', (run, pattern: unknown) =>
    run.objects.str(run, pattern).replace(SPECIAL, '\\$&'),
  ),
  new LibraryFunction('purge()', () => null),
];

const shortNames = new Map([
  ['I', FLAGS.IGNORECASE],
  ['L', FLAGS.LOCALE],
  ['M', FLAGS.MULTILINE],
  ['S', FLAGS.DOTALL],
  ['U', FLAGS.UNICODE],
  ['X', FLAGS.VERBOSE],
  ['A', FLAGS.ASCII],
  ['NOFLAG', 0],
]);

/** The module; the same for every run. */
export const reModule = new PyModule(
  're',
  new Map<string, unknown>([
    ...functions.map((each): [string, unknown] => [each.name, each]),
    ...Object.entries(FLAGS),
    ...shortNames,
    ['Match', matchClass],
    ['Pattern', patternClass],
    ['PatternError', patternErrorClass],
    ['error', patternErrorClass],
  ]),
);
