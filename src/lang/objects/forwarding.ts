// Callables that stand before another one and are seen through by the driver, so that the call they
// lead to gets a frame as any call does: it may be preempted, block a thread, and recurse as deep
// as the program's own. `functools.partial` is a Forwarding, what `lru_cache` makes a Remembering.
// As attributes of a class both become methods. Source: CPython Modules/_functoolsmodule.c.

import type { Interpreter } from '../interpreter.ts';
import { BoundMethod, Builtin, type PyClass } from '../values.ts';
import { Descriptor, Getter } from './descriptors.ts';

type Keywords = ReadonlyMap<string, unknown> | null;

/** A call that is to be made instead. */
export interface ForwardedCall {
  readonly callee: unknown;
  readonly args: readonly unknown[];
  readonly keywords: Keywords;
}

abstract class MethodLike extends Descriptor {
  /** `__dict__`. */
  readonly attributes = new Map<string, unknown>();

  get(_run: Interpreter, self: unknown, _cls: PyClass): unknown {
    return self === undefined ? this : new BoundMethod(self, this);
  }
}

/** Hands each call on to another callable. */
export abstract class Forwarding extends MethodLike {
  abstract forward(args: readonly unknown[], keywords: Keywords): ForwardedCall;
}

/** What is remembered of one call: its value, or undefined and what to do with the value. */
export interface Recall {
  readonly value: unknown;
  keep(value: unknown): void;
}

/** Calls `inner` only where it does not know the answer. */
export abstract class Remembering extends MethodLike {
  abstract readonly inner: unknown;

  abstract recall(run: Interpreter, args: readonly unknown[], keywords: Keywords): Recall;

  /** The name that reports and reprs of methods show. */
  get qualname(): unknown {
    return this.attributes.get('__qualname__');
  }
}

/** `__module__` and `__doc__`, which the object itself may have, as a function does. */
export function ownNames(module: string): Getter[] {
  const names = [
    ['__module__', module],
    ['__doc__', null],
  ] as const;
  return names.map(
    ([name, otherwise]) =>
      new Getter(
        name,
        (_run, { attributes }: MethodLike) => attributes.get(name) ?? otherwise,
        (_run, { attributes }: MethodLike, value) => {
          attributes.set(name, value);
        },
      ),
  );
}

/** `__call__` for a class of Forwarding objects, where no frame calls them. */
export function forwardingCall(): Builtin {
  return new Builtin(
    '__call__(self, /, *args, **keywords)',
    (run, self: Forwarding, args: readonly unknown[], keywords: Map<string, unknown>) => {
      const to = self.forward(args, keywords);
      return run.call(to.callee, to.args, to.keywords);
    },
  );
}

/** `__call__` for a class of Remembering objects, where no frame calls them. */
export function rememberingCall(): Builtin {
  return new Builtin(
    '__call__(self, /, *args, **keywords)',
    (run, self: Remembering, args: readonly unknown[], keywords: Map<string, unknown>) => {
      const recall = self.recall(run, args, keywords);
      if (recall.value !== undefined) return recall.value;
      const value = run.call(self.inner, args, keywords.size === 0 ? null : keywords);
      recall.keep(value);
      return value;
    },
  );
}
