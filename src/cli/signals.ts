// Ctrl-C and SIGTERM while a command works. The first signals are answered by ending early, with
// all that there is by then; one more ends the process. npx and timeout(1) pass Ctrl-C on to a
// process that the terminal has told already, so what comes right after a signal is its echo.
// The clock and the signals are a parameter: whatever depends on their order has no need to wait.

import { EXIT_SIGINT, EXIT_SIGTERM } from './exit-codes.ts';

export type SignalName = 'SIGINT' | 'SIGTERM';

/** What a command sees of the world that it runs in. */
export interface Outside {
  /** Milliseconds since some moment. */
  now(): number;
  on(name: SignalName, listener: () => void): void;
  off(name: SignalName, listener: () => void): void;
  /** Ends the process. */
  exit(code: number): void;
}

export const OUTSIDE: Outside = {
  now: () => performance.now(),
  on: (name, listener) => void process.on(name, listener),
  off: (name, listener) => void process.off(name, listener),
  exit: (code) => process.exit(code),
};

/** Milliseconds within which a second signal is an echo of the first. */
const ECHO = 500;

export class Signals {
  readonly #outside: Outside;
  readonly #answered: number;
  readonly #counted: number[] = [];
  #exitCode: number | null = null;
  readonly #onInterrupt = (): void => this.#signal(EXIT_SIGINT);
  readonly #onTerminate = (): void => this.#signal(EXIT_SIGTERM);

  /** Listens from now on. `answered`: signals that do not end the process. */
  constructor(answered: number, outside: Outside = OUTSIDE) {
    this.#answered = answered;
    this.#outside = outside;
    outside.on('SIGINT', this.#onInterrupt);
    outside.on('SIGTERM', this.#onTerminate);
  }

  /** The exit code of the first signal; null for none. */
  get exitCode(): number | null {
    return this.#exitCode;
  }

  /** When signals came that are no echo of one before. */
  get counted(): readonly number[] {
    return this.#counted;
  }

  /** After a signal it listens on: another must not kill the process while it writes its report. */
  close(): void {
    if (this.#exitCode !== null) return;
    this.#outside.off('SIGINT', this.#onInterrupt);
    this.#outside.off('SIGTERM', this.#onTerminate);
  }

  #signal(code: number): void {
    const now = this.#outside.now();
    const last = this.#counted.at(-1) ?? Number.NEGATIVE_INFINITY;
    if (now - last <= ECHO) return;
    this.#exitCode ??= code;
    this.#counted.push(now);
    if (this.#counted.length > this.#answered) this.#outside.exit(code);
  }
}
