// Issuing a warning: found its place in the program, judged by the filters, raised or written to
// stderr. Source: CPython 3.14 Python/_warnings.c (setup_context, warn_explicit, show_warning).

import type { BaseException } from '../../../asyncio/exceptions.ts';
import * as exceptions from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { type ExceptionConstructor, exceptionClassOf } from '../../objects/exception-classes.ts';
import { isOfClass, typeOf } from '../../objects/type-of.ts';
import type { PyClass } from '../../values.ts';
import { programFrames } from '../program-stack.ts';
import { type Notice, warningClass, warningsOf } from './filters.ts';

/** A warning's text in CPython's form, with the line of the source where there is one. */
export function warningText(
  file: string,
  line: number,
  category: string,
  text: string,
  source: string,
): string {
  const shown = source.trim();
  return `${file}:${line}: ${category}: ${text}\n${shown === '' ? '' : `  ${shown}\n`}`;
}

/** A line of the program's file; empty for those of others. */
export function sourceLine(run: Interpreter, file: string, line: number): string {
  if (file !== run.file) return '';
  return (run.source ?? '').split(/\r\n|\r|\n/u)[line - 1] ?? '';
}

/** Judges a warning with its place, and shows it. Throws it where a filter says so. */
export function warnExplicitly(
  run: Interpreter,
  message: unknown,
  category: PyClass,
  file: string,
  line: number,
  module: string,
): void {
  const isInstance = isOfClass(message, warningClass);
  const kind = isInstance ? typeOf(message) : category;
  const text = run.objects.str(run, message);
  const notice: Notice = { text, category: kind, module, line };
  const state = warningsOf(run);
  const action = state.actionFor(notice);
  if (action === 'ignore') return;
  const warning = isInstance ? message : run.call(kind, [message]);
  if (action === 'error') throw warning as BaseException;
  if (!state.isNews(action, notice)) return;
  if (state.recorder !== null) state.recorder(warning, notice, file);
  else {
    const source = sourceLine(run, file, line);
    run.write('stderr', warningText(file, line, kind.name, text, source));
  }
}

/** `warnings.warn`: at the place of the frame so many levels up, 1 for who is running. */
export function warn(run: Interpreter, message: unknown, category: PyClass, level: number): void {
  const frame = programFrames(run).at(-Math.max(1, level));
  if (frame === undefined) warnExplicitly(run, message, category, '<sys>', 0, 'sys');
  else warnExplicitly(run, message, category, frame.file, frame.line, '__main__');
}

/** A warning of the library itself about the line that calls it. */
export function warnProgram(run: Interpreter, kind: ExceptionConstructor, message: string): void {
  warn(run, message, exceptionClassOf(kind), 1);
}

/** Whether a RuntimeWarning about a line of the program is to be seen. */
export function isShown(run: Interpreter, text: string, line: number): boolean {
  const category = exceptionClassOf(exceptions.RuntimeWarning);
  const notice: Notice = { text, category, module: '__main__', line };
  const action = warningsOf(run).actionFor(notice);
  return action !== 'ignore';
}
