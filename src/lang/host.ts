// The language as asyncio's host: Python's repr and comparison, and the reports that CPython's loop
// logs to stderr when nobody handles an exception. Source: CPython Lib/asyncio/base_events.py
// (default_exception_handler), Lib/logging (lastResort: the message, then the traceback).

import { BaseException } from '../asyncio/exceptions.ts';
import type { ExceptionContext, Host } from '../asyncio/host.ts';
import { callbackText } from './callback-text.ts';
import type { Interpreter } from './interpreter.ts';
import { lessThan } from './objects/compare.ts';
import { repr } from './objects/repr.ts';
import { typeName } from './objects/type-of.ts';

export class LanguageHost implements Host {
  readonly #run: Interpreter;
  readonly #format: (error: BaseException) => string;

  /** `format`: an exception as a traceback, with its last newline. */
  constructor(run: Interpreter, format: (error: BaseException) => string) {
    this.#run = run;
    this.#format = format;
  }

  repr(value: unknown): string {
    return repr(this.#run, value);
  }

  typeName(value: unknown): string {
    return typeName(value);
  }

  describeCallback(callback: unknown): string {
    return callbackText(this.#run, callback);
  }

  less(a: unknown, b: unknown): boolean {
    return lessThan(this.#run, a, b);
  }

  report(context: ExceptionContext): void {
    const { message, exception, future, task, asyncgen } = context;
    let text = `${message}\n`;
    if (future !== undefined) text += `future: ${this.#shown(future)}\n`;
    if (task !== undefined) text += `task: ${this.#shown(task)}\n`;
    if (asyncgen !== undefined) text += `asyncgen: ${this.#shown(asyncgen)}\n`;
    if (exception instanceof BaseException) text += this.#format(exception);
    this.#run.write('stderr', text);
  }

  /** As `repr`, which the program's own methods may make fail. */
  #shown(value: unknown): string {
    try {
      return this.repr(value);
    } catch (error) {
      if (!(error instanceof BaseException)) throw error;
      return `<unprintable ${typeName(value)} object>`;
    }
  }
}
