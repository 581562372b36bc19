// Deliberate faults in the loop and the tasks, for faults.ts. Each is one text that stands once in
// one file, and what stands there instead; a comparison with CPython has to notice it. The other
// half is fault-table-primitives.ts.

export interface Fault {
  /** What is wrong then. */
  readonly name: string;
  /** Under src/. */
  readonly file: string;
  /** Stands there exactly once. */
  readonly text: string;
  readonly replacement: string;
}

const TASKS = 'asyncio/tasks.ts';
const FUTURES = 'asyncio/futures.ts';

const loopFaults: readonly Fault[] = [
  {
    name: 'equal deadlines in order of creation in heapq mode',
    file: 'kernel/timer-heap.ts',
    text: "this.#stable = ties === 'fifo';",
    replacement: 'this.#stable = true;',
  },
  {
    name: "equal deadlines in heapq's order in fifo mode",
    file: 'kernel/timer-heap.ts',
    text: "this.#stable = ties === 'fifo';",
    replacement: 'this.#stable = false;',
  },
  {
    name: 'no clock resolution',
    file: 'kernel/loop.ts',
    text: 'const end = now + CLOCK_RESOLUTION;',
    replacement: 'const end = now;',
  },
  {
    name: 'cancelled timers are never compacted',
    file: 'kernel/loop.ts',
    text: 'if (count > MIN_SCHEDULED_TIMERS &&',
    replacement: 'if (count > 1e9 &&',
  },
  {
    name: 'compaction does not heapify',
    file: 'kernel/timer-heap.ts',
    text: 'for (let i = (kept >> 1) - 1; i >= 0; i--) this.#siftUp(i);',
    replacement: '',
  },
  {
    name: 'what a handle schedules runs in the same iteration',
    file: 'kernel/loop.ts',
    text: '      this.#remaining--;\n',
    replacement: '      this.#remaining = ready.length - 1;\n',
  },
  {
    name: 'call_later(0) goes before call_soon',
    file: 'asyncio/base-events.ts',
    text: 'return this.callAt(this.time() + this.duration(delay), fn, ...args);',
    replacement:
      'if (delay <= 0) return this.callSoon(fn, ...args) as never;\n' +
      '    return this.callAt(this.time() + this.duration(delay), fn, ...args);',
  },
  {
    name: 'a handle runs though it was cancelled when ready',
    file: 'kernel/handle.ts',
    text: 'if (!this.isCancelled) this.target.run(this.operation, this.argument);',
    replacement: 'this.target.run(this.operation, this.argument);',
  },
  {
    name: 'run ends without the last pass',
    file: FUTURES,
    text: 'this.loop.schedule(callbacks, this.bits >> OPERATION_SHIFT, this);',
    replacement:
      "if (callbacks.constructor.name === 'StopWhenDone') callbacks.run(0, this);\n" +
      '      else this.loop.schedule(callbacks, this.bits >> OPERATION_SHIFT, this);',
  },
];

const taskFaults: readonly Fault[] = [
  {
    name: 'a single done callback is called directly',
    file: FUTURES,
    text: 'this.loop.schedule(callbacks, this.bits >> OPERATION_SHIFT, this);',
    replacement: 'callbacks.run(this.bits >> OPERATION_SHIFT, this);',
  },
  {
    name: 'several done callbacks in reverse',
    file: FUTURES,
    text: 'for (const each of callbacks) this.loop',
    replacement: 'for (const each of [...callbacks].reverse()) this.loop',
  },
  {
    name: 'cancelled before its first step, the body runs',
    file: TASKS,
    text: 'if (this.mustCancel) {\n      if (!(thrown',
    replacement: "if (this.mustCancel && this.coroutine.state !== 'CREATED') {\n      if (!(thrown",
  },
  {
    name: '_must_cancel stays after uncancel to 0',
    file: TASKS,
    text: 'if (cancellation.requests === 0) this.setFlag(MUST_CANCEL, false);',
    replacement: '',
  },
  {
    name: 'the message of the second cancel counts',
    file: FUTURES,
    text: 'if (this.state !== PENDING) return false;\n    this.bits |= CANCELLED;',
    replacement:
      'if (this.state === CANCELLED) this.value = message;\n' +
      '    if (this.state !== PENDING) return false;\n    this.bits |= CANCELLED;',
  },
  {
    name: 'cancel asks twice: the future and the next step',
    file: TASKS,
    text: 'if (waiter.cancel(message)) return;',
    replacement: 'waiter.cancel(message);',
  },
  {
    name: 'a result is kept though the task must be cancelled',
    file: TASKS,
    text: 'const cancelled = this.mustCancel;',
    replacement: 'const cancelled = false;',
  },
  {
    name: 'a task that must be cancelled waits all the same',
    file: TASKS,
    text: 'if (this.mustCancel && future.cancel(this.message)) this.setFlag(MUST_CANCEL, false);',
    replacement: '',
  },
  {
    name: 'an eager start enters the ready queue',
    file: TASKS,
    text: 'if (eager) this.startEagerly(outer);',
    replacement: 'if (eager) loop.schedule(this, STEP, undefined);',
  },
  {
    name: 'a failed await of itself leaves no mark',
    file: TASKS,
    text: 'yielded.blocking = true;',
    replacement: 'yielded.blocking = false;',
  },
];

export const kernelAndTaskFaults: readonly Fault[] = [...loopFaults, ...taskFaults];
