// Module `copy`: copies of lists, tuples, dicts, sets, the collections, exceptions and objects of
// the program, by `__copy__` and `__deepcopy__` where they have them. What has an identity of its
// own (a lock, a task) is refused. Source: CPython 3.14 Lib/copy.py.

import { BaseException, NotImplementedError, PyTypeError } from '../../asyncio/exceptions.ts';
import { ByteArray, Bytes } from '../bytes/octets.ts';
import type { Interpreter } from '../interpreter.ts';
import { ownAttributes } from '../objects/attributes.ts';
import {
  asyncGeneratorClass,
  coroutineClass,
  generatorClass,
  moduleClass,
} from '../objects/classes.ts';
import { derive, derivedClass } from '../objects/derived.ts';
import { Descriptor } from '../objects/descriptors.ts';
import { Dict } from '../objects/dict.ts';
import { toArray } from '../objects/iteration.ts';
import { invoke } from '../objects/native-class.ts';
import { PySet } from '../objects/set.ts';
import { setOf } from '../objects/set-methods.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { callFound, specialOf } from '../objects/special.ts';
import { Structural } from '../objects/structural.ts';
import { setItem } from '../objects/subscript.ts';
import { typeName, typeOf } from '../objects/type-of.ts';
import {
  BoundMethod,
  Builtin,
  Float,
  Instance,
  NumberInstance,
  PyClass,
  PyModule,
  Range,
  Singleton,
  Tuple,
} from '../values.ts';
import { PyDeque } from './collections/deque.ts';

/** What `deepcopy` has copied; the program sees it as a dict from ids, and may add to it. */
class Memo extends Dict {
  readonly made = new Map<object, unknown>();
}

const unpicklable = new Set([asyncGeneratorClass, coroutineClass, generatorClass, moduleClass]);

/** Whether a value is its own copy. */
function isAtomic(run: Interpreter, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (value instanceof Float || value instanceof Range || value instanceof Singleton) return true;
  if (value instanceof PyClass || value instanceof Builtin) return true;
  if (value instanceof Descriptor || typeName(value) === 'function') return true;
  if (value instanceof Bytes) return true;
  return value instanceof Structural && !(value instanceof PySet) && isFixed(run, value);
}

/** Whether a collection cannot change: a date, a span of time. */
function isFixed(run: Interpreter, value: Structural): boolean {
  return !value.isIterable && value.hash(run) !== null;
}

function refuse(value: unknown): never {
  const name = typeName(value);
  if (unpicklable.has(typeOf(value))) throw new PyTypeError(`cannot pickle '${name}' object`);
  throw new NotImplementedError(`copying a '${name}' object is not supported`);
}

type Each = (item: unknown) => unknown;

/** A new object with the attributes of one of the program's. */
function instanceOf(original: Instance): Instance {
  if (original instanceof NumberInstance) return original;
  return new Instance(original.cls);
}

/** An exception made anew of its arguments, as reducing it does. */
function exceptionOf(run: Interpreter, original: BaseException, each: Each): BaseException {
  const copied = run.call(typeOf(original), original.args.map(each)) as BaseException;
  for (const [name, value] of original.attributes ?? []) {
    copied.attributes ??= new Map();
    copied.attributes.set(name, each(value));
  }
  return copied;
}

/**
 * A value of a class that derives from a ready-made one: made bare, given the attributes, then
 * filled item by item.
 */
function derivedCopy(
  run: Interpreter,
  original: object,
  cls: PyClass,
  each: Each,
  keep: (copy: object) => void = () => {},
): unknown {
  const bare = cls.mro.find((parent) => parent.bare !== null)?.bare;
  if (bare == null) return refuse(original);
  const copy = derive(bare(run), cls);
  keep(copy);
  const attributes = ownAttributes(copy);
  for (const [name, item] of ownAttributes(original) ?? []) attributes?.set(name, each(item));
  if (original instanceof Dict) {
    for (const { key, value } of original.entries()) setItem(run, copy, each(key), each(value));
  } else if (original instanceof PySet && copy instanceof PySet) {
    copy.update([...original.members()].map(each));
  } else if (Array.isArray(original)) {
    for (const item of original) invoke(run, copy, 'append', [each(item)]);
  } else {
    return refuse(original);
  }
  return copy;
}

