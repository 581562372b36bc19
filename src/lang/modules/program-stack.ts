// Where the program stands, as modules show it: the exception that is being handled, and the frames
// of the program itself, those of the library left out as in all tracebacks here. Source: CPython
// Python/sysmodule.c (sys_exc_info), Lib/traceback.py (format_stack).

import type { ProgramStack } from '../../asyncio/debugging.ts';
import type { BaseException, TracebackEntry } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import type { Runtime } from '../machine/frame.ts';
import { handledBy } from '../machine/unwind.ts';
import { Traceback } from '../objects/exception-methods.ts';
import { typeOf } from '../objects/type-of.ts';
import { type TracebackOptions, tracebackPieces } from '../traceback.ts';
import { Tuple } from '../values.ts';

/** `sys.exception()`: the exception being handled by whoever called the built-in. */
export function handledException(run: Interpreter): BaseException | null {
  return handledBy((run as Runtime).top);
}

/** The three that `sys.exc_info()` gives of an exception. */
export function exceptionTriple(error: BaseException | null): Tuple {
  if (error === null) return new Tuple([null, null, null]);
  const { traceback } = error;
  return new Tuple([typeOf(error), error, traceback === null ? null : new Traceback(traceback)]);
}

/** An exception as `traceback.format_exception` gives it; null as for None. */
export function tracebackOf(
  run: Interpreter,
  error: BaseException | null,
  options: TracebackOptions = {},
): string[] {
  if (error === null) return ['NoneType: None\n'];
  const shower = { str: (value: unknown): string => run.objects.str(run, value) };
  return tracebackPieces(error, shower, run.source ?? '', options);
}

/** The frames of the program, the module's first. */
export function programFrames(run: Interpreter): readonly TracebackEntry[] {
  const { module, running } = (run as unknown as { stack(): ProgramStack }).stack();
  return [...module, ...running];
}

/** Frames as `traceback.print_stack` shows them, one text a frame. */
export function frameTexts(run: Interpreter, frames: readonly TracebackEntry[]): string[] {
  const lines = (run.source ?? '').split(/\r\n|\r|\n/u);
  return frames.map(({ file, line, function: name }) => {
    const source = (lines[line - 1] ?? '').trim();
    const head = `  File "${file}", line ${line}, in ${name}\n`;
    return source === '' ? head : `${head}    ${source}\n`;
  });
}
