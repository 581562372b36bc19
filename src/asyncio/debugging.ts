// Debug mode: where futures, tasks and handles were made, and steps and callbacks that hold the
// loop for too long. It watches, and changes no order: an object gets one more field, and only
// while the mode is on. Source: CPython Lib/asyncio/base_events.py (_run_once, call_soon),
// format_helpers.py (extract_stack), Modules/_asynciomodule.c (future_init).

import { CallbackTarget } from './callback.ts';
import type { TracebackEntry } from './exceptions.ts';
import type { Registration } from './futures.ts';
import type { Host } from './host.ts';
import { RUN_HANDLE } from './library-places.ts';

/** Library frames between a program's module and what its loop runs, counted in a short stack. */
const LOOP_FRAMES = 6;

/** Where an object was made: CPython's `_source_traceback`. */
export interface Origin {
  /** Frames of the program, outermost first. */
  readonly stack: readonly TracebackEntry[];
  /** `created at`: `program.py:3`, or a place of the library; null where there is neither. */
  readonly place: string | null;
}

/** What a program's stack looks like at one moment. */
export interface ProgramStack {
  /** Of the module that waits for the loop; empty where the module itself runs. */
  readonly module: readonly TracebackEntry[];
  /** Of what runs, outermost first. */
  readonly running: readonly TracebackEntry[];
}

/** Something that may know where it was made. */
export interface Made {
  origin?: unknown;
}

export class Debugging {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  /**
   * Notes where an object is made.
   * @param library the place in CPython's library that makes it; null for the program's own line.
   * @param limit frames that are kept, the library's counted too.
   */
  note(made: Made, library: string | null, limit = Number.POSITIVE_INFINITY): void {
    const stack = shortened(this.#host.stack(), limit);
    made.origin = { stack, place: library ?? lastPlace(stack) } satisfies Origin;
  }

  /** A future is done: its callbacks are scheduled by what runs, or by the loop. */
  scheduling(registrations: readonly Registration[]): void {
    for (const { target } of registrations) {
      if (!(target instanceof CallbackTarget)) continue;
      const isProgram = this.#host.stack().running.length > 0;
      this.note(target, isProgram ? null : RUN_HANDLE);
    }
  }

  /** Another place in the library than was noted; null for the program's own line. */
  amend(made: Made, library: string | null): void {
    const origin = originOf(made);
    if (origin === null) return;
    made.origin = { stack: origin.stack, place: library ?? lastPlace(origin.stack) };
  }
}

/** Where it was made; null outside of debug mode. */
export function originOf(made: object): Origin | null {
  return ((made as Made).origin as Origin | undefined) ?? null;
}

/** What a report tells of where an object was made: nothing outside of debug mode. */
export function sourceOf(made: object): { readonly sourceTraceback?: readonly TracebackEntry[] } {
  const origin = originOf(made);
  return origin === null ? {} : { sourceTraceback: origin.stack };
}

/** The frames that CPython keeps of a stack whose length is limited. */
export function shortened({ module, running }: ProgramStack, limit: number): TracebackEntry[] {
  if (running.length >= limit) return running.slice(-limit);
  const room = module.length === 0 ? 0 : limit - running.length - LOOP_FRAMES;
  const outer = room > 0 ? module.slice(-Math.min(room, module.length)) : [];
  return [...outer, ...running];
}

function lastPlace(stack: readonly TracebackEntry[]): string | null {
  const last = stack.at(-1);
  return last === undefined ? null : `${last.file}:${last.line}`;
}
