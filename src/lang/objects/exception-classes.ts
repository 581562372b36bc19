// A PyClass for every exception of asyncio/exceptions.ts and for the two groups, with CPython's
// bases and modules. The JavaScript class hierarchy is the source; ExceptionGroup alone has a
// second base.
// Source: CPython Objects/exceptions.c.

import { BaseExceptionGroup, ExceptionGroup } from '../../asyncio/exception-groups.ts';
import * as exceptions from '../../asyncio/exceptions.ts';
import type { PyClass } from '../values.ts';
import { builtinClass, declareType, objectClass } from './classes.ts';

export type ExceptionConstructor = typeof exceptions.BaseException;

const classes = new Map<unknown, PyClass>();
const constructors = new Map<PyClass, ExceptionConstructor>();

/** Modules of the exceptions that are not built in. */
const modules = new Map<unknown, string>([
  [exceptions.CancelledError, 'asyncio.exceptions'],
  [exceptions.InvalidStateError, 'asyncio.exceptions'],
  [exceptions.BrokenBarrierError, 'asyncio.exceptions'],
  [exceptions.FrozenInstanceError, 'dataclasses'],
  [exceptions.QueueEmpty, 'asyncio.queues'],
  [exceptions.QueueFull, 'asyncio.queues'],
  [exceptions.QueueShutDown, 'asyncio.queues'],
]);

function register(jsClass: ExceptionConstructor, cls: PyClass): PyClass {
  classes.set(jsClass, cls);
  constructors.set(cls, jsClass);
  declareType(jsClass, cls);
  return cls;
}

/** The Python class of an exception's JavaScript class; made on first sight, its parents first. */
function classOf(jsClass: ExceptionConstructor): PyClass {
  const known = classes.get(jsClass);
  if (known !== undefined) return known;
  const base =
    jsClass === exceptions.BaseException
      ? objectClass
      : classOf(Object.getPrototypeOf(jsClass) as ExceptionConstructor);
  const module = modules.get(jsClass) ?? 'builtins';
  return register(jsClass, builtinClass(jsClass.typeName, [base], module));
}

for (const value of Object.values(exceptions)) classOf(value as ExceptionConstructor);

export const baseExceptionClass = classOf(exceptions.BaseException);
export const exceptionClass = classOf(exceptions.Exception);
export const baseExceptionGroupClass = register(
  BaseExceptionGroup as unknown as ExceptionConstructor,
  builtinClass('BaseExceptionGroup', [baseExceptionClass]),
);
export const exceptionGroupClass = register(
  ExceptionGroup as unknown as ExceptionConstructor,
  builtinClass('ExceptionGroup', [baseExceptionGroupClass, exceptionClass]),
);

/** Every exception class, by its JavaScript class. */
export const exceptionClasses: ReadonlyMap<unknown, PyClass> = classes;

/** The Python class of one of our exception constructors. */
export function exceptionClassOf(jsClass: ExceptionConstructor): PyClass {
  return classOf(jsClass);
}

/**
 * The JavaScript class that holds instances of `cls`: its own or its nearest built-in
 * parent's.
 */
export function constructorOf(cls: PyClass): ExceptionConstructor | null {
  for (const parent of cls.mro) {
    const jsClass = constructors.get(parent);
    if (jsClass !== undefined) return jsClass;
  }
  return null;
}
