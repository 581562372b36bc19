// What single exceptions hold beyond their arguments: the name that a NameError is about, whose
// attribute is missing, the parts of an OSError, what a StopIteration carries. Three classes take
// such parts as keywords.
// Source: CPython Objects/exceptions.c (NameError_init, AttributeError_init, ImportError_init,
// oserror_init), 3.14's messages.

import {
  AttributeError,
  type BaseException,
  ImportError,
  NameError,
  OSError,
  PyTypeError,
  StopIteration,
  SystemExit,
} from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { nearest } from '../nearest-name.ts';
import { Builtin, type PyClass, Tuple } from '../values.ts';
import { define } from './classes.ts';
import { defineGetters, Getter } from './descriptors.ts';
import { exceptionClassOf } from './exception-classes.ts';
import { typeOf } from './type-of.ts';

type Keywords = ReadonlyMap<string, unknown> | null;

/** The keywords that an exception takes, and the field of each. */
function keywordsOf(error: BaseException): ReadonlyMap<string, string> {
  for (const [jsClass, fields] of named) if (error instanceof jsClass) return fields;
  return NONE;
}

const NONE: ReadonlyMap<string, string> = new Map();
const named: readonly (readonly [typeof BaseException, ReadonlyMap<string, string>])[] = [
  [NameError, new Map([['name', 'name']])],
  [
    AttributeError,
    new Map([
      ['name', 'name'],
      ['obj', 'obj'],
    ]),
  ],
  [
    ImportError,
    new Map([
      ['name', 'name'],
      ['path', 'path'],
      ['name_from', 'nameFrom'],
    ]),
  ],
];

/** Takes the keywords that an exception was made with. Throws TypeError. */
export function takeKeywords(error: BaseException, called: string, keywords: Keywords): void {
  if (keywords === null || keywords.size === 0) return;
  const fields = keywordsOf(error);
  if (fields === NONE) throw new PyTypeError(`${called}() takes no keyword arguments`);
  const { typeName } = named.find(([jsClass]) => error instanceof jsClass)![0];
  if (keywords.size > fields.size) {
    const plural = fields.size === 1 ? '' : 's';
    throw new PyTypeError(
      `${typeName}() takes at most ${fields.size} keyword argument${plural} ` +
        `(${keywords.size} given)`,
    );
  }
  for (const [keyword, value] of keywords) {
    const field = fields.get(keyword);
    if (field === undefined) {
      const near = nearest(keyword, [...fields.keys()]);
      const guess = near === null ? '' : `. Did you mean '${near}'?`;
      throw new PyTypeError(
        `${typeName}() got an unexpected keyword argument '${keyword}'${guess}`,
      );
    }
    (error as unknown as Record<string, unknown>)[field] = value;
  }
}

function initialiserOf(): Builtin {
  return new Builtin(
    '__init__(self, /, *args, **keywords)',
    (_run, self: BaseException, args: unknown[], keywords: Keywords) => {
      self.args = args;
      takeKeywords(self, self.typeName, keywords);
      return null;
    },
  );
}

/** `BaseException.__init__`. */
export const initialiser = initialiserOf();

for (const [jsClass, fields] of named) {
  const cls = exceptionClassOf(jsClass);
  defineGetters(
    cls,
    [...fields].map(
      ([keyword, field]) =>
        new Getter(
          keyword,
          (_run, self: never) => self[field],
          (_run, self: Record<string, unknown>, value) => {
            self[field] = value;
          },
        ),
    ),
  );
  define(cls, [initialiserOf()]);
}

function argument(index: number): (run: Interpreter, self: BaseException) => unknown {
  return (_run, self) => (self.args.length > index ? self.args[index] : null);
}

defineGetters(exceptionClassOf(ImportError), [
  new Getter('msg', (_run, { args }: BaseException) => (args.length === 1 ? args[0] : null)),
]);
defineGetters(exceptionClassOf(StopIteration), [new Getter('value', argument(0))]);
defineGetters(exceptionClassOf(SystemExit), [
  new Getter('code', (_run, self: BaseException) => {
    if (self.args.length > 1) return new Tuple(self.args);
    return self.args.length === 0 ? null : self.args[0];
  }),
]);

/** The parts of `OSError(errno, text, …)`; null for all where it was made with one argument. */
function osErrorPart(index: number): (run: Interpreter, self: BaseException) => unknown {
  return (run, self) => (self.args.length < 2 ? null : argument(index)(run, self));
}
defineGetters(exceptionClassOf(OSError), [
  new Getter('errno', osErrorPart(0)),
  new Getter('strerror', osErrorPart(1)),
  new Getter('filename', (_run, self: OSError) => self.filename),
  new Getter('filename2', (_run, self: OSError) => self.filename2),
]);

/**
 * Whether the parts of a class of the program below OSError come from its `__init__` and not from
 * what it is called with. Source: oserror_use_init.
 */
export function isFilledByInit(cls: PyClass): boolean {
  if (!cls.mro.includes(exceptionClassOf(OSError))) return false;
  const isOwn = (method: unknown): boolean => method !== undefined && !(method instanceof Builtin);
  return isOwn(cls.lookup('__init__')) && !isOwn(cls.lookup('__new__'));
}

define(exceptionClassOf(OSError), [
  new Builtin(
    '__init__(self, /, *args, **keywords)',
    (_run, self: OSError, args: unknown[], keywords: Keywords) => {
      if (!isFilledByInit(typeOf(self))) return null;
      self.args = args;
      takeKeywords(self, self.typeName, keywords);
      takeFiles(self);
      return null;
    },
  ),
]);

/** `OSError(errno, text, file, …)` keeps the files apart from its arguments. */
export function takeFiles(error: BaseException): void {
  if (!(error instanceof OSError) || error.args.length < 3 || error.args.length > 5) return;
  const [, , filename, , filename2] = error.args;
  error.filename = filename ?? null;
  error.filename2 = filename2 ?? null;
  error.args = error.args.slice(0, 2);
}
