// Virtual time: float64 seconds, moved only by jumps to the next timer and by blocking calls. One
// clock serves all loops of a program, so time, iterations and the counts of handles and draws go
// on from one to the next.

export class VirtualClock {
  /** Seconds since the start of the program. */
  now = 0;
  /** Passes of runOnce so far; the first is 1. */
  iteration = 0;
  /** Handles executed so far, cancelled ones included. */
  handles = 0;
  /** `handles` when the clock last moved. */
  handlesAtJump = 0;
  /** Durations out of a draw so far, evaluated while a loop ran. */
  draws = 0;

  /** Moves to `when` seconds, never back. */
  jump(when: number): void {
    if (when > this.now) {
      this.now = when;
      this.handlesAtJump = this.handles;
    }
  }
}
