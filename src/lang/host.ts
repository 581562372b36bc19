// The language as asyncio's host: Python's repr and comparison, and the reports that CPython's loop
// logs to stderr: where logging is not set up, the message, then the traceback. Each report is also
// told to whoever watches the run. Source: CPython Lib/asyncio/base_events.py
// (default_exception_handler, _run_once), Lib/logging (lastResort), Lib/warnings.py
// (_warn_unawaited_coroutine, _formatwarnmsg_impl).

import { originOf, type ProgramStack } from '../asyncio/debugging.ts';
import { BaseException, type TracebackEntry } from '../asyncio/exceptions.ts';
import type { ExceptionContext, Host } from '../asyncio/host.ts';
import { Task } from '../asyncio/tasks.ts';
import { roundHalfEven } from '../base/float-text.ts';
import type { Position } from '../base/span.ts';
import type { Runnable } from '../kernel/handle.ts';
import type { FrameCoroutine } from './machine/frame-coroutine.ts';
import type { Machine } from './machine/machine.ts';
import { contextDict } from './modules/asyncio/loop-errors.ts';
import { failedText, runnableName, runnableText } from './modules/asyncio/reprs.ts';
import { logReport, slowCallback, unhandledException } from './modules/logging/reports.ts';
import { isShown } from './modules/warnings/issuing.ts';
import { lessThan } from './objects/compare.ts';
import { Dict } from './objects/dict.ts';
import { repr } from './objects/repr.ts';
import { typeName } from './objects/type-of.ts';

/** What is kept of a report: an event of the run. */
export interface Warning {
  readonly code: WarningCode;
  /** One line. */
  readonly text: string;
  readonly position: Position | null;
  /** Creation number of the task concerned, 0 for none. */
  readonly task: number;
}

export type WarningCode =
  | 'never-awaited'
  | 'never-retrieved'
  | 'destroyed-pending'
  | 'slow-callback'
  | 'unhandled-exception';

export interface HostOptions {
  /** The text of the program's file, for the source lines of stacks. */
  readonly source?: string;
  /** Told of each report. */
  readonly warn?: (warning: Warning) => void;
}

export class LanguageHost implements Host {
  readonly #run: Machine;
  readonly #format: (error: BaseException) => string;
  readonly #source: readonly string[];
  readonly #warn: (warning: Warning) => void;

  /** `format`: an exception as a traceback, with its last newline. */
  constructor(
    run: Machine,
    format: (error: BaseException) => string,
    { source = '', warn = () => {} }: HostOptions = {},
  ) {
    this.#run = run;
    this.#format = format;
    this.#source = source.split(/\r\n|\r|\n/u);
    this.#warn = warn;
  }

