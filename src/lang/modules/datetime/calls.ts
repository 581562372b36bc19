// How the classes of module `datetime` are called and what their instances are asked: C functions
// without a name in their messages. Source: CPython 3.14 Modules/_datetimemodule.c
// (datetime_new), Python/getargs.c.

import { PyTypeError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { builtinClass } from '../../objects/classes.ts';
import { ClassMethod } from '../../objects/descriptors.ts';
import { callBuiltin } from '../../objects/signature.ts';
import { Builtin, type PyClass } from '../../values.ts';

type Body = (run: Interpreter, ...args: never[]) => unknown;

/** A class of the module; no class of the program can derive from it. */
export function momentClass(name: string, bases?: readonly PyClass[]): PyClass {
  const cls = builtinClass(name, bases, 'datetime');
  cls.messageName = `datetime.${name}`;
  cls.isFinal = true;
  return cls;
}

/** Makes a class callable: `required` of the parameters in `signature` have no default. */
export function madeBy(
  cls: PyClass,
  signature: string,
  required: readonly string[],
  body: Body,
): void {
  const make = new Builtin(signature, body);
  const known = new Set(signature.slice(signature.indexOf('(') + 1, -1).match(/\w+(?==|,|$)/g));
  cls.signature = signature;
  cls.construct = (run, _cls, args, keywords) => {
    required.forEach((name, i) => {
      if (i < args.length || keywords?.has(name) === true) return;
      throw new PyTypeError(`function missing required argument '${name}' (pos ${i + 1})`);
    });
    for (const name of keywords?.keys() ?? []) {
      if (known.has(name)) continue;
      throw new PyTypeError(`this function got an unexpected keyword argument '${name}'`);
    }
    return callBuiltin(run, make, args, keywords);
  };
}

/** Adds a class method; its body does not get the class. */
export function defineClassMethod(cls: PyClass, signature: string, body: Body): void {
  const withClass = signature.replace(/\(/, signature.endsWith('()') ? '(cls' : '(cls, ');
  const callee = new Builtin(withClass, (run: Interpreter, _cls: unknown, ...args: never[]) =>
    body(run, ...args),
  );
  callee.owner = cls;
  cls.attributes.set(callee.name, new ClassMethod(callee));
}

/** A str argument of a `fromisoformat`. Throws TypeError. */
export function isoText(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new PyTypeError('fromisoformat: argument must be str');
}
