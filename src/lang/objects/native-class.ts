// Classes of modules that CPython writes in Python: their instances have attributes of their own,
// programs derive from them, and `super().__init__()` reaches the methods that are given here.
// Source: CPython Objects/typeobject.c (type_call).

import type { Interpreter } from '../interpreter.ts';
import { Builtin, Instance, type PyClass } from '../values.ts';
import { getAttribute } from './attributes.ts';
import { builtinClass, define } from './classes.ts';
import { callBuiltin } from './signature.ts';

/** A class of module `module`; `bases` defaults to `object` alone. */
export function nativeClass(
  name: string,
  module: string,
  methods: readonly Builtin[],
  bases?: readonly PyClass[],
): PyClass {
  const cls = builtinClass(name, bases, module);
  cls.construct = (run, called, args, keywords) => {
    const self = new Instance(called);
    const initialiser = called.lookup('__init__');
    if (initialiser instanceof Builtin) callBuiltin(run, initialiser, [self, ...args], keywords);
    return self;
  };
  return define(cls, methods);
}

/** `object.name(*args, **keywords)`: whatever the object's class makes of it. */
export function invoke(
  run: Interpreter,
  object: unknown,
  name: string,
  args: readonly unknown[],
  keywords: ReadonlyMap<string, unknown> | null = null,
): unknown {
  return run.call(getAttribute(run, object, name), args, keywords);
}
