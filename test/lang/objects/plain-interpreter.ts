// An interpreter for tests of values: it calls built-ins, bound methods and classes, and takes a
// Builtin where a function of the program would stand. What needs a loop is not there.

import { BaseException, PyTypeError } from '../../../src/asyncio/exceptions.ts';
import type { Interpreter } from '../../../src/lang/interpreter.ts';
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

export function plainInterpreter(limits: Partial<Interpreter['limits']> = {}): PlainInterpreter {
  const output: string[] = [];
  const run = {
    output,
    charged: 0,
    limits: { recursion: 1000, collection: 50_000_000, digits: 4300, ...limits },
    addresses: new AddressBook(),
    objects: objectProtocol,
    charge(operations: number) {
      run.charged += operations;
    },
    write(stream: string, text: string) {
      if (stream === 'stdout') output.push(text);
    },
    call(
      callee: unknown,
      args: readonly unknown[],
      keywords: ReadonlyMap<string, unknown> | null = null,
    ): unknown {
      if (callee instanceof Builtin) return callBuiltin(asInterpreter, callee, args, keywords);
      if (callee instanceof BoundMethod) {
        return run.call(callee.callee, [callee.self, ...args], keywords);
      }
      if (callee instanceof PyClass) {
        for (const cls of callee.mro) {
          if (cls.construct !== null) return cls.construct(asInterpreter, callee, args, keywords);
        }
      }
      const method = specialOf(callee, '__call__');
      if (method !== undefined) return run.call(method, [callee, ...args], keywords);
      throw new PyTypeError(`'${typeName(callee)}' object is not callable`);
    },
  };
  const asInterpreter = run as unknown as PlainInterpreter;
  return asInterpreter;
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
