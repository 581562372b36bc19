// The first and the last line of a trace: enough to run it again, and how it ended. Names that come
// from a user's file (parameters, random streams) stand in lists of pairs, never as keys of an
// object. Keys are written in the order in which the fields stand here.

import type { EndStatus } from './event.ts';

export interface TraceHeader {
  /** TRACE_VERSION of the writer. */
  readonly trace: number;
  /** Version of the program that wrote it. */
  readonly sim: string;
  readonly source: TraceSource;
  /** Name and Python repr of every parameter, in order of declaration. */
  readonly params: readonly (readonly [string, string])[];
  readonly seed: number | string;
  /** Order of timers with equal deadlines: `fifo` or `heapq`. */
  readonly ties: string;
  /** The scheduling policy with its settings; `fifo` is never asked and leaves no events. */
  readonly policy: string;
  /** Name and value of every limit. */
  readonly limits: readonly (readonly [string, number])[];
  /** Wall-clock time of virtual time 0, seconds since 1970. */
  readonly epoch: number;
  /** Virtual seconds at which the run ends normally; null for none. */
  readonly until: number | null;
  /** Threads of a loop's default executor. */
  readonly pool: number;
  /** Debug mode of every loop. */
  readonly debug: boolean;
  /** Whether get_event_loop makes no loop outside of a running one. */
  readonly strict314: boolean;
  /** The program's `sys.argv`. */
  readonly argv: readonly string[];
}

export interface TraceSource {
  /** Base name of the file. */
  readonly name: string;
  /** SHA-256 of the file's bytes, lower-case hexadecimal. */
  readonly sha256: string;
  /** The whole text; empty for a TypeScript program. */
  readonly text: string;
}

/** What a writer is told when a run ends. */
export interface RunEnd {
  readonly end: EndStatus;
  /** Virtual seconds. */
  readonly time: number;
  /** Name of each stream of random numbers, and a digest of its final state. */
  readonly random: readonly (readonly [string, string])[];
}

/** The last line. */
export interface TraceEnd extends RunEnd {
  /** Number of events. */
  readonly events: number;
  /** SHA-256 of all bytes before the last line. */
  readonly sha256: string;
}
