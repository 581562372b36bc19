// An interpreter for tests of values: it calls built-ins, bound methods and classes, and takes a
// Builtin where a function of the program would stand. What needs a loop is not there.

import { Contexts } from '../../../src/asyncio/contexts.ts';
import { EventLoopPolicy } from '../../../src/asyncio/event-loop-policy.ts';
import { BaseException, PyTypeError, RuntimeError } from '../../../src/asyncio/exceptions.ts';
import { VirtualClock } from '../../../src/kernel/clock.ts';
import { DEFAULT_LOOP_LIMITS } from '../../../src/kernel/limits.ts';
import { Threads } from '../../../src/kernel/threads.ts';
import type { Interpreter, LanguageLimits } from '../../../src/lang/interpreter.ts';
import { PyRandom } from '../../../src/lang/modules/random-generator.ts';
import { AddressBook } from '../../../src/lang/objects/addresses.ts';
import { getAttribute } from '../../../src/lang/objects/attributes.ts';
import { builtins } from '../../../src/lang/objects/builtins.ts';
import { linearise, objectClass } from '../../../src/lang/objects/classes.ts';
import { objectProtocol } from '../../../src/lang/objects/protocol.ts';
import { repr, str } from '../../../src/lang/objects/repr.ts';
import { callBuiltin } from '../../../src/lang/objects/signature.ts';
import { specialOf } from '../../../src/lang/objects/special.ts';
import { typeName } from '../../../src/lang/objects/type-of.ts';
import { BoundMethod, Builtin, PyClass } from '../../../src/lang/values.ts';

export interface PlainInterpreter extends Interpreter {
  /** What was printed to stdout. */
  readonly output: string[];
  /** Operations charged so far. */
  charged: number;
}

/** What a test gives of its own. */
export interface Given extends Partial<Omit<Interpreter, 'limits'>> {
  readonly limits?: Partial<LanguageLimits>;
}

export function plainInterpreter(given: Given = {}): PlainInterpreter {
  const output: string[] = [];
  const clock = new VirtualClock();
  const newLoop = (): never => {
    throw new Error('a plain interpreter makes no loops');
  };
  const run: PlainInterpreter = {
    output,
    charged: 0,
    addresses: new AddressBook(),
    objects: objectProtocol,
    threads: new Threads(clock, DEFAULT_LOOP_LIMITS),
    contexts: new Contexts(),
    policy: new EventLoopPolicy(newLoop),
    random: new PyRandom(1),
    epoch: 0,
    charge(operations) {
      run.charged += operations;
    },
    write(stream, text) {
      if (stream === 'stdout') output.push(text);
    },
    runningLoop() {
      throw new RuntimeError('no running event loop');
    },
    newLoop,
    now: () => clock.now,
    block(seconds) {
      clock.jump(clock.now + seconds);
      return null;
    },
    call: (callee, args, keywords = null) => called(run, callee, args, keywords),
    ...given,
    limits: { recursion: 1000, collection: 50_000_000, digits: 4300, ...given.limits },
  };
  return run;
}

function called(
  run: Interpreter,
  callee: unknown,
  args: readonly unknown[],
  keywords: ReadonlyMap<string, unknown> | null,
): unknown {
  if (callee instanceof Builtin) return callBuiltin(run, callee, args, keywords);
  if (callee instanceof BoundMethod) {
    return run.call(callee.callee, [callee.self, ...args], keywords);
  }
  if (callee instanceof PyClass) {
    for (const cls of callee.mro) {
      if (cls.construct !== null) return cls.construct(run, callee, args, keywords);
    }
  }
  const method = specialOf(callee, '__call__');
  if (method !== undefined) return run.call(method, [callee, ...args], keywords);
  throw new PyTypeError(`'${typeName(callee)}' object is not callable`);
}

/** A class of the program with these methods: `__eq__: (run, self, other) => …`. */
export function programClass(
  name: string,
  methods: Readonly<Record<string, (run: Interpreter, ...args: never[]) => unknown>>,
  bases: readonly PyClass[] = [objectClass],
): PyClass {
  const cls = new PyClass(name, bases, linearise, '__main__');
  for (const [method, body] of Object.entries(methods)) {
    const builtin = new Builtin(
      `${method}(self, *rest)`,
      (run: Interpreter, self: never, rest: readonly never[]) => body(run, self, ...rest),
    );
    cls.attributes.set(method, builtin);
  }
  return cls;
}

/** The repr of what `compute` gives, or `Class: message` of the Python exception that it throws. */
export function shown(run: Interpreter, compute: () => unknown): string {
  try {
    const value = compute();
    return value === undefined ? 'undefined' : repr(run, value);
  } catch (error) {
    if (!(error instanceof BaseException)) throw error;
    return `${typeName(error)}: ${str(run, error)}`;
  }
}

/** Calls a built-in by name, keywords last: `call(run, 'max', [1, 2], { key: null })`. */
export function call(
  run: Interpreter,
  name: string,
  args: readonly unknown[],
  keywords: Readonly<Record<string, unknown>> = {},
): unknown {
  return run.call(builtins.get(name), args, new Map(Object.entries(keywords)));
}

/** Calls a method by name. */
export function method(
  run: Interpreter,
  self: unknown,
  name: string,
  args: readonly unknown[] = [],
  keywords: Readonly<Record<string, unknown>> = {},
): unknown {
  return run.call(getAttribute(run, self, name), args, new Map(Object.entries(keywords)));
}
