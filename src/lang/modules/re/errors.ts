// `re.PatternError`, which `re.error` is another name of: what is wrong with an expression, and
// where. Source: CPython 3.14 Lib/re/_constants.py (PatternError).

import { Exception } from '../../../asyncio/exceptions.ts';
import { builtinClass } from '../../objects/classes.ts';
import { exceptionClass } from '../../objects/exception-classes.ts';

export const patternErrorClass = builtinClass('PatternError', [exceptionClass], 're');

/** The error at a place of the expression, counted in code points; null where none is known. */
export function patternError(message: string, pattern: string, at: number | null): Exception {
  if (at === null) {
    const error = new Exception(message);
    error.userClass = patternErrorClass;
    return error;
  }
  const before = Array.from(pattern).slice(0, at);
  const line = before.filter((each) => each === '\n').length + 1;
  const column = at - before.lastIndexOf('\n');
  const isLong = pattern.includes('\n');
  const where = isLong ? ` (line ${line}, column ${column})` : '';
  const error = new Exception(`${message} at position ${at}${where}`);
  error.userClass = patternErrorClass;
  error.attributes = new Map<string, unknown>([
    ['msg', message],
    ['pattern', pattern],
    ['pos', at],
    ['lineno', line],
    ['colno', column],
  ]);
  return error;
}
