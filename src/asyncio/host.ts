// What asyncio asks of whoever embeds it: the language (Python's repr and comparison, reports on
// the program's stderr), or the default for coroutines written in TypeScript.

import type { Runnable } from '../kernel/handle.ts';
import type { ProgramStack } from './debugging.ts';
import { isGroup } from './exception-groups.ts';
import { BaseException, KeyError, OSError, type TracebackEntry } from './exceptions.ts';

/** What `loop.call_exception_handler` is given: CPython's context, with its words as fields. */
export interface ExceptionContext {
  readonly message: string;
  readonly exception?: unknown;
  /** The task or future concerned: CPython tells it under either word. */
  readonly future?: object;
  readonly task?: object;
  /** The callback that raised. */
  readonly handle?: object;
  /** The asynchronous generator that failed while the loop closed it. */
  readonly asyncgen?: object;
  /** What a handler that failed was given. */
  readonly context?: ExceptionContext;
  /** The program's own dict, where it wrote the context itself; the others are read from it. */
  readonly dict?: unknown;
  /** Frames of the program where the future, task or handle was made; only in debug mode. */
  readonly sourceTraceback?: readonly TracebackEntry[];
}

export interface Host {
  /** Python's repr of a value, for messages. */
  repr(value: unknown): string;
  /** Python's `type(value).__name__`, for messages. */
  typeName(value: unknown): string;
  /** A callback in the words of a report: `tick() at demo.py:3`; `args` are shown if given. */
  describeCallback(callback: unknown, args?: readonly unknown[] | null): string;
  /** Python's `a < b`, for PriorityQueue. */
  less(a: unknown, b: unknown): boolean;
  /** The default exception handler: a report on the program's stderr. */
  report(context: ExceptionContext): void;
  /** Where the program stands. */
  stack(): ProgramStack;
  /** Debug mode begins or ends: whether coroutines are to note where they were made. */
  trackOrigins(enabled: boolean): void;
  /** In debug mode: a step or callback held the loop for so many virtual seconds. */
  reportSlow(target: Runnable, seconds: number): void;
}

/** For TypeScript coroutines: JavaScript's comparison, reports kept for whoever asks. */
export class DefaultHost implements Host {
  readonly reports: ExceptionContext[] = [];

  repr(value: unknown): string {
    if (typeof value === 'string') return `'${value}'`;
    if (value === null || value === undefined) return 'None';
    if (value instanceof BaseException) {
      return `${value.typeName}(${value.args.map((each) => this.repr(each)).join(', ')})`;
    }
    if (Array.isArray(value)) return `[${value.map((each) => this.repr(each)).join(', ')}]`;
    if (typeof value === 'object') return `<${value.constructor?.name ?? 'object'}>`;
    return String(value);
  }

  /** Python's `str` of a value. */
  str(value: unknown): string {
    if (typeof value === 'string') return value;
    return value instanceof BaseException ? this.#message(value) : this.repr(value);
  }

  /** Class and message of what was thrown, as the last line of a traceback has them. */
  errorText(error: unknown): string {
    if (!(error instanceof BaseException || error instanceof Error)) return String(error);
    const isOurs = error instanceof BaseException;
    const [name, message] = isOurs
      ? [error.typeName, this.#message(error)]
      : [error.name, error.message];
    return message === '' ? name : `${name}: ${message}`;
  }

  /** Source: CPython Objects/exceptions.c, the classes' `__str__`. */
  #message(error: BaseException): string {
    if (isGroup(error)) {
      const count = error.exceptions.length;
      return `${error.message} (${count} sub-exception${count === 1 ? '' : 's'})`;
    }
    const { args } = error;
    if (error instanceof OSError && args.length >= 2 && args.length <= 5) {
      return `[Errno ${this.str(args[0])}] ${this.str(args[1])}`;
    }
    if (args.length > 1) return `(${args.map((each) => this.repr(each)).join(', ')})`;
    if (args.length === 0) return '';
    return error instanceof KeyError ? this.repr(args[0]) : this.str(args[0]);
  }

  typeName(value: unknown): string {
    if (value === null || value === undefined) return 'NoneType';
    return typeof value === 'object' ? (value.constructor?.name ?? 'object') : typeof value;
  }

  describeCallback(callback: unknown): string {
    const name = typeof callback === 'function' ? callback.name : this.repr(callback);
    return `${name === '' ? 'callback' : name}()`;
  }

  less(a: unknown, b: unknown): boolean {
    if (Array.isArray(a) && Array.isArray(b)) {
      for (let i = 0; i < a.length && i < b.length; i++) {
        if (this.less(a[i], b[i])) return true;
        if (this.less(b[i], a[i])) return false;
      }
      return a.length < b.length;
    }
    return (a as number) < (b as number);
  }

  report(context: ExceptionContext): void {
    this.reports.push(context);
  }

  stack(): ProgramStack {
    return { module: [], running: [] };
  }

  trackOrigins(): void {}

  reportSlow(target: Runnable, seconds: number): void {
    const named = target as { getName?: () => string };
    const name = named.getName?.() ?? 'a callback';
    this.report({ message: `Executing ${name} took ${seconds.toFixed(3)} seconds` });
  }
}
