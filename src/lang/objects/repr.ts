// `repr` and `str` of every value. Objects show a stable address (addresses.ts); a collection
// inside itself shows as `[...]`; an int with too many digits raises as in CPython.
// Source: CPython Objects/*.c (tp_repr, tp_str), Objects/exceptions.c (BaseException_repr,
// KeyError_str).

import { isGroup } from '../../asyncio/exception-groups.ts';
import {
  BaseException,
  KeyError,
  OSError,
  PyTypeError,
  RecursionError,
} from '../../asyncio/exceptions.ts';
import { floatRepr } from '../../base/float-text.ts';
import { unicodeErrorText } from '../bytes/unicode-errors.ts';
import type { Interpreter } from '../interpreter.ts';
import { intText } from '../text/parse-number.ts';
import { quote } from '../text/quote.ts';
import {
  BoundMethod,
  Builtin,
  Float,
  NumberInstance,
  PyClass,
  PyModule,
  Range,
  Singleton,
  Slice,
  TextInstance,
  Tuple,
} from '../values.ts';
import { asyncGeneratorClass, coroutineClass, functionClass, generatorClass } from './classes.ts';
import { derivedClass } from './derived.ts';
import { ClassMethod, Getter, isSlotWrapper, StaticMethod } from './descriptors.ts';
import { Dict } from './dict.ts';
import { DictView } from './dict-views.ts';
import { reserve } from './limits.ts';
import { PySet } from './set.ts';
import { LibraryFunction } from './signature-text.ts';
import { Slot } from './slots.ts';
import { callFound, specialOf } from './special.ts';
import { typeName, typeOf, UnionType } from './type-of.ts';

/** `repr(value)`. Throws what a `__repr__` of the program throws. */
export function repr(run: Interpreter, value: unknown): string {
  const isObject = typeof value === 'object' && value !== null && value.constructor !== Float;
  return (isObject ? userRepr(run, value, '__repr__') : undefined) ?? reprOfCore(run, value);
}

/** The repr by the language's own class of a value, whatever a class of the program says. */
export function reprOfCore(run: Interpreter, value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
      return `${value}`;
    case 'bigint':
      return intText(value, run.limits.digits);
    case 'boolean':
      return value ? 'True' : 'False';
    default:
      return value === null || value === undefined ? 'None' : reprOfObject(run, value);
  }
}

function reprOfObject(run: Interpreter, value: object): string {
  if (value instanceof Float) return floatRepr(value.value);
  if (value instanceof NumberInstance) return reprOfCore(run, value.number);
  if (value instanceof TextInstance) return quote(value.text);
  if (Array.isArray(value)) return nested(run, value, '[...]', () => `[${list(run, value)}]`);
  if (value instanceof Tuple) return nested(run, value, '(...)', () => reprOfTuple(run, value));
  if (value instanceof Dict) return nested(run, value, '{...}', () => reprOfDict(run, value));
  if (value instanceof PySet)
    return nested(run, value, setMark(value), () => reprOfSet(run, value));
  if (value instanceof DictView) {
    return nested(run, value, '...', () => `${typeName(value)}([${list(run, value.shown())}])`);
  }
  if (value instanceof BaseException) return exceptionRepr(run, value);
  if (value instanceof PyClass) return reprOfClass(value);
  return reprOfOther(run, value);
}

/** What a class of the program or a module says in `__repr__`; `asked` is what was asked for. */
function userRepr(
  run: Interpreter,
  value: object,
  asked: '__repr__' | '__str__',
): string | undefined {
  const method = specialOf(value, '__repr__');
  if (method === undefined) return undefined;
  const text = callFound(run, method, value, []);
  if (typeof text === 'string') return text;
  throw new PyTypeError(`${asked} returned non-string (type ${typeName(text)})`);
}

/** Runs `make` with the collection marked as entered; `mark` where it is entered already. */
export function nested(run: Interpreter, value: object, mark: string, make: () => string): string {
  const { entered } = run.addresses;
  if (entered.has(value)) return mark;
  if (entered.size > run.limits.recursion) {
    throw new RecursionError(
      'maximum recursion depth exceeded while getting the repr of an object',
    );
  }
  entered.add(value);
  try {
    const text = make();
    reserve(run, text.length);
    return text;
  } finally {
    entered.delete(value);
  }
}

function list(run: Interpreter, items: Iterable<unknown>): string {
  const texts: string[] = [];
  for (const item of items) texts.push(repr(run, item));
  return texts.join(', ');
}

function reprOfTuple(run: Interpreter, { items }: Tuple): string {
  return `(${list(run, items)}${items.length === 1 ? ',' : ''})`;
}

function reprOfDict(run: Interpreter, dict: Dict): string {
  const texts: string[] = [];
  for (const { key, value } of dict.entries()) texts.push(`${repr(run, key)}: ${repr(run, value)}`);
  return `{${texts.join(', ')}}`;
}

function setMark(set: PySet): string {
  return `${typeName(set)}(...)`;
}

function reprOfSet(run: Interpreter, set: PySet): string {
  if (set.size === 0) return `${typeName(set)}()`;
  const members = `{${list(run, set.members())}}`;
  return set.frozen || derivedClass(set) !== null ? `${typeName(set)}(${members})` : members;
}

/** `BaseException.__repr__`. */
export function exceptionRepr(run: Interpreter, error: BaseException): string {
  return nested(run, error, '...', () => `${typeName(error)}(${list(run, error.args)})`);
}

