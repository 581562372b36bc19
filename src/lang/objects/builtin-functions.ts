// The built-in functions, each with the signature that serves the binder and the checker.
// Source: CPython Python/bltinmodule.c; 3.14's messages.

import {
  AttributeError,
  PyTypeError,
  StopIteration,
  SystemExit,
  ValueError,
} from '../../asyncio/exceptions.ts';
import { OctetString } from '../bytes/octets.ts';
import type { Interpreter } from '../interpreter.ts';
import { currentStream, stdoutStream } from '../modules/text-streams.ts';
import { codePoints } from '../text/quote.ts';
import { Builtin, PyClass } from '../values.ts';
import { deleteAttribute, getAttribute, setAttribute } from './attributes.ts';
import { CallIterator } from './builtin-iterators.ts';
import { isCallable } from './callable.ts';
import { ascii, formatValue } from './format.ts';
import { hash } from './hash.ts';
import { toIndex } from './index-of.ts';
import type { Int } from './integers.ts';
import { asNext, iterate, iteratorObject, toList } from './iteration.ts';
import { STOP } from './iterator.ts';
import { length } from './membership.ts';
import { namesIn } from './names-in.ts';
import { attributeDict } from './object-methods.ts';
import { repr, str } from './repr.ts';
import { round } from './rounding.ts';
import { sorted } from './sorting.ts';
import { divmod, extreme, pow, sum } from './summing.ts';
import { truthy } from './truth.ts';
import { isInstance, isSubclassOf, typeName } from './type-of.ts';
import { absolute } from './unary.ts';

function attributeName(name: unknown): string {
  if (typeof name === 'string') return name;
  throw new PyTypeError(`attribute name must be string, not '${typeName(name)}'`);
}

function separator(value: unknown, name: string, otherwise: string): string {
  if (value === null) return otherwise;
  if (typeof value === 'string') return value;
  throw new PyTypeError(`${name} must be None or a string, not ${typeName(value)}`);
}

function print(
  run: Interpreter,
  values: readonly unknown[],
  sep: unknown,
  end: unknown,
  file: unknown,
  flush: unknown,
): null {
  const between = separator(sep, 'sep', ' ');
  const last = separator(end, 'end', '\n');
  const text = values.map((value) => str(run, value)).join(between) + last;
  run.charge(text.length >> 3);
  const target = file ?? currentStream(run, 'stdout');
  if (target === stdoutStream) {
    run.write('stdout', text);
    return null;
  }
  run.call(getAttribute(run, target, 'write'), [text]);
  if (truthy(run, flush)) run.call(getAttribute(run, target, 'flush'), []);
  return null;
}

const PRINT = "(*values, sep=' ', end='\\n', file=None, flush=False)";

function getattr(run: Interpreter, object: unknown, name: unknown, fallback: unknown): unknown {
  const attribute = attributeName(name);
  if (fallback === undefined) return getAttribute(run, object, attribute);
  try {
    return getAttribute(run, object, attribute);
  } catch (error) {
    if (error instanceof AttributeError) return fallback;
    throw error;
  }
}

function hasattr(run: Interpreter, object: unknown, name: unknown): boolean {
  return getattr(run, object, name, STOP) !== STOP;
}

function iter(run: Interpreter, value: unknown, sentinel: unknown): unknown {
  if (sentinel === undefined) return iteratorObject(iterate(run, value));
  if (!isCallable(value)) throw new PyTypeError('iter(v, w): v must be callable');
  return new CallIterator(run, value, sentinel);
}

function next(run: Interpreter, iterator: unknown, fallback: unknown): unknown {
  const value = asNext(run, iterator).next();
  if (value !== STOP) return value;
  if (fallback !== undefined) return fallback;
  throw new StopIteration();
}

function quantified(wanted: boolean): (run: Interpreter, iterable: unknown) => boolean {
  return (run, iterable) => {
    const iterator = iterate(run, iterable);
    for (let item = iterator.next(); item !== STOP; item = iterator.next()) {
      run.charge(1);
      if (truthy(run, item) === wanted) return wanted;
    }
    return !wanted;
  };
}

function inBase(base: number, prefix: string): (run: Interpreter, value: unknown) => string {
  return (run, value) => {
    const number: Int = toIndex(run, value);
    const digits = (number < 0 ? -number : number).toString(base);
    return `${number < 0 ? '-' : ''}${prefix}${digits}`;
  };
}

