// What asyncio itself logs, to the logger `asyncio`: reports of the default exception handler, slow
// callbacks, which selector a loop has. Source: CPython Lib/asyncio/log.py, base_events.py
// (default_exception_handler, _run_once), selector_events.py (BaseSelectorEventLoop.__init__).

import type { BaseException } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { Tuple } from '../../values.ts';
import { exceptionTriple } from '../program-stack.ts';
import type { Place } from './callers.ts';
import { getLogger, handlersOf, isEnabled, log } from './loggers.ts';
import { DEBUG, ERROR, WARNING } from './state.ts';

/** What asyncio logs: how grave it is, and the line of asyncio that does it. */
export interface AsyncioReport {
  readonly level: number;
  readonly place: Place;
}

export const unhandledException: AsyncioReport = {
  level: ERROR,
  place: { pathname: 'asyncio/base_events.py', line: 1875, name: 'default_exception_handler' },
};
export const slowCallback: AsyncioReport = {
  level: WARNING,
  place: { pathname: 'asyncio/base_events.py', line: 2041, name: '_run_once' },
};
export const selectorChosen: AsyncioReport = {
  level: DEBUG,
  place: { pathname: 'asyncio/selector_events.py', line: 64, name: '__init__' },
};

/**
 * Logs a report, where the program has set up a handler for it or wants none of it. False where it
 * has done neither: whoever reports then writes it to stderr, as the last resort would.
 */
export function logReport(
  run: Interpreter,
  report: AsyncioReport,
  message: string,
  error: BaseException | null = null,
): boolean {
  // As long as nobody has asked for the module, it is as it is at the start: without a handler.
  if (run.modules?.isMade('logging') !== true) return report.level < WARNING;
  const logger = getLogger(run, 'asyncio');
  const { level, place } = report;
  if (!isEnabled(run, logger, level)) return true;
  if (handlersOf(run, logger).next().done === true) return level < WARNING;
  const excInfo = error === null ? null : exceptionTriple(error);
  log(run, logger, level, message, new Tuple([]), { excInfo, extra: null, stack: null, place });
  return true;
}
