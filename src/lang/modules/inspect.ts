// Module `inspect`: what a value is - a coroutine function, something to await, a method - and
// `getdoc`. Signatures, sources and frames are refused.
// Source: CPython 3.14 Lib/inspect.py.

import { Coroutine } from '../../asyncio/coroutines.ts';
import { AsyncGeneratorStep, PyAsyncGenerator } from '../machine/async-generator.ts';
import { ASYNC_GENERATOR, COROUTINE, GENERATOR, type Role } from '../machine/frame.ts';
import { PyFunction } from '../machine/function.ts';
import { PyGenerator } from '../machine/generator.ts';
import { getAttributeOr } from '../objects/attributes.ts';
import { methodClass, methodDescriptorClass } from '../objects/classes.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { isOfClass, typeOf } from '../objects/type-of.ts';
import { BoundMethod, Builtin, PyClass, PyModule } from '../values.ts';
import { Partial } from './functools-partial.ts';

/** The functions of asyncio that are `async def` in CPython; each with the class that it is in. */
const coroutineFunctions = new Set([
  'sleep',
  'wait_for',
  'wait',
  'to_thread',
  'Queue.put',
  'Queue.get',
  'Queue.join',
  'Lock.acquire',
  'Lock.__aenter__',
  'Event.wait',
  'Condition.acquire',
  'Condition.wait',
  'Condition.wait_for',
  'Semaphore.acquire',
  'Barrier.wait',
]);

/** The function behind a method or a partial. */
function innermost(value: unknown): unknown {
  if (value instanceof BoundMethod) return innermost(value.callee);
  return value instanceof Partial ? innermost(value.callee) : value;
}

export function isCoroutineFunction(value: unknown): boolean {
  const callee = innermost(value);
  if (callee instanceof PyFunction) return callee.code.role === COROUTINE;
  if (!(callee instanceof LibraryFunction)) return false;
  const { name, owner } = callee;
  return coroutineFunctions.has(owner === null ? name : `${owner.name}.${name}`);
}

function hasRole(value: unknown, role: Role): boolean {
  const callee = innermost(value);
  return callee instanceof PyFunction && callee.code.role === role;
}

/** What `asend` and its like give is awaited as a coroutine is, and is none. */
function isCoroutine(value: unknown): boolean {
  return value instanceof Coroutine && !(value instanceof AsyncGeneratorStep);
}

function isAwaitable(value: unknown): boolean {
  return value instanceof Coroutine || typeOf(value).lookup('__await__') !== undefined;
}

function isFunction(value: unknown): boolean {
  return value instanceof PyFunction || value instanceof LibraryFunction;
}

function isMethod(value: unknown): boolean {
  return isOfClass(value, methodClass);
}

function isBuiltin(value: unknown): boolean {
  if (value instanceof BoundMethod) return !isMethod(value);
  return value instanceof Builtin && !isFunction(value) && typeOf(value) !== methodDescriptorClass;
}

const tests: readonly (readonly [string, (value: unknown) => boolean])[] = [
  ['iscoroutinefunction', isCoroutineFunction],
  ['iscoroutine', isCoroutine],
  ['isawaitable', isAwaitable],
  ['isasyncgenfunction', (value) => hasRole(value, ASYNC_GENERATOR)],
  ['isasyncgen', (value) => value instanceof PyAsyncGenerator],
  ['isgeneratorfunction', (value) => hasRole(value, GENERATOR)],
  ['isgenerator', (value) => value instanceof PyGenerator],
  ['isfunction', isFunction],
  ['ismethod', isMethod],
  ['isbuiltin', isBuiltin],
  [
    'isroutine',
    (value) =>
      isFunction(value) ||
      isMethod(value) ||
      value instanceof Builtin ||
      isBuiltin(value) ||
      value instanceof Partial,
  ],
  ['isclass', (value) => value instanceof PyClass],
  ['ismodule', (value) => value instanceof PyModule],
];

/** A docstring without its indentation. */
export function cleanDoc(text: string): string {
  const lines = text.replaceAll('\t', '        ').split(/\r\n|\r|\n/u);
  const later = lines.slice(1);
  const margins = later.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const margin = margins.length === 0 ? 0 : Math.min(...margins);
  const cleaned = [lines[0].trimStart(), ...later.map((line) => line.slice(margin))];
  while (cleaned.length > 0 && cleaned.at(-1)?.trim() === '') cleaned.pop();
  while (cleaned.length > 0 && cleaned[0] === '') cleaned.shift();
  return cleaned.join('\n');
}

/** The module; the same for every run. */
export const inspectModule = new PyModule(
  'inspect',
  new Map<string, unknown>([
    ...tests.map(([name, test]): [string, unknown] => [
      name,
      new LibraryFunction(`${name}(object)`, (_run, value: unknown) => test(value)),
    ]),
    ['cleandoc', new LibraryFunction('cleandoc(doc)', (_run, text: string) => cleanDoc(text))],
    [
      'getdoc',
      new LibraryFunction('getdoc(object)', (run, value: unknown) => {
        const doc = getAttributeOr(run, value, '__doc__');
        return typeof doc === 'string' ? cleanDoc(doc) : null;
      }),
    ],
  ]),
);
