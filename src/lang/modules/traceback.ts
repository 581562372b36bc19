// Module `traceback`: exceptions and stacks as text, the frames of the program itself. Left out:
// TracebackException, walk_stack, walk_tb. Source: CPython 3.14
// Lib/traceback.py.

import { BaseException, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { Traceback } from '../objects/exception-methods.ts';
import { toIndex } from '../objects/index-of.ts';
import { invoke } from '../objects/native-class.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { truthy } from '../objects/truth.ts';
import { typeName } from '../objects/type-of.ts';
import { headlines, type TracebackOptions } from '../traceback.ts';
import { PyModule } from '../values.ts';
import { frameTexts, handledException, programFrames, tracebackOf } from './program-stack.ts';
import { currentStream } from './text-streams.ts';
import { frameFunctions } from './traceback-frames.ts';

function print(run: Interpreter, pieces: readonly string[], file: unknown): null {
  for (const piece of pieces) invoke(run, file ?? currentStream(run, 'stderr'), 'write', [piece]);
  return null;
}

/** `limit` and `chain` of a call. */
function optionsOf(run: Interpreter, limit: unknown, chain: unknown): TracebackOptions {
  const isChained = truthy(run, chain);
  if (limit === null) return { chain: isChained };
  return { limit: Number(toIndex(run, limit)), chain: isChained };
}

/** The exception of a call that gives it alone, or as type, value and traceback. */
function chosen(exc: unknown, value: unknown, tb: unknown): BaseException | null {
  if ((value === undefined) !== (tb === undefined)) {
    throw new ValueError('Both or neither of value and tb must be given');
  }
  const error = value === undefined ? exc : value;
  if (error === null || error instanceof BaseException) return error;
  throw new PyTypeError(`Exception expected for value, ${typeName(error)} found`);
}

function format(
  run: Interpreter,
  exc: unknown,
  value: unknown,
  tb: unknown,
  options: TracebackOptions,
): string[] {
  const error = chosen(exc, value, tb);
  if (tb !== null || error === null) return tracebackOf(run, error, options);
  const { traceback } = error;
  error.traceback = null;
  try {
    return tracebackOf(run, error, options);
  } finally {
    error.traceback = traceback;
  }
}

function onlyException(run: Interpreter, exc: unknown, value: unknown): string[] {
  const error = value === undefined ? exc : value;
  if (error === null) return ['NoneType: None\n'];
  const shower = { str: (each: unknown): string => run.objects.str(run, each) };
  return headlines(chosen(error, undefined, undefined), shower, false);
}

function stack(run: Interpreter, frame: unknown, limit: unknown): string[] {
  if (frame !== null) throw new PyTypeError('frames are not objects here: leave f out');
  const frames = programFrames(run);
  if (limit === null) return frameTexts(run, frames);
  const count = Number(toIndex(run, limit));
  if (count === 0) return [];
  return frameTexts(run, count > 0 ? frames.slice(-count) : frames.slice(0, -count));
}

function ofTraceback(run: Interpreter, tb: unknown, limit: unknown): string[] {
  if (tb === null) return [];
  if (!(tb instanceof Traceback)) {
    throw new PyTypeError(`a traceback was expected, not ${typeName(tb)}`);
  }
  const error = new BaseException();
  error.traceback = tb.entries;
  return tracebackOf(run, error, optionsOf(run, limit, true)).slice(1, -1);
}

const functions: readonly LibraryFunction[] = [
  new LibraryFunction(
    'print_exception(exc, /, value=..., tb=..., limit=None, file=None, chain=True)',
    (run, exc: unknown, value: unknown, tb: unknown, limit, file: unknown, chain: unknown) =>
      print(run, format(run, exc, value, tb, optionsOf(run, limit, chain)), file),
  ),
  new LibraryFunction(
    'format_exception(exc, /, value=..., tb=..., limit=None, chain=True)',
    (run, exc: unknown, value: unknown, tb: unknown, limit: unknown, chain: unknown) =>
      format(run, exc, value, tb, optionsOf(run, limit, chain)),
  ),
  new LibraryFunction('format_exception_only(exc, /, value=...)', onlyException),
  new LibraryFunction(
    'print_exc(limit=None, file=None, chain=True)',
    (run, limit: unknown, file: unknown, chain: unknown) =>
      print(run, tracebackOf(run, handledException(run), optionsOf(run, limit, chain)), file),
  ),
  new LibraryFunction('format_exc(limit=None, chain=True)', (run, limit: unknown, chain: unknown) =>
    tracebackOf(run, handledException(run), optionsOf(run, limit, chain)).join(''),
  ),
  new LibraryFunction(
    'print_stack(f=None, limit=None, file=None)',
    (run, frame: unknown, limit: unknown, file: unknown) =>
      print(run, stack(run, frame, limit), file),
  ),
  new LibraryFunction('format_stack(f=None, limit=None)', stack),
  new LibraryFunction(
    'print_tb(tb, limit=None, file=None)',
    (run, tb: unknown, limit: unknown, file: unknown) =>
      print(run, ofTraceback(run, tb, limit), file),
  ),
  new LibraryFunction('format_tb(tb, limit=None)', ofTraceback),
  ...frameFunctions,
];

/** The module; the same for every run. */
export const tracebackModule = new PyModule(
  'traceback',
  new Map(functions.map((each): [string, unknown] => [each.name, each])),
);
