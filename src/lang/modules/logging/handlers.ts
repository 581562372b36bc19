// Handlers: StreamHandler writes records to one of the program's outputs or to an object with
// `write`. A program may derive its own with an `emit`. Source: CPython Lib/logging/__init__.py
// (Handler, StreamHandler, NullHandler, _StderrHandler).

import {
  type BaseException,
  Exception,
  NotImplementedError,
  RecursionError,
} from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { getAttribute, getAttributeOr } from '../../objects/attributes.ts';
import { Getter } from '../../objects/descriptors.ts';
import { invoke, nativeClass } from '../../objects/native-class.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { Instance, type PyClass } from '../../values.ts';
import { frameTexts, handledException, programFrames, tracebackOf } from '../program-stack.ts';
import { stderrStream } from '../text-streams.ts';
import { filtererClass, passing } from './filters.ts';
import { formatterClass } from './formatters.ts';
import { checkLevel, levelName, NOTSET, WARNING } from './state.ts';

function begin(self: Instance, level: number): null {
  self.attributes.set('filters', []);
  self.attributes.set('_name', null);
  self.attributes.set('level', level);
  self.attributes.set('formatter', null);
  return null;
}

/** A formatter for handlers that have none. */
function defaultFormatter(run: Interpreter): unknown {
  return run.call(formatterClass, []);
}

/** What a handler does with an exception of its `emit`. */
function handleError(run: Interpreter, record: Instance, error: BaseException | null): null {
  const traceback = tracebackOf(run, error);
  const title = 'Traceback (most recent call last):\n';
  const head = traceback[0] === title || error === null ? '' : title;
  const stack = frameTexts(run, programFrames(run)).join('');
  run.write('stderr', `--- Logging error ---\n${head}${traceback.join('')}Call stack:\n${stack}`);
  const msg = run.objects.repr(run, record.attributes.get('msg'));
  const args = run.objects.str(run, record.attributes.get('args'));
  run.write('stderr', `Message: ${msg}\nArguments: ${args}\n`);
  return null;
}

/** Runs an `emit`; what it raises is reported, and the program goes on. */
function emitting(run: Interpreter, self: Instance, record: Instance, emit: () => void): null {
  try {
    emit();
  } catch (error) {
    if (!(error instanceof Exception) || error instanceof RecursionError) throw error;
    const method = self.cls.lookup('handleError');
    if (method === ownHandleError) handleError(run, record, error);
    else invoke(run, self, 'handleError', [record]);
  }
  return null;
}

const ownHandleError = new LibraryFunction(
  'handleError(self, record)',
  (run, _self: Instance, record: Instance) => handleError(run, record, handledException(run)),
);

export const handlerClass: PyClass = nativeClass(
  'Handler',
  'logging',
  [
    new LibraryFunction('__init__(self, level=0)', (run, self: Instance, level: unknown) =>
      begin(self, checkLevel(run, level)),
    ),
    new LibraryFunction('setLevel(self, level)', (run, self: Instance, level: unknown) => {
      self.attributes.set('level', checkLevel(run, level));
      return null;
    }),
    new LibraryFunction('setFormatter(self, fmt)', (_run, self: Instance, formatter: unknown) => {
      self.attributes.set('formatter', formatter);
      return null;
    }),
    new LibraryFunction('format(self, record)', (run, self: Instance, record: unknown) => {
      const formatter = self.attributes.get('formatter') ?? defaultFormatter(run);
      return invoke(run, formatter, 'format', [record]);
    }),
    new LibraryFunction('handle(self, record)', (run, self: Instance, given: unknown) => {
      const record = passing(run, self, given);
      if (record === null) return false;
      invoke(run, self, 'emit', [record]);
      return record;
    }),
    new LibraryFunction('emit(self, record)', () => {
      throw new NotImplementedError('emit must be implemented by Handler subclasses');
    }),
    ownHandleError,
    ...['flush', 'close', 'acquire', 'release', 'createLock'].map(
      (name) => new LibraryFunction(`${name}(self)`, () => null),
    ),
    new LibraryFunction('__repr__(self)', (run, self: Instance) => {
      const level = levelName(run, self.attributes.get('level'));
      return `<${self.cls.name} (${run.objects.str(run, level)})>`;
    }),
  ],
  [filtererClass],
);
handlerClass.attributes.set(
  'name',
  new Getter(
    'name',
    (_run, self: Instance) => self.attributes.get('_name'),
    (_run, self: Instance, value) => {
      self.attributes.set('_name', value);
    },
  ),
);

function flush(run: Interpreter, self: Instance): null {
  const stream = getAttribute(run, self, 'stream');
  const method = getAttributeOr(run, stream, 'flush');
  if (method !== undefined) run.call(method, []);
  return null;
}

export const streamHandlerClass = nativeClass(
  'StreamHandler',
  'logging',
  [
    new LibraryFunction('__init__(self, stream=None)', (_run, self: Instance, stream: unknown) => {
      self.attributes.set('stream', stream ?? stderrStream);
      return begin(self, NOTSET);
    }),
    new LibraryFunction('flush(self)', flush),
    new LibraryFunction('emit(self, record)', (run, self: Instance, record: Instance) =>
      emitting(run, self, record, () => {
        const text = run.objects.str(run, invoke(run, self, 'format', [record]));
        const end = run.objects.str(run, getAttribute(run, self, 'terminator'));
        invoke(run, getAttribute(run, self, 'stream'), 'write', [text + end]);
        invoke(run, self, 'flush', []);
      }),
    ),
    new LibraryFunction('setStream(self, stream)', (run, self: Instance, stream: unknown) => {
      const before = self.attributes.get('stream');
      if (before === stream) return null;
      invoke(run, self, 'flush', []);
      self.attributes.set('stream', stream);
      return before;
    }),
    new LibraryFunction('__repr__(self)', (run, self: Instance) => {
      const level = run.objects.str(run, levelName(run, self.attributes.get('level')));
      const name = getAttributeOr(run, self.attributes.get('stream'), 'name') ?? '';
      const shown = run.objects.str(run, name);
      return `<${self.cls.name} ${shown === '' ? '' : `${shown} `}(${level})>`;
    }),
  ],
  [handlerClass],
);
streamHandlerClass.attributes.set('terminator', '\n');

export const nullHandlerClass = nativeClass(
  'NullHandler',
  'logging',
  [
    new LibraryFunction('handle(self, record)', () => null),
    new LibraryFunction('emit(self, record)', () => null),
  ],
  [handlerClass],
);

const stderrHandlerClass = nativeClass('_StderrHandler', 'logging', [], [streamHandlerClass]);

/** A new `logging.lastResort`. */
export function lastResort(): Instance {
  const handler = new Instance(stderrHandlerClass);
  begin(handler, WARNING);
  handler.attributes.set('stream', stderrStream);
  return handler;
}
