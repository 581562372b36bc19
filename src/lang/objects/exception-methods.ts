// Exceptions as objects: how they are made, their attributes and methods, and those of groups.
// Source: CPython Objects/exceptions.c (BaseException_members, BaseExceptionGroup_new,
// oserror_use_init, BaseExceptionGroup_split); 3.14's messages.

import {
  type AnyGroup,
  BaseExceptionGroup,
  ExceptionGroup,
  exceptionGroup,
  isException,
  isGroup,
  split,
} from '../../asyncio/exception-groups.ts';
import type { TracebackEntry } from '../../asyncio/exceptions.ts';
import * as exceptions from '../../asyncio/exceptions.ts';
import {
  AttributeError,
  BaseException,
  PyTypeError,
  ValueError,
} from '../../asyncio/exceptions.ts';
import { checkParts } from '../bytes/unicode-errors.ts';
import type { Interpreter } from '../interpreter.ts';
import { Builtin, PyClass, Tuple } from '../values.ts';
import { isCallable } from './callable.ts';
import { builtinClass, declareType, define } from './classes.ts';
import { defineGetters, Getter } from './descriptors.ts';
import {
  baseExceptionClass,
  baseExceptionGroupClass,
  constructorOf,
  type ExceptionConstructor,
  exceptionClassOf,
  exceptionGroupClass,
} from './exception-classes.ts';
import { initialiser, isFilledByInit, takeFiles, takeKeywords } from './exception-parts.ts';
import { toArray } from './iteration.ts';
import { exceptionRepr, exceptionText } from './repr.ts';
import { callSpecial, specialOf } from './special.ts';
import { truthy } from './truth.ts';
import { isInstance, isSubclass, typeName } from './type-of.ts';

/** `__traceback__` as the program sees it. */
export class Traceback {
  readonly entries: TracebackEntry[];

  constructor(entries: TracebackEntry[]) {
    this.entries = entries;
  }
}
export const tracebackClass = builtinClass('traceback');
declareType(Traceback, tracebackClass);
defineGetters(tracebackClass, [
  new Getter('tb_lineno', (_run, self: Traceback) => self.entries[0]?.line ?? null),
]);

/** OSError(errno, text) makes the subclass that stands for this errno (Linux numbers). */
const byErrno = new Map<unknown, ExceptionConstructor>([
  [1, exceptions.PermissionError],
  [2, exceptions.FileNotFoundError],
  [3, exceptions.ProcessLookupError],
  [4, exceptions.InterruptedError],
  [10, exceptions.ChildProcessError],
  [11, exceptions.BlockingIOError],
  [13, exceptions.PermissionError],
  [17, exceptions.FileExistsError],
  [20, exceptions.NotADirectoryError],
  [21, exceptions.IsADirectoryError],
  [32, exceptions.BrokenPipeError],
  [103, exceptions.ConnectionAbortedError],
  [104, exceptions.ConnectionResetError],
  [108, exceptions.BrokenPipeError],
  [110, exceptions.TimeoutError],
  [111, exceptions.ConnectionRefusedError],
  [114, exceptions.BlockingIOError],
  [115, exceptions.BlockingIOError],
]);

function constructException(
  _run: Interpreter,
  cls: PyClass,
  args: readonly unknown[],
  keywords: ReadonlyMap<string, unknown> | null,
): BaseException {
  let jsClass = constructorOf(cls) ?? BaseException;
  const isOwn = exceptionClassOf(jsClass) === cls;
  if (jsClass === exceptions.OSError && isOwn && args.length >= 2 && args.length <= 5) {
    jsClass = byErrno.get(args[0]) ?? jsClass;
  }
  const error = new jsClass(...(isFilledByInit(cls) ? [] : args));
  if (isOwn) takeKeywords(error, cls.name, keywords);
  else error.userClass = cls;
  takeFiles(error);
  checkParts(error);
  return error;
}

