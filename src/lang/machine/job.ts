// A function of the program in a thread. It is called by a frame of its own, at the bottom of the
// thread's stack, so whatever can be called can be a job. That frame and all on top of it stand
// still while a built-in blocks the thread: time.sleep, the result of another job. Where JavaScript
// is on the stack in between (a sort key, a `__eq__`), blocking is refused. Source: CPython
// Lib/concurrent/futures/thread.py (_WorkItem.run).

import type { ContextHolder } from '../../asyncio/contexts.ts';
import type { Context } from '../../asyncio/contextvars.ts';
import type { Coroutine, Signal } from '../../asyncio/coroutines.ts';
import { YIELDED } from '../../asyncio/coroutines.ts';
import { NotImplementedError } from '../../asyncio/exceptions.ts';
import type { Span } from '../../base/span.ts';
import { callValue, type Keywords } from './calls.ts';
import { type Code, Frame, JOB, RETURN, type Runtime } from './frame.ts';
import { FrameCoroutine } from './frame-coroutine.ts';
import { Blocking } from './suspension.ts';

const NOWHERE: Span = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** What is called, and with what. */
export interface JobCall {
  readonly callee: unknown;
  readonly args: readonly unknown[];
  readonly keywords: Keywords;
  /** What it is run in: to_thread's copy; null for an empty one, as of a new thread. */
  readonly context: Context | null;
}

class JobCoroutine extends FrameCoroutine {
  readonly #holder: ContextHolder;

  constructor(frame: Frame, name: string, context: Context | null) {
    super(frame, name);
    this.#holder = { context };
  }

  override send(value: unknown): Signal {
    return this.#inContext(() => super.send(value));
  }

  override throw(error: unknown): Signal {
    return this.#inContext(() => super.throw(error));
  }

  #inContext(resume: () => Signal): Signal {
    const { contexts } = this.frame.machine;
    const before = contexts.enter(this.#holder);
    try {
      return this.#inThread(resume());
    } finally {
      contexts.leave(before);
    }
  }

  /** What the frame waits for, as a pool takes it. */
  #inThread(signal: Signal): Signal {
    if (signal !== YIELDED) return signal;
    if (this.payload instanceof Blocking) {
      this.payload = this.payload.until;
      return signal;
    }
    const message = 'a thread cannot run an event loop here: run it in the program itself';
    return this.throw(new NotImplementedError(message));
  }
}

/** The code of a frame that makes one call and returns what it gives. */
function codeOf(call: JobCall, file: string, span: Span): Code {
  return {
    name: '<thread>',
    qualname: '<thread>',
    file,
    role: JOB,
    isAsync: false,
    span,
    firstLine: span.line,
    doc: null,
    parameters: {
      names: [],
      positionalOnly: 0,
      positional: 0,
      keywordOnly: 0,
      restSlot: -1,
      keywordRestSlot: -1,
    },
    simpleArity: 0,
    template: [undefined],
    cellSlots: [],
    freeSlots: [],
    needsCells: false,
    operations: [
      (frame) => callValue(frame, call.callee, call.args, call.keywords, 0, 1),
      (frame) => {
        const [value] = frame.slots;
        frame.machine.value = value;
        return RETURN;
      },
    ],
    spans: [span, span],
    handlerAt: [-1, -1],
    handlers: [],
    handlingAt: [-1, -1],
    handlings: [],
    delegating: new Map(),
    owned: [],
    makes: [],
    slotNames: [''],
  };
}

/** A call of the program as what a thread runs; it begins with the first `send`. */
export function jobBody(machine: Runtime, call: JobCall, name: string): Coroutine {
  const { top } = machine;
  const span = top === null ? NOWHERE : top.code.spans[top.pc];
  const code = codeOf(call, top === null ? '' : top.code.file, span);
  return new JobCoroutine(new Frame(code, machine, code.template.slice()), name, call.context);
}
