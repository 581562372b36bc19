// Module `logging`. Files, sockets and configuration by dicts or files are left out. Source: CPython
// 3.14 Lib/logging/__init__.py.

import { KeyError, PyTypeError, ValueError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { Dict } from '../../objects/dict.ts';
import { items } from '../../objects/iteration.ts';
import { invoke } from '../../objects/native-class.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { truthy } from '../../objects/truth.ts';
import type { PyModule } from '../../values.ts';
import { filterClass, filtererClass, listOf } from './filters.ts';
import { formatterClass } from './formatters.ts';
import { handlerClass, lastResort, nullHandlerClass, streamHandlerClass } from './handlers.ts';
import {
  getLogger,
  loggerAdapterClass,
  loggerClass,
  loggingFunctions,
  newLogger,
  rootLoggerClass,
} from './loggers.ts';
import { logRecordClass } from './records.ts';
import * as state from './state.ts';
import { checkLevel, LoggingModule, levelName, stateOf } from './state.ts';
import { styleOf } from './styles.ts';

/** The handlers that basicConfig adds to the root logger. Throws ValueError. */
function chosenHandlers(run: Interpreter, stream: unknown, handlers: unknown): unknown[] {
  if (handlers === null || handlers === undefined) {
    return [run.call(streamHandlerClass, [stream ?? null])];
  }
  if (stream === undefined) return [...items(run, handlers)];
  throw new ValueError("'stream' or 'filename' should not be specified together with 'handlers'");
}

const KNOWN = ['stream', 'handlers', 'level', 'format', 'datefmt', 'style', 'force'];

function basicConfig(run: Interpreter, given: ReadonlyMap<string, unknown>): null {
  const { root } = stateOf(run);
  const handlers = listOf(root, 'handlers');
  if (given.has('filename')) throw new ValueError('a simulation writes no files: leave it out');
  if (truthy(run, given.get('force') ?? false)) {
    for (const handler of handlers.splice(0)) invoke(run, handler, 'close', []);
  }
  if (handlers.length > 0) return null;
  const chosen = chosenHandlers(run, given.get('stream'), given.get('handlers'));
  const style = given.get('style') ?? '%';
  const format = given.get('format') ?? styleOf(style).basic;
  const formatter = run.call(formatterClass, [format, given.get('datefmt') ?? null, style]);
  for (const handler of chosen) {
    if (run.objects.getAttribute(run, handler, 'formatter') === null) {
      invoke(run, handler, 'setFormatter', [formatter]);
    }
    invoke(run, root, 'addHandler', [handler]);
  }
  const level = given.get('level') ?? null;
  if (level !== null) root.attributes.set('level', checkLevel(run, level));
  const unknown = [...given.keys()].filter((name) => !KNOWN.includes(name));
  if (unknown.length === 0) return null;
  throw new ValueError(`Unrecognised argument(s): ${unknown.join(', ')}`);
}

const basicConfigFunction = new LibraryFunction('basicConfig(**kwargs)', basicConfig);
basicConfigFunction.checkedSignature =
  "basicConfig(*, level=None, format=..., datefmt=None, style='%', stream=None, handlers=None, " +
  'force=False)';

/** `logging.info(…)`: on the root logger, which is set up first. */
function onRoot(
  run: Interpreter,
  _self: unknown,
  level: unknown,
  [msg, args, keywords]: readonly unknown[],
): unknown {
  const { root } = stateOf(run);
  if (listOf(root, 'handlers').length === 0) basicConfig(run, new Map());
  const named = keywords as ReadonlyMap<string, unknown>;
  return invoke(run, root, 'log', [level, msg, ...(args as unknown[])], named);
}

const functions: readonly LibraryFunction[] = [
  ...loggingFunctions('', onRoot),
  basicConfigFunction,
  new LibraryFunction('getLogger(name=None)', getLogger),
  new LibraryFunction('getLevelName(level)', levelName),
  new LibraryFunction('getLevelNamesMapping()', (run) => new Dict(run, stateOf(run).levelOfName)),
  new LibraryFunction('addLevelName(level, levelName)', (run, level: unknown, name: unknown) => {
    if (typeof name !== 'string') throw new PyTypeError('a level is named by a str');
    stateOf(run).nameOfLevel.set(level, name);
    stateOf(run).levelOfName.set(name, level);
    return null;
  }),
  new LibraryFunction('disable(level=50)', (run, level: unknown) => {
    stateOf(run).disabled = checkLevel(run, level);
    return null;
  }),
  new LibraryFunction('getLoggerClass()', () => loggerClass),
  new LibraryFunction('makeLogRecord(dict)', (run, given: unknown) => {
    if (!(given instanceof Dict)) throw new KeyError('a dict of the record’s attributes');
    const record = run.call(logRecordClass, [null, null, '', 0, '', null, null]) as {
      attributes: Map<string, unknown>;
    };
    for (const { key, value } of given.entries()) record.attributes.set(String(key), value);
    return record;
  }),
  new LibraryFunction('shutdown()', () => null),
];

/** The module of one run. */
export function loggingModule(): PyModule {
  const root = newLogger(rootLoggerClass, 'root', state.WARNING);
  const last = lastResort();
  const classes = [
    loggerClass,
    loggerAdapterClass,
    logRecordClass,
    handlerClass,
    streamHandlerClass,
    nullHandlerClass,
    formatterClass,
    filterClass,
    filtererClass,
  ];
  const { CRITICAL, ERROR, WARNING, INFO, DEBUG, NOTSET } = state;
  return new LoggingModule(
    new Map<string, unknown>([
      ...functions.map((each): [string, unknown] => [each.name, each]),
      ...classes.map((each): [string, unknown] => [each.name, each]),
      ...Object.entries({ CRITICAL, FATAL: CRITICAL, ERROR, WARN: WARNING, WARNING, INFO, DEBUG }),
      ['NOTSET', NOTSET],
      ['BASIC_FORMAT', styleOf('%').basic],
      ['raiseExceptions', true],
      ['root', root],
      ['lastResort', last],
    ]),
    root,
    last,
  );
}
