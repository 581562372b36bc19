// Code that tells which lines of the program run, for whoever debugs: each instruction says its
// line before it does what it does otherwise. Only code that is compiled for that is made so; all
// other code pays nothing.

import type { Span } from '../../base/span.ts';
import type { Operation } from '../machine/frame.ts';

interface Instructions {
  readonly operations: Operation[];
  readonly spans: readonly Span[];
}

/** The instructions, which tell their lines; as they are where `lines`, which gets them, is null. */
export function withLines<I extends Instructions>(built: I, lines: Set<number> | null): I {
  if (lines === null) return built;
  for (const { line } of built.spans) lines.add(line);
  const operations = built.operations.map((operation, pc) => telling(operation, built.spans[pc]));
  return { ...built, operations };
}

function telling(operation: Operation, { line }: Span): Operation {
  return (frame) => {
    frame.machine.onLine?.(line);
    return operation(frame);
  };
}
