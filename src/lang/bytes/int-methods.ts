// `int.to_bytes` and `int.from_bytes`.
// Source: CPython Objects/longobject.c (int_to_bytes_impl, int_from_bytes_impl); 3.14's messages.

import { PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { define, intClass } from '../objects/classes.ts';
import { ClassMethod } from '../objects/descriptors.ts';
import { toSize } from '../objects/index-of.ts';
import type { Int } from '../objects/integers.ts';
import { isIterable, toList } from '../objects/iteration.ts';
import { reserve } from '../objects/limits.ts';
import { intOf } from '../objects/numbers.ts';
import { truthy } from '../objects/truth.ts';
import { typeName } from '../objects/type-of.ts';
import { shownTypeName } from '../text/arguments.ts';
import { Builtin, type PyClass } from '../values.ts';
import { turned } from './item-codes.ts';
import { intOfOctets, octetsOfInt } from './octet-integers.ts';
import { Bytes, Octets, textOfOctets, toOctet } from './octets.ts';

function isLittle(run: Interpreter, order: unknown, method: string): boolean {
  if (typeof order !== 'string') {
    const shown = shownTypeName(run, order);
    throw new PyTypeError(`${method}() argument 'byteorder' must be str, not ${shown}`);
  }
  if (order !== 'little' && order !== 'big') {
    throw new ValueError("byteorder must be either 'little' or 'big'");
  }
  return order === 'little';
}

/** What `bytes(value)` would hold, ints apart. */
function octetsHeld(run: Interpreter, value: unknown): string {
  if (value instanceof Octets) return value.text;
  if (typeof value === 'string' || !isIterable(value)) {
    throw new PyTypeError(`cannot convert '${typeName(value)}' object to bytes`);
  }
  return textOfOctets(toList(run, value).map((each) => toOctet(run, each, 's')));
}

define(intClass, [
  new Builtin(
    "to_bytes(self, /, length=1, byteorder='big', *, signed=False)",
    (run, self: Int | boolean, length: unknown, order: unknown, signed: unknown) => {
      const little = isLittle(run, order, 'to_bytes');
      const size = toSize(run, length);
      if (size < 0) throw new ValueError('length argument must be non-negative');
      reserve(run, size);
      const text = octetsOfInt(intOf(self)!, size, truthy(run, signed));
      return new Bytes(little ? turned(text) : text);
    },
  ),
]);

const fromBytes = new Builtin(
  "from_bytes(cls, /, bytes, byteorder='big', *, signed=False)",
  (run, cls: PyClass, value: unknown, order: unknown, signed: unknown) => {
    const little = isLittle(run, order, 'from_bytes');
    const text = octetsHeld(run, value);
    run.charge(text.length);
    const number = intOfOctets(little ? turned(text) : text, truthy(run, signed));
    return cls === intClass ? number : run.call(cls, [number]);
  },
);
fromBytes.owner = intClass;
intClass.attributes.set('from_bytes', new ClassMethod(fromBytes));
