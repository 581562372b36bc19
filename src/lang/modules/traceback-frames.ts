// Stacks taken apart: `traceback.extract_tb`, `extract_stack`, and the summaries of frames that they
// give, each of which is also a tuple of file, line, name and text.
// Source: CPython 3.14 Lib/traceback.py (FrameSummary, StackSummary).

import type { TracebackEntry } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass, declareType, define } from '../objects/classes.ts';
import { defineGetters, Getter } from '../objects/descriptors.ts';
import { Traceback } from '../objects/exception-methods.ts';
import { toIndex } from '../objects/index-of.ts';
import { items, iterate } from '../objects/iteration.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { Tuple } from '../values.ts';
import { frameTexts, programFrames } from './program-stack.ts';

class FrameSummary {
  readonly entry: TracebackEntry;
  readonly line: string;

  constructor(run: Interpreter, entry: TracebackEntry) {
    this.entry = entry;
    const lines = (run.source ?? '').split(/\r\n|\r|\n/u);
    this.line = (lines[entry.line - 1] ?? '').trim();
  }

  get fields(): Tuple {
    const { file, line, function: name } = this.entry;
    return new Tuple([file, line, name, this.line]);
  }
}

const frameSummaryClass = builtinClass('FrameSummary', undefined, 'traceback');
declareType(FrameSummary, frameSummaryClass);
define(frameSummaryClass, [
  new LibraryFunction('__iter__(self)', (run, self: FrameSummary) => iterate(run, self.fields)),
  new LibraryFunction('__getitem__(self, pos)', (run, self: FrameSummary, place: unknown) =>
    run.objects.getItem(run, self.fields, place),
  ),
  new LibraryFunction('__len__(self)', () => 4),
  new LibraryFunction('__repr__(self)', (_run, { entry }: FrameSummary) => {
    return `<FrameSummary file ${entry.file}, line ${entry.line} in ${entry.function}>`;
  }),
]);
defineGetters(frameSummaryClass, [
  new Getter('filename', (_run, { entry }: FrameSummary) => entry.file),
  new Getter('lineno', (_run, { entry }: FrameSummary) => entry.line),
  new Getter('end_lineno', (_run, { entry }: FrameSummary) => entry.endLine),
  new Getter('colno', (_run, { entry }: FrameSummary) => entry.column - 1),
  new Getter('end_colno', (_run, { entry }: FrameSummary) => entry.endColumn - 1),
  new Getter('name', (_run, { entry }: FrameSummary) => entry.function),
  new Getter('line', (_run, self: FrameSummary) => self.line),
  new Getter('locals', () => null),
]);

/** The first frames where `limit` is positive, else the last. */
function limited<T>(run: Interpreter, frames: readonly T[], limit: unknown): readonly T[] {
  if (limit === null) return frames;
  const count = Number(toIndex(run, limit));
  return count >= 0 ? frames.slice(0, count) : frames.slice(count);
}

const summaries = (run: Interpreter, frames: readonly TracebackEntry[]): FrameSummary[] =>
  frames.map((each) => new FrameSummary(run, each));

/** The functions of the module that are about them. */
export const frameFunctions: readonly LibraryFunction[] = [
  new LibraryFunction('extract_tb(tb, limit=None)', (run, tb: unknown, limit: unknown) =>
    summaries(run, limited(run, tb instanceof Traceback ? tb.entries : [], limit)),
  ),
  new LibraryFunction(
    'extract_stack(f=None, limit=None)',
    (run, _frame: unknown, limit: unknown) => {
      const count = limit === null ? null : -Number(toIndex(run, limit));
      return summaries(run, limited(run, programFrames(run), count));
    },
  ),
  new LibraryFunction('format_list(extracted_list)', (run, list: unknown) =>
    [...items(run, list)].flatMap((each) =>
      each instanceof FrameSummary ? frameTexts(run, [each.entry]) : [],
    ),
  ),
];
