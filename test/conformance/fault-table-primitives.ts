// Deliberate faults in what is built on tasks: time-outs, combinators, groups, locks, queues. As
// in fault-table.ts.
import type { Fault } from './fault-table.ts';

const combinatorFaults: readonly Fault[] = [
  {
    name: 'gather has a hop less',
    file: 'asyncio/futures.ts',
    text: 'this.loop.schedule(callbacks, this.bits >> OPERATION_SHIFT, this);',
    replacement:
      "if ('childDone' in callbacks) callbacks.run(this.bits >> OPERATION_SHIFT, this);\n" +
      '      else this.loop.schedule(callbacks, this.bits >> OPERATION_SHIFT, this);',
  },
  {
    name: 'gather cancels the siblings of a failure',
    file: 'asyncio/gather.ts',
    text: 'this.setException(child.takeError());',
    replacement:
      'this.setException(child.takeError());\n' +
      '      for (const each of this.children) each.cancel();',
  },
  {
    name: 'gather(return_exceptions=True) returns though it was cancelled',
    file: 'asyncio/gather.ts',
    text: 'if (this.#cancelRequested) {',
    replacement: 'if (this.#cancelRequested && !this.#returnExceptions) {',
  },
  {
    name: 'wait_for makes a task',
    file: 'asyncio/wait-for.ts',
    text: 'result = yield* awaitable;',
    replacement: 'result = yield* ensureFuture(awaitable);',
  },
  {
    name: 'a timeout ignores what uncancel says',
    file: 'asyncio/timeouts.ts',
    text: 'if (left <= this.#cancelling && error !== null) convert(error);',
    replacement: 'if (error !== null) convert(error);',
  },
  {
    name: 'wait_for(…, 0) does not wait for the cancelled one',
    file: 'asyncio/wait-for.ts',
    text: 'yield* release.waiter;',
    replacement: '',
  },
  {
    name: 'a TimeoutError has no cause',
    file: 'asyncio/timeouts.ts',
    text: 'error.cause = cause;',
    replacement: '',
  },
  {
    name: 'a deadline that is past waits for a timer',
    file: 'asyncio/timeouts.ts',
    text: 'if (when <= loop.time())',
    replacement: 'if (when < -1)',
  },
  {
    name: "a TaskGroup's errors with the body's first",
    file: 'asyncio/taskgroups.ts',
    text: 'if (error !== null && !(error instanceof CancelledError)) errors.push(error);',
    replacement: 'if (error !== null && !(error instanceof CancelledError)) errors.unshift(error);',
  },
  {
    name: "a TaskGroup's errors in reverse",
    file: 'asyncio/taskgroups.ts',
    text: 'this.#errors.push(error);',
    replacement: 'this.#errors.unshift(error);',
  },
  {
    name: 'a TaskGroup forgets the outer cancellation',
    file: 'asyncio/taskgroups.ts',
    text: 'parent.uncancel();\n      parent.cancel();',
    replacement: 'parent.uncancel();',
  },
  {
    name: 'a TaskGroup does not cancel its body',
    file: 'asyncio/taskgroups.ts',
    text: 'this.#parentCancelRequested = true;\n      parent.cancel();',
    replacement: 'this.#parentCancelRequested = true;',
  },
  {
    name: 'shield passes a cancellation on',
    file: 'asyncio/shield.ts',
    text: 'if (inner.done()) return;\n    inner.removeCallback(this, SHIELD_INNER);',
    replacement:
      'if (inner.done()) return;\n    if (this.#outer.cancelled()) inner.cancel();\n' +
      '    inner.removeCallback(this, SHIELD_INNER);',
  },
  {
    name: 'wait cancels what is late',
    file: 'asyncio/wait.ts',
    text: '(future.done() ? done : pending).add(future);',
    replacement: '(future.done() || !future.cancel() ? done : pending).add(future);',
  },
  {
    name: 'as_completed gives the last first',
    file: 'asyncio/as-completed.ts',
    text: "import { Queue } from './queues.ts';",
    replacement: "import { LifoQueue as Queue } from './queues.ts';",
  },
];

const lineFaults: readonly Fault[] = [
  {
    name: 'a newcomer takes a lock before those who wait',
    file: 'asyncio/locks.ts',
    text: 'if (this.#isLocked || this.#waiters.uncancelled > 0) return false;',
    replacement: 'if (this.#isLocked) return false;',
  },
  {
    name: 'a lock wakes nobody when the woken one is cancelled',
    file: 'asyncio/locks.ts',
    text: 'if (error instanceof CancelledError && !lock.locked()) lock.wakeUpFirst();',
    replacement: '',
  },
  {
    name: "a semaphore's permit is lost with a cancelled waiter",
    file: 'asyncio/semaphores.ts',
    text: 'this.#semaphore.giveBack();',
    replacement: '',
  },
  {
    name: 'a newcomer takes a permit before those who wait',
    file: 'asyncio/semaphores.ts',
    text: 'if (this.locked()) return false;',
    replacement: 'if (this.value === 0) return false;',
  },
  {
    name: 'an event wakes the last first',
    file: 'asyncio/locks.ts',
    text:
      'for (let each = this.waiters.first; each !== null; each = this.waiters.first) {\n' +
      '        each.setResult(true);\n      }',
    replacement:
      'const all: Waiter[] = [];\n' +
      '      for (let each = this.waiters.first; each; each = each.nextWaiter) all.unshift(each);\n' +
      '      for (const each of all) each.setResult(true);',
  },
  {
    name: 'a condition loses a notification with a cancelled waiter',
    file: 'asyncio/locks.ts',
    text: 'condition.wake(1);',
    replacement: '',
  },
  {
    name: 'a condition swallows a cancellation while it takes the lock again',
    file: 'asyncio/locks.ts',
    text: 'if (cancelled !== null) throw cancelled;',
    replacement: '',
  },
  {
    name: 'an item is lost with a cancelled get',
    file: 'asyncio/queues.ts',
    text: 'if (this.isPossible() && !waiter.cancelled()) this.queue.wakeUpNext(this.line);',
    replacement: '',
  },
  {
    name: 'get does not take an item before those who wait',
    file: 'asyncio/queues.ts',
    text: 'if (!this.isPossible()) return false;',
    replacement:
      "if (!this.isPossible() || (this.state === 'CREATED' && this.line.length > 0)) return false;",
  },
  {
    name: 'task_done wakes those who join too early',
    file: 'asyncio/queues.ts',
    text:
      'this.#unfinishedTasks--;\n' +
      '    if (this.#unfinishedTasks === 0) wakeAll(this.#finished.waiters);',
    replacement: 'this.#unfinishedTasks--;\n    wakeAll(this.#finished.waiters);',
  },
  {
    name: 'an item wakes the getter that came last',
    file: 'asyncio/waiters.ts',
    text: 'const waiter = this.#first;',
    replacement: 'const waiter = this.#last;',
  },
  {
    name: 'shutdown does not wake those who put',
    file: 'asyncio/queues.ts',
    text: 'while (this.wakeUpNext(this.#putters));',
    replacement: '',
  },
];

export const primitiveFaults: readonly Fault[] = [...combinatorFaults, ...lineFaults];