/** `copy.copy(value)`. */
export function shallowCopy(run: Interpreter, value: unknown): unknown {
  if (isAtomic(run, value)) return value;
  const own = specialOf(value, '__copy__');
  if (own !== undefined) return callFound(run, own, value, []);
  const derived = derivedClass(value);
  if (derived !== null) return derivedCopy(run, value as object, derived, (item) => item);
  const isCopied = value instanceof Dict || value instanceof PySet || value instanceof ByteArray;
  if (Array.isArray(value) || isCopied) {
    return invoke(run, value, 'copy', []);
  }
  if (value instanceof Tuple) return value;
  if (value instanceof BoundMethod) return new BoundMethod(value.self, value.callee);
  if (value instanceof BaseException) return exceptionOf(run, value, (item) => item);
  if (!(value instanceof Instance)) return refuse(value);
  const copy = instanceOf(value);
  if (copy === value) return value;
  for (const [name, item] of value.attributes) copy.attributes.set(name, item);
  return copy;
}

/** `copy.deepcopy(value)`. */
export function deepCopy(run: Interpreter, value: unknown, memo = new Memo(run)): unknown {
  if (isAtomic(run, value)) return value;
  const original = value as object;
  const known = memo.made.get(original) ?? noted(run, original, memo);
  if (known !== undefined) return known;
  run.charge(1);
  const own = specialOf(original, '__deepcopy__');
  const copy =
    own === undefined ? rebuilt(run, original, memo) : callFound(run, own, original, [memo]);
  memo.made.set(original, copy);
  return copy;
}

/** What the program has put into the memo itself. */
function noted(run: Interpreter, original: object, memo: Memo): unknown {
  return memo.size === 0 ? undefined : memo.get(run.addresses.of(original));
}

function rebuilt(run: Interpreter, original: object, memo: Memo): unknown {
  const each: Each = (item) => deepCopy(run, item, memo);
  const keep = <T extends object>(copy: T): T => {
    memo.made.set(original, copy);
    return copy;
  };
  const derived = derivedClass(original);
  if (derived !== null && !(original instanceof PyDeque || original instanceof Tuple)) {
    return derivedCopy(run, original, derived, each, keep);
  }
  if (Array.isArray(original)) {
    const copy = keep([] as unknown[]);
    for (const item of original) copy.push(each(item));
    return copy;
  }
  if (original instanceof ByteArray) return shallowCopy(run, original);
  if (original instanceof Tuple) return tupleOf(run, original, each);
  if (original instanceof Dict) {
    const copy = keep(shallowCopy(run, original) as Dict);
    copy.clear();
    for (const { key, value } of original.entries()) copy.set(each(key), each(value));
    return copy;
  }
  if (original instanceof PySet) {
    return setOf(run, [...original.members()].map(each), original.frozen);
  }
  if (original instanceof PyDeque) {
    const copy = keep(shallowCopy(run, original) as object);
    invoke(run, copy, 'clear', []);
    for (const item of toArray(run, original)) invoke(run, copy, 'append', [each(item)]);
    return copy;
  }
  if (original instanceof BoundMethod) return new BoundMethod(each(original.self), original.callee);
  if (original instanceof BaseException) return exceptionOf(run, original, each);
  if (!(original instanceof Instance)) return refuse(original);
  const copy = instanceOf(original);
  if (copy === original) return copy;
  keep(copy);
  for (const [name, item] of original.attributes) copy.attributes.set(name, each(item));
  return copy;
}

/** A tuple whose items are their own copies is its own copy. */
function tupleOf(run: Interpreter, original: Tuple, each: Each): unknown {
  const items = original.items.map(each);
  if (items.every((item, i) => item === original.items[i])) return original;
  if (original.constructor === Tuple) return new Tuple(items);
  return run.call(typeOf(original), items);
}

const functions: readonly Builtin[] = [
  new LibraryFunction('copy(x)', shallowCopy),
  new LibraryFunction('deepcopy(x, memo=None)', (run, value: unknown, memo: unknown) =>
    deepCopy(run, value, memo instanceof Memo ? memo : undefined),
  ),
  new LibraryFunction(
    'replace(obj, /, **changes)',
    (run, value: unknown, changes: ReadonlyMap<string, unknown>) => {
      const own = specialOf(value, '__replace__') ?? typeOf(value).lookup('_replace');
      if (own !== undefined) {
        return run.call(own, [value], changes);
      }
      throw new PyTypeError(`replace() does not support ${typeName(value)} objects`);
    },
  ),
];

/** The module; the same for every run. */
export const copyModule = new PyModule(
  'copy',
  new Map(functions.map((each): [string, unknown] => [each.name, each])),
);
