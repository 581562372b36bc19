// Logger and LoggerAdapter: a tree by dotted names; what a logger lets pass goes to its handlers
// and to those of all above it. Source: CPython Lib/logging/__init__.py (Logger, Manager,
// LoggerAdapter).

import { BaseException, KeyError, PyTypeError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { getAttribute } from '../../objects/attributes.ts';
import { Dict } from '../../objects/dict.ts';
import { items } from '../../objects/iteration.ts';
import { invoke, nativeClass } from '../../objects/native-class.ts';
import { callBuiltin, LibraryFunction } from '../../objects/signature.ts';
import { truthy } from '../../objects/truth.ts';
import { isInt } from '../../objects/type-of.ts';
import { type Builtin, Instance, type PyClass, Tuple } from '../../values.ts';
import { exceptionTriple, handledException } from '../program-stack.ts';
import { type Place, placeOfCaller, stackInfo } from './callers.ts';
import { addOnce, filtererClass, listOf, passing, removeFrom } from './filters.ts';
import { logRecordClass } from './records.ts';
import {
  CRITICAL,
  checkLevel,
  DEBUG,
  ERROR,
  INFO,
  levelName,
  NOTSET,
  stateOf,
  WARNING,
} from './state.ts';

type Keywords = ReadonlyMap<string, unknown>;

function parentOf(self: Instance): Instance | null {
  return (self.attributes.get('parent') as Instance | null) ?? null;
}

function levelOf(self: Instance): number {
  return Number(self.attributes.get('level'));
}

/** `logger.getEffectiveLevel()`. */
export function effectiveLevel(self: Instance): number {
  for (let each: Instance | null = self; each !== null; each = parentOf(each)) {
    if (levelOf(each) !== NOTSET) return levelOf(each);
  }
  return NOTSET;
}

/** `logger.isEnabledFor(level)`. */
export function isEnabled(run: Interpreter, self: Instance, level: number): boolean {
  if (truthy(run, self.attributes.get('disabled'))) return false;
  return level > stateOf(run).disabled && level >= effectiveLevel(self);
}

/** The handlers that a record of this logger reaches. */
export function* handlersOf(run: Interpreter, self: Instance): IterableIterator<unknown> {
  for (let each: Instance | null = self; each !== null; each = parentOf(each)) {
    yield* [...listOf(each, 'handlers')];
    if (!truthy(run, each.attributes.get('propagate'))) return;
  }
}

function callHandlers(run: Interpreter, self: Instance, record: Instance): null {
  let found = 0;
  const level = Number(record.attributes.get('levelno'));
  const offer = (handler: unknown): void => {
    const least = Number(getAttribute(run, handler, 'level'));
    if (level >= least) invoke(run, handler, 'handle', [record]);
  };
  for (const handler of handlersOf(run, self)) {
    found++;
    offer(handler);
  }
  if (found === 0) offer(stateOf(run).lastResort);
  return null;
}

function handle(run: Interpreter, self: Instance, given: unknown): null {
  if (truthy(run, self.attributes.get('disabled'))) return null;
  const record = passing(run, self, given);
  if (record !== null) invoke(run, self, 'callHandlers', [record]);
  return null;
}

function excInfo(run: Interpreter, given: unknown): unknown {
  if (!truthy(run, given)) return given;
  if (given instanceof BaseException) return exceptionTriple(given);
  return given instanceof Tuple ? given : exceptionTriple(handledException(run));
}

/** What a record is made of beside its text. */
interface Details {
  readonly excInfo: unknown;
  readonly extra: unknown;
  readonly stack: unknown;
  readonly place: Place;
}

/** Makes a record and hands it on. */
export function log(
  run: Interpreter,
  self: Instance,
  level: unknown,
  msg: unknown,
  args: Tuple,
  details: Details,
): void {
  const { pathname, line, name } = details.place;
  const who = self.attributes.get('name');
  const { extra, excInfo: info, stack } = details;
  const given = [who, level, pathname, line, msg, args, info, name, stack];
  const record = run.call(logRecordClass, given) as Instance;
  if (extra !== null) addExtra(run, record, extra);
  handle(run, self, record);
}

function addExtra(run: Interpreter, record: Instance, extra: unknown): void {
  for (const key of items(run, extra)) {
    const name = run.objects.str(run, key);
    if (name === 'message' || name === 'asctime' || record.attributes.has(name)) {
      const shown = run.objects.repr(run, key);
      throw new KeyError(`Attempt to overwrite ${shown} in LogRecord`);
    }
    record.attributes.set(name, run.objects.getItem(run, extra, key));
  }
}

const logMethod = new LibraryFunction(
  '_log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1)',
  (run, self: Instance, level, msg, args: Tuple, info, extra: unknown, stack, depth: unknown) => {
    const place = placeOfCaller(run, Number(run.objects.index(run, depth)));
    const shown = truthy(run, stack) ? stackInfo(run) : null;
    log(run, self, level, msg, args, { excInfo: excInfo(run, info), extra, stack: shown, place });
    return null;
  },
);

function logAt(
  run: Interpreter,
  self: Instance,
  level: unknown,
  msg: unknown,
  args: readonly unknown[],
  keywords: Keywords,
): null {
  if (!isEnabled(run, self, Number(level))) return null;
  callBuiltin(run, logMethod, [self, level, msg, new Tuple(args)], keywords);
  return null;
}

/** What every logging call may be given by name. */
const OPTIONS = 'exc_info=None, extra=None, stack_info=False, stacklevel=1';

/** Levels by the method that logs at them. */
export const methodLevels: readonly (readonly [string, number])[] = [
  ['debug', DEBUG],
  ['info', INFO],
  ['warning', WARNING],
  ['error', ERROR],
  ['critical', CRITICAL],
  ['fatal', CRITICAL],
];

/** `exc_info=True` where it is not given. */
export function withException(keywords: Keywords): Keywords {
  return new Map([['exc_info', true as unknown], ...keywords]);
}

/** The methods that log, on what `target` gives: a logger itself, or the root logger. */
export function loggingFunctions(
  first: string,
  call: (run: Interpreter, self: unknown, level: unknown, rest: readonly unknown[]) => unknown,
): readonly Builtin[] {
  const make = (name: string, parameters: string, body: Builtin['body']): Builtin => {
    const made = new LibraryFunction(`${name}(${first}${parameters}*args, **kwargs)`, body);
    made.checkedSignature = `${name}(${first}${parameters}*args, ${OPTIONS})`;
    return made;
  };
  const hasSelf = first !== '';
  const split = (given: readonly unknown[]): [unknown, readonly unknown[]] =>
    hasSelf ? [given[0], given.slice(1)] : [null, given];
  return [
    ...methodLevels.map(([name, level]) =>
      make(name, 'msg, ', (run, ...given: unknown[]) => {
        const [self, rest] = split(given);
        return call(run, self, level, rest);
      }),
    ),
    make('exception', 'msg, ', (run, ...given: unknown[]) => {
      const [self, [msg, args, keywords]] = split(given);
      return call(run, self, ERROR, [msg, args, withException(keywords as Keywords)]);
    }),
    make('log', 'level, msg, ', (run, ...given: unknown[]) => {
      const [self, [level, ...rest]] = split(given);
      return call(run, self, level, rest);
    }),
  ];
}

function loggerCall(
  run: Interpreter,
  self: unknown,
  level: unknown,
  [msg, args, keywords]: readonly unknown[],
): unknown {
  if (!isInt(level)) throw new PyTypeError('level must be an integer');
  return logAt(run, self as Instance, level, msg, args as unknown[], keywords as Keywords);
}

function hasHandlers(self: Instance, run: Interpreter): boolean {
  for (const _each of handlersOf(run, self)) return true;
  return false;
}

/** A new logger without a parent. */
export function newLogger(cls: PyClass, name: string, level: number): Instance {
  const logger = new Instance(cls);
  const fields: readonly (readonly [string, unknown])[] = [
    ['filters', []],
    ['name', name],
    ['level', level],
    ['parent', null],
    ['propagate', true],
    ['handlers', []],
    ['disabled', false],
  ];
  for (const [key, value] of fields) logger.attributes.set(key, value);
  return logger;
}

/** `logging.getLogger(name)`; loggers below one that is new become its children. */
export function getLogger(run: Interpreter, name: unknown): Instance {
  const { root, loggers } = stateOf(run);
  if (name === null || name === '' || name === 'root') return root;
  if (typeof name !== 'string') throw new PyTypeError('A logger name must be a string');
  const known = loggers.get(name);
  if (known !== undefined) return known;
  const logger = newLogger(loggerClass, name, NOTSET);
  let parent = root;
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const above = loggers.get(name.slice(0, dot));
    if (above === undefined) continue;
    parent = above;
    break;
  }
  logger.attributes.set('parent', parent);
  for (const [below, each] of loggers) {
    const isBelow = below.startsWith(`${name}.`);
    if (isBelow && parentOf(each) === parent) each.attributes.set('parent', logger);
  }
  loggers.set(name, logger);
  return logger;
}