  repr(value: unknown): string {
    return repr(this.#run, value);
  }

  typeName(value: unknown): string {
    return typeName(value);
  }

  describeCallback(callback: unknown, args: readonly unknown[] | null = null): string {
    return this.#safely(callback, () => failedText(this.#run, callback, args));
  }

  less(a: unknown, b: unknown): boolean {
    return lessThan(this.#run, a, b);
  }

  stack(): ProgramStack {
    return this.#run.stack();
  }

  trackOrigins(enabled: boolean): void {
    this.#run.tracksOrigins = enabled;
  }

  report(context: ExceptionContext): void {
    const { message, exception } = context;
    const lines = [message || 'Unhandled exception in event loop'];
    for (const [key, value] of this.#othersOf(context)) {
      lines.push(`${key}: ${this.#described(key, value)}`);
    }
    const text = lines.join('\n');
    const error = exception instanceof BaseException ? exception : null;
    if (!logReport(this.#run, unhandledException, text, error)) {
      this.#run.write('stderr', `${text}\n${error === null ? '' : this.#format(error)}`);
    }
    this.#warn(warningOf(context));
  }

  reportSlow(target: Runnable, seconds: number): void {
    const took = `took ${roundHalfEven(seconds, 3).toFixed(3)} seconds`;
    const shown = this.#safely(target, () => runnableText(this.#run, target));
    const text = `Executing ${shown} ${took}`;
    if (!logReport(this.#run, slowCallback, text)) this.#run.write('stderr', `${text}\n`);
    this.#warn({
      code: 'slow-callback',
      text: `${this.#safely(target, () => runnableName(this.#run, target))} ${took}`,
      position: this.#run.blockedAt,
      task: target instanceof Task ? target.number : 0,
    });
  }

  /** A coroutine that is left over without having run. */
  reportNeverAwaited({ name, madeAt, origin }: FrameCoroutine): void {
    const line = madeAt === null ? 1 : madeAt.line;
    const message = `coroutine '${name}' was never awaited`;
    let text = `${this.#run.file}:${line}: RuntimeWarning: ${message}\n`;
    if (origin !== undefined) {
      const stack = this.#stackText(origin as readonly TracebackEntry[]);
      text += `Coroutine created at (most recent call last)\n${stack}`;
    }
    const source = this.#line(line);
    if (source !== '') text += `  ${source}\n`;
    text += 'RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n';
    if (isShown(this.#run, message, line)) this.#run.write('stderr', text);
    this.#warn({ code: 'never-awaited', text: message, position: madeAt, task: 0 });
  }

  /** The context but for message and exception, in the order of CPython's sorted keys. */
  #othersOf(context: ExceptionContext): [key: string, value: unknown][] {
    const { dict } = context;
    const pairs =
      dict instanceof Dict
        ? Array.from(dict.entries(), ({ key, value }): [string, unknown] => [String(key), value])
        : Object.entries(context).map(([key, value]): [string, unknown] =>
            key === 'context'
              ? [key, contextDict(this.#run, value as ExceptionContext)]
              : [pythonName(key), value],
          );
    return pairs
      .filter(([key, value]) => key !== 'message' && key !== 'exception' && value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  }

  #described(key: string, value: unknown): string {
    const made = /^(source|handle)_traceback$/.exec(key);
    if (made === null || !Array.isArray(value)) return this.#safely(value, () => this.repr(value));
    const what = made[1] === 'source' ? 'Object' : 'Handle';
    const stack = this.#stackText(value as readonly TracebackEntry[]).trimEnd();
    return `${what} created at (most recent call last):\n${stack}`;
  }

  #stackText(stack: readonly TracebackEntry[]): string {
    let text = '';
    for (const { file, line, function: name } of stack) {
      text += `  File "${file}", line ${line}, in ${name}\n`;
      const source = this.#line(line);
      if (source !== '') text += `    ${source}\n`;
    }
    return text;
  }

  #line(number: number): string {
    return (this.#source[number - 1] ?? '').trim();
  }

  /** What the program's own methods make, which may fail. */
  #safely(value: unknown, show: () => string): string {
    try {
      return show();
    } catch (error) {
      if (!(error instanceof BaseException)) throw error;
      return `<unprintable ${typeName(value)} object>`;
    }
  }
}

function pythonName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function warningOf({ message, exception, future, task: given }: ExceptionContext): Warning {
  const subject = given ?? future;
  const task = subject instanceof Task ? subject : null;
  const code = codeOf(message);
  return {
    code,
    text: textOf(code, message, task, exception),
    position: placeOf(exception) ?? task?.position ?? madeAt(subject),
    task: task?.number ?? 0,
  };
}

function codeOf(message: string): WarningCode {
  if (message.endsWith('exception was never retrieved')) return 'never-retrieved';
  return message.startsWith('Task was destroyed') ? 'destroyed-pending' : 'unhandled-exception';
}

function textOf(code: WarningCode, message: string, task: Task | null, exception: unknown): string {
  const who = task === null ? 'a future' : `${task.getName()} (${task.coroutine.name})`;
  const what = exception instanceof BaseException ? exception.typeName : 'an exception';
  if (code === 'destroyed-pending') return `${who} was still pending`;
  if (code === 'never-retrieved') return `nobody asked for ${what} of ${who}`;
  return exception instanceof BaseException ? `${message}: ${what}` : message;
}

/** Where an exception was raised. */
function placeOf(exception: unknown): Position | null {
  return exception instanceof BaseException ? (exception.traceback?.at(-1) ?? null) : null;
}

function madeAt(subject: object | undefined): Position | null {
  return subject === undefined ? null : (originOf(subject)?.stack.at(-1) ?? null);
}
