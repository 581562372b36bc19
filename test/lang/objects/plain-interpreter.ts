// An interpreter for tests of values: it calls built-ins, bound methods and classes, and takes a Builtin
// where a function of the program would stand. What needs a loop is not there.

import type { Interpreter } from '../../../src/lang/interpreter.ts';
import { AddressBook } from '../../../src/lang/objects/addresses.ts';
import { builtins } from '../../../src/lang/objects/builtins.ts';
import { objectClass } from '../../../src/lang/objects/classes.ts';
import { linearise } from '../../../src/lang/objects/classes.ts';
import { isMethod } from '../../../src/lang/objects/descriptors.ts';
import { objectProtocol } from '../../../src/lang/objects/protocol.ts';
import { callBuiltin } from '../../../src/lang/objects/signature.ts';
import { specialOf } from '../../../src/lang/objects/special.ts';
import { typeName } from '../../../src/lang/objects/types.ts';
import { PyTypeError } from '../../../src/asyncio/exceptions.ts';
import { BoundMethod, Builtin, Instance, PyClass } from '../../../src/lang/values.ts';

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
    const parameters = ['self', 'a', 'b', 'c'].slice(0, body.length - 1).join(', ');
    const builtin = new Builtin(`${method}(${parameters})`, body);
    if (body.length > 1 && !isMethod(builtin)) throw new Error('a method without self');
    cls.attributes.set(method, builtin);
  }
  return cls;
}

/** An instance of `programClass(…)`. */
export function instanceOf(cls: PyClass): Instance {
  return new Instance(cls);
}

/** A built-in by name. */
export function builtin(name: string): unknown {
  return builtins.get(name);
}