function shownLevel(run: Interpreter, self: Instance): string {
  return run.objects.str(run, levelName(run, effectiveLevel(self)));
}

export const loggerClass: PyClass = nativeClass(
  'Logger',
  'logging',
  [
    ...loggingFunctions('self, ', loggerCall),
    logMethod,
    new LibraryFunction('setLevel(self, level)', (run, self: Instance, level: unknown) => {
      self.attributes.set('level', checkLevel(run, level));
      return null;
    }),
    new LibraryFunction('isEnabledFor(self, level)', (run, self: Instance, level: unknown) =>
      isEnabled(run, self, Number(level)),
    ),
    new LibraryFunction('getEffectiveLevel(self)', (_run, self: Instance) => effectiveLevel(self)),
    new LibraryFunction('hasHandlers(self)', (run, self: Instance) => hasHandlers(self, run)),
    new LibraryFunction('addHandler(self, hdlr)', (run, self: Instance, handler: unknown) =>
      addOnce(run, listOf(self, 'handlers'), handler),
    ),
    new LibraryFunction('removeHandler(self, hdlr)', (run, self: Instance, handler: unknown) =>
      removeFrom(run, listOf(self, 'handlers'), handler),
    ),
    new LibraryFunction('callHandlers(self, record)', callHandlers),
    new LibraryFunction('handle(self, record)', handle),
    new LibraryFunction('getChild(self, suffix)', (run, self: Instance, suffix: string) => {
      const isRoot = stateOf(run).root === self;
      const own = run.objects.str(run, self.attributes.get('name'));
      return getLogger(run, isRoot ? suffix : `${own}.${suffix}`);
    }),
    new LibraryFunction('__repr__(self)', (run, self: Instance) => {
      const name = run.objects.str(run, self.attributes.get('name'));
      return `<${self.cls.name} ${name} (${shownLevel(run, self)})>`;
    }),
  ],
  [filtererClass],
);