function chr(run: Interpreter, value: unknown): string {
  const code = toIndex(run, value);
  if (typeof code === 'number' && code >= 0 && code < 0x110000) return String.fromCodePoint(code);
  throw new ValueError('chr() arg not in range(0x110000)');
}

function ord(_run: Interpreter, given: unknown): number {
  // An octet is the character of its code.
  const value = given instanceof OctetString ? given.text : given;
  if (typeof value !== 'string') {
    throw new PyTypeError(`ord() expected string of length 1, but ${typeName(value)} found`);
  }
  const points = codePoints(value);
  if (points.length !== 1) {
    throw new PyTypeError(
      `ord() expected a character, but string of length ${points.length} found`,
    );
  }
  return value.codePointAt(0) as number;
}

function vars(run: Interpreter, value: unknown): unknown {
  if (value instanceof PyClass) return getAttribute(run, value, '__dict__');
  try {
    return attributeDict(run, value);
  } catch (error) {
    if (!(error instanceof AttributeError)) throw error;
    throw new PyTypeError('vars() argument must have __dict__ attribute');
  }
}

/** `exit` and `quit`. */
function exit(_run: Interpreter, code: unknown): never {
  throw new SystemExit(code);
}

/** Every built-in function by itself; the classes are in builtin-classes.ts. */
export const builtinFunctions: readonly Builtin[] = [
  new Builtin(`print${PRINT}`, print),
  new Builtin(`log${PRINT}`, print),
  new Builtin('len(object, /)', length),
  new Builtin('repr(object, /)', repr),
  new Builtin('ascii(object, /)', ascii),
  new Builtin("format(value, spec='', /)", (run, value: unknown, spec: unknown) =>
    formatValue(run, value, spec, 'format()'),
  ),
  new Builtin('min(*args, key=None, default=...)', (run, args: unknown[], key, fallback: unknown) =>
    extreme(run, 'min', args, key, fallback),
  ),
  new Builtin('max(*args, key=None, default=...)', (run, args: unknown[], key, fallback: unknown) =>
    extreme(run, 'max', args, key, fallback),
  ),
  new Builtin('sum(iterable, /, start=0)', sum),
  new Builtin(
    'sorted(iterable, /, *, key=None, reverse=False)',
    (run, iterable: unknown, key: unknown, reverse: unknown) =>
      sorted(run, toList(run, iterable), key, truthy(run, reverse)),
  ),
  new Builtin('any(iterable, /)', quantified(true)),
  new Builtin('all(iterable, /)', quantified(false)),
  new Builtin('abs(number, /)', absolute),
  new Builtin('round(number, ndigits=...)', round),
  new Builtin('divmod(x, y, /)', divmod),
  new Builtin('pow(base, exp, mod=None)', pow),
  new Builtin('isinstance(object, classes, /)', (_run, value: unknown, classes: unknown) =>
    isInstance(value, classes),
  ),
  new Builtin('issubclass(cls, classes, /)', (_run, cls: unknown, classes: unknown) =>
    isSubclassOf(cls, classes),
  ),
  new Builtin('id(object, /)', (run, value: unknown) => run.addresses.of(value)),
  new Builtin('hash(object, /)', (run, value: unknown) => hash(run, value)),
  new Builtin('callable(object, /)', (_run, value: unknown) => isCallable(value)),
  new Builtin('iter(object, sentinel=..., /)', iter),
  new Builtin('next(iterator, default=..., /)', next),
  new Builtin('getattr(object, name, default=..., /)', getattr),
  new Builtin('hasattr(object, name, /)', hasattr),
  new Builtin('setattr(object, name, value, /)', (run, object: unknown, name, value: unknown) => {
    setAttribute(run, object, attributeName(name), value);
    return null;
  }),
  new Builtin('delattr(object, name, /)', (run, object: unknown, name: unknown) => {
    deleteAttribute(run, object, attributeName(name));
    return null;
  }),
  new Builtin('chr(code, /)', chr),
  new Builtin('ord(character, /)', ord),
  new Builtin('bin(number, /)', inBase(2, '0b')),
  new Builtin('oct(number, /)', inBase(8, '0o')),
  new Builtin('hex(number, /)', inBase(16, '0x')),
  new Builtin('vars(object, /)', vars),
  new Builtin('dir(object, /)', (run, value: unknown) => namesIn(run, value)),
  new Builtin('exit(code=None)', exit),
  new Builtin('quit(code=None)', exit),
];