function constructGroup(
  run: Interpreter,
  cls: PyClass,
  args: readonly unknown[],
  keywords: ReadonlyMap<string, unknown> | null,
): BaseException {
  const isOwn = cls === baseExceptionGroupClass || cls === exceptionGroupClass;
  if (keywords !== null && keywords.size > 0 && isOwn) {
    throw new PyTypeError(`${cls.name}() takes no keyword arguments`);
  }
  if (args.length !== 2 && (isOwn || args.length < 2)) {
    throw new PyTypeError(
      `BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`,
    );
  }
  const [message, sequence] = args;
  if (typeof message !== 'string') {
    throw new PyTypeError(
      `BaseExceptionGroup.__new__() argument 1 must be str, not ${typeName(message)}`,
    );
  }
  const members = groupMembers(run, sequence);
  const onlyExceptions = members.every(isException);
  if (isSubclass(cls, exceptionGroupClass) && !onlyExceptions) {
    const name = cls === exceptionGroupClass ? 'an ExceptionGroup' : `'${cls.name}'`;
    throw new PyTypeError(`Cannot nest BaseExceptions in ${name}`);
  }
  const asExceptions = cls === baseExceptionGroupClass && onlyExceptions;
  const group: AnyGroup =
    asExceptions || isSubclass(cls, exceptionGroupClass)
      ? new ExceptionGroup(message, members)
      : new BaseExceptionGroup(message, members);
  group.args = [message, sequence];
  if (!isOwn) group.userClass = cls;
  return group;
}

function groupMembers(run: Interpreter, sequence: unknown): unknown[] {
  if (!Array.isArray(sequence) && !(sequence instanceof Tuple)) {
    throw new PyTypeError('second argument (exceptions) must be a sequence');
  }
  const members = toArray(run, sequence);
  if (members.length === 0) {
    throw new ValueError('second argument (exceptions) must be a non-empty sequence');
  }
  const at = members.findIndex((member) => !(member instanceof BaseException));
  if (at >= 0) {
    throw new ValueError(`Item ${at} of second argument (exceptions) is not an exception`);
  }
  return members;
}

baseExceptionClass.construct = constructException;
baseExceptionGroupClass.construct = constructGroup;

function setLink(
  what: 'cause' | 'context',
): (run: Interpreter, self: BaseException, value: unknown) => void {
  return (_run, self, value) => {
    if (value !== null && !(value instanceof BaseException)) {
      throw new PyTypeError(`exception ${what} must be None or derive from BaseException`);
    }
    self[what] = value;
    if (what === 'cause') self.suppressContext = true;
  };
}

function setTraceback(self: BaseException, value: unknown): void {
  if (value !== null && !(value instanceof Traceback)) {
    throw new PyTypeError('__traceback__ must be a traceback or None');
  }
  self.traceback = value === null ? null : value.entries;
}

defineGetters(baseExceptionClass, [
  new Getter(
    'args',
    (_run, self: BaseException) => new Tuple(self.args),
    (run, self: BaseException, value) => {
      self.args = toArray(run, value);
    },
  ),
  new Getter('__cause__', (_run, self: BaseException) => self.cause, setLink('cause')),
  new Getter('__context__', (_run, self: BaseException) => self.context, setLink('context')),
  new Getter(
    '__suppress_context__',
    (_run, self: BaseException) => self.suppressContext,
    (run, self: BaseException, value) => {
      self.suppressContext = truthy(run, value);
    },
  ),
  new Getter(
    '__traceback__',
    (_run, self: BaseException) => (self.traceback === null ? null : new Traceback(self.traceback)),
    (_run, self: BaseException, value) => setTraceback(self, value),
  ),
  new Getter(
    '__notes__',
    (_run, self: BaseException) => {
      if (self.notes !== null) return self.notes;
      throw new AttributeError(`'${typeName(self)}' object has no attribute '__notes__'`);
    },
    (_run, self: BaseException, value) => {
      self.notes = value as string[];
    },
  ),
]);

