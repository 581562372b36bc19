// `Task.get_stack` and `print_stack`, and `_asyncio_awaited_by`. A task that waits has one frame,
// that of its outermost coroutine; one that failed has those of its traceback. The stack of the
// task that runs ends with its own frame, where CPython's goes on through the loop.
// Source: CPython Lib/asyncio/base_tasks.py, Modules/_asynciomodule.c.

import { awaitersOf } from '../../../asyncio/awaited-by.ts';
import { BaseException } from '../../../asyncio/exceptions.ts';
import type { Future } from '../../../asyncio/futures.ts';
import type { Task } from '../../../asyncio/tasks.ts';
import type { Interpreter } from '../../interpreter.ts';
import { define } from '../../objects/classes.ts';
import { defineGetters, Getter } from '../../objects/descriptors.ts';
import { PySet } from '../../objects/set.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { headline } from '../../traceback.ts';
import { integer } from './arguments.ts';
import { framesOf, type PyFrame, tracebackFrames } from './frames.ts';
import { futureClass, taskClass } from './futures.ts';
import { write } from './graph.ts';

/** At most `limit` frames, oldest first: of a traceback the oldest of them. */
function stackOf(run: Interpreter, task: Task, limit: unknown): PyFrame[] {
  const frames = allFrames(task);
  if (limit === null) return frames;
  return frames.slice(0, Math.max(0, integer(run, limit)));
}

function allFrames(task: Task): PyFrame[] {
  if (!task.done()) return framesOf(task.coroutine).slice(0, 1);
  const { failure } = task;
  if (!(failure instanceof BaseException)) return [];
  return tracebackFrames(failure.traceback ?? []);
}

function printStack(run: Interpreter, task: Task, limit: unknown, file: unknown): void {
  const { failure } = task;
  const frames = stackOf(run, task, limit);
  const text = run.objects.repr(run, task);
  const what = failure === undefined ? 'Stack' : 'Traceback';
  const title = `${what} for ${text} (most recent call last):\n`;
  write(run, file, frames.length === 0 ? `No stack for ${text}\n` : title);
  for (const frame of frames) write(run, file, lineOf(run, frame));
  if (failure !== undefined)
    write(run, file, headline(failure, { str: (value) => run.objects.str(run, value) }));
}

/** A frame as `traceback.print_list` prints it: with its source line, where the file has one. */
function lineOf(run: Interpreter, frame: PyFrame): string {
  const head = `  File "${frame.file}", line ${frame.line}, in ${frame.name}\n`;
  if (frame.file !== run.file) return head;
  const line = (run.source ?? '').split(/\r\n|\r|\n/u)[frame.line - 1]?.trim() ?? '';
  return line === '' ? head : `${head}    ${line}\n`;
}

define(taskClass, [
  new LibraryFunction('get_stack(self, *, limit=None)', (run, self: Task, limit: unknown) =>
    stackOf(run, self, limit),
  ),
  new LibraryFunction(
    'print_stack(self, *, limit=None, file=None)',
    (run, self: Task, limit: unknown, file: unknown) => {
      printStack(run, self, limit, file);
      return null;
    },
  ),
]);

defineGetters(futureClass, [
  new Getter('_asyncio_awaited_by', (run, self: Future) => {
    const awaiters = awaitersOf(self);
    return awaiters.length === 0 ? null : new PySet(run, awaiters, true);
  }),
]);
