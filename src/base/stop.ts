// What ends a simulation from inside: a limit that was reached, the program's exit, or a bug of
// ours. None of these is a Python exception: no `except` of the program sees them, no `finally`
// runs. They are thrown through tasks and frames up to whoever drives the loop, so whatever catches
// program errors rethrows a `SimulationStop` first.

/** Thrown through the whole simulation; never caught by the program. */
export abstract class SimulationStop {
  abstract readonly message: string;
}

/** A limit was reached (exit code 3). `limit` is its name, `flag` the option that raises it. */
export class LimitReached extends SimulationStop {
  readonly limit: string;
  readonly maximum: number;
  readonly flag: string;
  /** Where the program stood, `demo.py:7`; empty where that says nothing. */
  readonly place: string;

  constructor(limit: string, maximum: number, flag: string, place = '') {
    super();
    this.limit = limit;
    this.maximum = maximum;
    this.flag = flag;
    this.place = place;
  }

  get message(): string {
    const at = this.place === '' ? '' : ` at ${this.place}`;
    return `limit reached: ${this.limit} (${this.maximum})${at}; raise it with ${this.flag}`;
  }
}

/** A broken promise of this code base, never of the user's file (exit code 70). */
export class InternalError extends SimulationStop {
  readonly message: string;
  /** What was thrown, where an unexpected JavaScript error was the reason. */
  readonly reason: unknown;

  constructor(message: string, reason: unknown = null) {
    super();
    this.message = message;
    this.reason = reason;
  }
}

/** Checks an invariant of ours. Throws InternalError where it does not hold. */
export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) throw new InternalError(message);
}
