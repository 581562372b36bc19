// What is wrong with the user's file, as plain data: the place, a stable code for programs, and
// words for people. Whoever finds a mistake makes one and goes on, so that all mistakes of a file
// are reported at once; presenting them is the business of the report and of the command line.

import type { Span } from './span.ts';

export interface Diagnostic {
  /** An error refuses the file (exit 2); a warning does not. */
  readonly severity: 'error' | 'warning';
  /** A stable word for programs and tests, such as `syntax` or `unsupported`. */
  readonly code: string;
  /** One line without a full stop, in CPython's own words where CPython has a message for it. */
  readonly message: string;
  readonly span: Span;
  /** What to write instead, where that is known. */
  readonly hint?: string;
}

/** Whoever collects diagnostics. */
export type Report = (diagnostic: Diagnostic) => void;