function reprOfClass(cls: PyClass): string {
  return `<class '${qualified(cls)}'>`;
}

/** The class's name with its module, `builtins` left out. */
export function qualified(cls: PyClass): string {
  return cls.module === 'builtins' ? cls.qualname : `${cls.module}.${cls.qualname}`;
}

function reprOfOther(run: Interpreter, value: object): string {
  if (value instanceof Singleton) return value.name;
  if (value instanceof Range) {
    const step = value.step === 1 ? '' : `, ${value.step}`;
    return `range(${value.start}, ${value.stop}${step})`;
  }
  if (value instanceof Slice) return `slice(${list(run, [value.start, value.stop, value.step])})`;
  if (value instanceof Builtin) return reprOfBuiltin(run, value);
  if (value instanceof BoundMethod) return reprOfMethod(run, value);
  if (value instanceof PyModule) return `<module '${value.name}'>`;
  if (value instanceof UnionType) return reprOfUnion(run, value);
  if (value instanceof Slot) return `<member '${value.name}' of '${value.owner.name}' objects>`;
  if (value instanceof Getter) return `<attribute '${value.name}' of '${value.owner}' objects>`;
  if (value instanceof StaticMethod || value instanceof ClassMethod) {
    return `<${typeName(value)}(${repr(run, value.callee)})>`;
  }
  const cls = typeOf(value);
  if (cls === functionClass) {
    return `<function ${qualnameOf(value)} at ${run.addresses.text(value)}>`;
  }
  if (cls === generatorClass || cls === coroutineClass || cls === asyncGeneratorClass) {
    return `<${cls.name} object ${qualnameOf(value)} at ${run.addresses.text(value)}>`;
  }
  const method = cls.lookup('__repr__');
  if (method instanceof Builtin && method.owner !== null && method.owner.name !== 'object') {
    return callFound(run, method, value, []) as string;
  }
  return defaultRepr(run, value);
}

function reprOfBuiltin(run: Interpreter, builtin: Builtin): string {
  const { owner, name } = builtin;
  if (builtin instanceof LibraryFunction) {
    return `<function ${qualnameOf(builtin)} at ${run.addresses.text(builtin)}>`;
  }
  if (owner === null || !builtin.hasSelf) {
    return `<built-in function ${name}>`;
  }
  const kind = isSlotWrapper(builtin) ? 'slot wrapper' : 'method';
  return `<${kind} '${name}' of '${owner.messageName}' objects>`;
}

function reprOfMethod(run: Interpreter, { self, callee }: BoundMethod): string {
  if (callee instanceof Builtin && !(callee instanceof LibraryFunction)) {
    const address = run.addresses.text(self);
    if (isSlotWrapper(callee)) {
      return `<method-wrapper '${callee.name}' of ${typeName(self)} object at ${address}>`;
    }
    return `<built-in method ${callee.name} of ${typeName(self)} object at ${address}>`;
  }
  return `<bound method ${qualnameOf(callee)} of ${repr(run, self)}>`;
}

function reprOfUnion(run: Interpreter, { members }: UnionType): string {
  return members
    .map((member) => (member instanceof PyClass ? qualified(member) : repr(run, member)))
    .join(' | ');
}

/** The `__qualname__` of a function of the program or of ours. */
export function qualnameOf(callee: unknown): string {
  const named = callee as { readonly qualname?: unknown; readonly name?: unknown };
  if (typeof named.qualname === 'string') return named.qualname;
  if (callee instanceof Builtin && callee.owner !== null) {
    return `${callee.owner.qualname}.${callee.name}`;
  }
  return typeof named.name === 'string' ? named.name : '?';
}

/** `object.__repr__`: `<__main__.A object at 0x…>`. */
export function defaultRepr(run: Interpreter, value: unknown): string {
  return `<${qualified(typeOf(value))} object at ${run.addresses.text(value)}>`;
}

/** `str(value)`. Throws what a `__str__` of the program throws. */
export function str(run: Interpreter, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return repr(run, value);
  const method = specialOf(value, '__str__');
  if (method !== undefined) {
    const text = callFound(run, method, value, []);
    if (typeof text === 'string') return text;
    throw new PyTypeError(`__str__ returned non-string (type ${typeName(text)})`);
  }
  if (value instanceof TextInstance) return value.text;
  if (value instanceof BaseException) return exceptionText(run, value);
  return userRepr(run, value, '__str__') ?? repr(run, value);
}

/** `BaseException.__str__` and what its subclasses make of it. */
export function exceptionText(run: Interpreter, error: BaseException): string {
  const { args } = error;
  if (isGroup(error)) {
    const count = error.exceptions.length;
    return `${error.message} (${count} sub-exception${count === 1 ? '' : 's'})`;
  }
  if (error instanceof OSError && args.length >= 2 && args.length <= 5) {
    const { filename, filename2 } = error;
    const second = filename2 === null ? '' : ` -> ${repr(run, filename2)}`;
    const file = filename === null ? '' : `: ${repr(run, filename)}${second}`;
    return `[Errno ${str(run, args[0])}] ${str(run, args[1])}${file}`;
  }
  if (args.length === 0) return '';
  if (args.length === 5) {
    const text = unicodeErrorText(error);
    if (text !== undefined) return text;
  }
  if (args.length > 1) return repr(run, new Tuple(args));
  return error instanceof KeyError ? repr(run, args[0]) : str(run, args[0]);
}