define(baseExceptionClass, [
  initialiser,
  new Builtin('__str__(self, /)', exceptionText),
  new Builtin('__repr__(self, /)', exceptionRepr),
  new Builtin('add_note(self, object, /)', (_run, self: BaseException, note: unknown) => {
    if (typeof note !== 'string') {
      throw new PyTypeError(`add_note() argument must be str, not ${typeName(note)}`);
    }
    self.notes ??= [];
    if (!Array.isArray(self.notes))
      throw new PyTypeError('Cannot add note: __notes__ is not a list');
    self.notes.push(note);
    return null;
  }),
  new Builtin('with_traceback(self, object, /)', (_run, self: BaseException, value: unknown) => {
    setTraceback(self, value);
    return self;
  }),
]);

/** What `split` and `subgroup` go by: a class, a tuple of classes, or a function. */
function matcher(run: Interpreter, condition: unknown): (member: unknown) => boolean {
  const classes = condition instanceof Tuple ? condition.items : [condition];
  const isExceptionClass = (value: unknown): boolean =>
    value instanceof PyClass && isSubclass(value, baseExceptionClass);
  if (classes.every(isExceptionClass)) return (member) => isInstance(member, condition);
  if (condition instanceof PyClass || !isCallable(condition)) {
    throw new PyTypeError(
      'expected an exception type, a tuple of exception types, or a callable ' +
        '(other than a class)',
    );
  }
  return (member) => truthy(run, run.call(condition, [member]));
}

/**
 * `split` of a group: what matches and what does not, null for an empty side. Groups of the program
 * are made anew by their own `derive`; cause, context, traceback and notes are kept.
 * @param wantsRest else what does not match is not made into a group, and null.
 */
export function splitGroup(
  run: Interpreter,
  group: AnyGroup,
  matches: (member: unknown) => boolean,
  wantsRest = true,
): readonly [AnyGroup | null, AnyGroup | null] {
  if (!hasOwnDerive(group)) return split(group, matches);
  if (matches(group)) return [group, null];
  const matched: unknown[] = [];
  const rest: unknown[] = [];
  for (const member of group.exceptions) {
    if (!isGroup(member)) {
      (matches(member) ? matched : rest).push(member);
      continue;
    }
    const [yes, no] = splitGroup(run, member, matches, wantsRest);
    if (yes !== null) matched.push(yes);
    if (no !== null) rest.push(no);
  }
  const ours = deriveOwn(run, group, matched);
  return [ours, wantsRest ? deriveOwn(run, group, rest) : null];
}

/** True where the group or one inside it is of a class of the program with a `derive`. */
function hasOwnDerive(value: unknown): boolean {
  if (!isGroup(value)) return false;
  return specialOf(value, 'derive') !== undefined || value.exceptions.some(hasOwnDerive);
}

function deriveOwn(
  run: Interpreter,
  group: AnyGroup,
  members: readonly unknown[],
): AnyGroup | null {
  if (members.length === 0) return null;
  const derived =
    callSpecial(run, group, 'derive', [members]) ?? exceptionGroup(group.message, members);
  if (!isGroup(derived)) {
    throw new PyTypeError('derive must return an instance of BaseExceptionGroup');
  }
  derived.cause = group.cause;
  derived.context = group.context;
  derived.traceback = group.traceback;
  derived.suppressContext = true;
  if (group.notes !== null) derived.notes = [...group.notes];
  return derived;
}

defineGetters(baseExceptionGroupClass, [
  new Getter('message', (_run, self: AnyGroup) => self.message),
  new Getter('exceptions', (_run, self: AnyGroup) => new Tuple(self.exceptions)),
]);
define(baseExceptionGroupClass, [
  new Builtin(
    'split(self, matcher_value, /)',
    (run, self: AnyGroup, condition: unknown) =>
      new Tuple(splitGroup(run, self, matcher(run, condition))),
  ),
  new Builtin(
    'subgroup(self, matcher_value, /)',
    (run, self: AnyGroup, condition: unknown) =>
      splitGroup(run, self, matcher(run, condition), false)[0],
  ),
  new Builtin('derive(self, excs, /)', (run, self: AnyGroup, members: unknown) => {
    const checked = groupMembers(run, members);
    return exceptionGroup(self.message, checked);
  }),
]);
