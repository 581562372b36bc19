// Where a logging call stands: the program's frame that made it, or asyncio's own line where the
// loop calls a logger's method as a callback. Source: CPython Lib/logging/__init__.py (findCaller),
// Lib/asyncio/events.py (Handle._run).

import type { Interpreter } from '../../interpreter.ts';
import type { Runtime } from '../../machine/frame.ts';
import { entryOf } from '../../machine/unwind.ts';
import { frameTexts, programFrames } from '../program-stack.ts';

export interface Place {
  readonly pathname: string;
  readonly line: number;
  /** Of the function. */
  readonly name: string;
}

/** Handle._run, which calls a callback. */
const CALLBACK: Place = { pathname: 'asyncio/events.py', line: 94, name: '_run' };

/** The frame `level` calls up, 1 for who called the built-in. */
export function placeOfCaller(run: Interpreter, level: number): Place {
  const { top } = run as Runtime;
  if (top === null) return CALLBACK;
  if (level <= 1) return placeOf(entryOf(top));
  const frames = programFrames(run);
  return placeOf(frames[Math.max(0, frames.length - level)]);
}

function placeOf(entry: ReturnType<typeof entryOf>): Place {
  return { pathname: entry.file, line: entry.line, name: entry.function };
}

/** What `stack_info=True` adds to a record. */
export function stackInfo(run: Interpreter): string {
  const frames = frameTexts(run, programFrames(run)).join('');
  return `Stack (most recent call last):\n${frames}`.replace(/\n$/, '');
}