export const rootLoggerClass = nativeClass('RootLogger', 'logging', [], [loggerClass]);

function adapterCall(
  run: Interpreter,
  self: unknown,
  level: unknown,
  [msg, args, keywords]: readonly unknown[],
): null {
  const logger = (self as Instance).attributes.get('logger');
  if (!truthy(run, invoke(run, logger, 'isEnabledFor', [level]))) return null;
  const given = new Dict(run, keywords as Keywords);
  const pair = invoke(run, self, 'process', [msg, given]) as Tuple;
  const [text, changed] = pair.items;
  const named = new Map<string, unknown>();
  for (const { key, value } of (changed as Dict).entries()) named.set(String(key), value);
  invoke(run, logger, 'log', [level, text, ...(args as unknown[])], named);
  return null;
}

export const loggerAdapterClass = nativeClass('LoggerAdapter', 'logging', [
  new LibraryFunction(
    '__init__(self, logger, extra=None)',
    (_run, self: Instance, logger: unknown, extra: unknown) => {
      self.attributes.set('logger', logger);
      self.attributes.set('extra', extra);
      return null;
    },
  ),
  new LibraryFunction('process(self, msg, kwargs)', (_run, self: Instance, msg, given: Dict) => {
    given.set('extra', self.attributes.get('extra'));
    return new Tuple([msg, given]);
  }),
  ...loggingFunctions('self, ', adapterCall),
  ...['isEnabledFor(self, level)', 'setLevel(self, level)'].map(
    (signature) =>
      new LibraryFunction(signature, (run, self: Instance, level: unknown) => {
        const name = signature.slice(0, signature.indexOf('('));
        return invoke(run, self.attributes.get('logger'), name, [level]);
      }),
  ),
]);
