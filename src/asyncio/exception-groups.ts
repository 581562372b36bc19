// ExceptionGroup and BaseExceptionGroup: several exceptions raised as one (PEP 654). ExceptionGroup
// is both an Exception and a BaseExceptionGroup; JavaScript has one parent, so "is a group" is
// asked with `isGroup`. Source: CPython Objects/exceptions.c (BaseExceptionGroup_new, split,
// derive).

import { BaseException, Exception, ValueError } from './exceptions.ts';

interface Group {
  readonly message: string;
  readonly exceptions: readonly unknown[];
}

/** A group that may hold any exception. Made by `exceptionGroup`, which checks its arguments. */
export class BaseExceptionGroup extends BaseException implements Group {
  static override readonly typeName: string = 'BaseExceptionGroup';
  readonly message: string;
  readonly exceptions: readonly unknown[];

  constructor(message: string, exceptions: readonly unknown[]) {
    super(message, exceptions);
    this.message = message;
    this.exceptions = exceptions;
  }
}

/** A group of Exceptions only; an `except Exception` catches it. */
export class ExceptionGroup extends Exception implements Group {
  static override readonly typeName: string = 'ExceptionGroup';
  readonly message: string;
  readonly exceptions: readonly unknown[];

  constructor(message: string, exceptions: readonly unknown[]) {
    super(message, exceptions);
    this.message = message;
    this.exceptions = exceptions;
  }
}

export type AnyGroup = BaseExceptionGroup | ExceptionGroup;

/** True for both kinds of group. */
export function isGroup(value: unknown): value is AnyGroup {
  return value instanceof BaseExceptionGroup || value instanceof ExceptionGroup;
}

/** True for what `except Exception` catches: Python's Exceptions and any foreign thrown value. */
export function isException(value: unknown): boolean {
  return value instanceof Exception || !(value instanceof BaseException);
}

/**
 * Makes `BaseExceptionGroup(message, exceptions)`: an ExceptionGroup where all members are
 * Exceptions. Throws ValueError for an empty sequence. Source: BaseExceptionGroup_new.
 */
export function exceptionGroup(message: string, exceptions: readonly unknown[]): AnyGroup {
  if (exceptions.length === 0) {
    throw new ValueError('second argument (exceptions) must be a non-empty sequence');
  }
  return exceptions.every(isException)
    ? new ExceptionGroup(message, exceptions)
    : new BaseExceptionGroup(message, exceptions);
}

/**
 * A group like `group` (same cause, context, traceback and notes) around other members. Its context
 * is suppressed, with or without a cause: that comes of setting one. Source: exceptiongroup_subset.
 */
export function derive(group: AnyGroup, exceptions: readonly unknown[]): AnyGroup {
  const derived = exceptionGroup(group.message, exceptions);
  derived.cause = group.cause;
  derived.context = group.context;
  derived.traceback = group.traceback;
  derived.suppressContext = true;
  if (group.notes !== null) derived.notes = [...group.notes];
  return derived;
}

/**
 * Splits a group into what matches and what does not, keeping the nesting; null for an empty side.
 * A member that is not a group is judged by `matches`; a group that matches as a whole stays whole.
 */
export function split(
  group: AnyGroup,
  matches: (member: unknown) => boolean,
): readonly [AnyGroup | null, AnyGroup | null] {
  if (matches(group)) return [group, null];
  const matched: unknown[] = [];
  const rest: unknown[] = [];
  for (const member of group.exceptions) {
    if (isGroup(member)) {
      const [yes, no] = split(member, matches);
      if (yes !== null) matched.push(yes);
      if (no !== null) rest.push(no);
    } else {
      (matches(member) ? matched : rest).push(member);
    }
  }
  return [
    matched.length > 0 ? derive(group, matched) : null,
    rest.length > 0 ? derive(group, rest) : null,
  ];
}
