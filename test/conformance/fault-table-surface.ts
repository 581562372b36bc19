// Deliberate faults in barriers, contexts, eager starts, generators, runners and handlers. As in
// fault-table.ts.
import type { Fault } from './fault-table.ts';

export const surfaceFaults: readonly Fault[] = [
  {
    name: 'a barrier lets go one too early',
    file: 'asyncio/barriers.ts',
    text: 'if (this.#count === this.parties)',
    replacement: 'if (this.#count >= this.parties - 1)',
  },
  {
    name: 'those who come while a barrier drains go in',
    file: 'asyncio/barriers.ts',
    text: "() => barrier.state !== 'draining' && barrier.state !== 'resetting'",
    replacement: '() => true',
  },
  {
    name: 'a reset of an empty barrier waits for someone to leave',
    file: 'asyncio/barriers.ts',
    text: "const next = this.#count > 0 ? 'resetting' : 'filling';",
    replacement: "const next = 'resetting';",
  },
  {
    name: 'a task shares the context of its maker',
    file: 'asyncio/contexts.ts',
    text: 'return context === null || context.size === 0 ? null : context.copy();',
    replacement: 'return context === null || context.size === 0 ? null : context;',
  },
  {
    name: 'a callback runs in the context of whoever runs before',
    file: 'asyncio/base-events.ts',
    text: 'target.context ??= this.contexts.capture();',
    replacement: '',
  },
  {
    name: 'an eager start leaves its maker the current task',
    file: 'asyncio/tasks.ts',
    text: 'loop.currentTask = this as Task;\n    if (tracer !== null) emitStep',
    replacement:
      'if (currentTask === null) loop.currentTask = this as Task;\n' +
      '    if (tracer !== null) emitStep',
  },
  {
    name: 'abandoned asynchronous generators are left alone',
    file: 'asyncio/async-generators.ts',
    text: 'if (loop.isClosed()) return;\n    const closing',
    replacement: 'if (!loop.isClosed()) return;\n    const closing',
  },
  {
    name: 'shutdown closes no asynchronous generator',
    file: 'asyncio/async-generators.ts',
    text: 'if (left.length === 0) return null;',
    replacement: 'if (left.length >= 0) return null;',
  },
  {
    name: 'a runner forgets the exception that it is left by',
    file: 'asyncio/runners.ts',
    text: 'const handled = error instanceof BaseException ? error : null;',
    replacement: 'const handled = null;',
  },
  {
    name: 'a handler that raises KeyboardInterrupt does not leave the loop',
    file: 'asyncio/exception-handler.ts',
    text: 'if (leavesLoop(exception)) throw exception;\n      this.#reportSafely(',
    replacement: 'this.#reportSafely(',
  },
  {
    name: 'a queue wakes who was cancelled in line',
    file: 'asyncio/queues.ts',
    text: 'if (each.done()) continue;',
    replacement: 'if (each.done()) return true;',
  },
];
