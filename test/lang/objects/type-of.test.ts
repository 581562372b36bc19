import { expect, test } from 'vitest';
import { BaseException, TimeoutError, ValueError } from '../../../src/asyncio/exceptions.ts';
import { builtins } from '../../../src/lang/objects/builtins.ts';
import {
  boolClass,
  intClass,
  listClass,
  objectClass,
  strClass,
  typeClass,
} from '../../../src/lang/objects/classes.ts';
import { exceptionClassOf } from '../../../src/lang/objects/exception-classes.ts';
import { PySet } from '../../../src/lang/objects/set.ts';
import {
  isFloat,
  isInstance,
  isInt,
  isOfClass,
  isSubclassOf,
  typeName,
  typeOf,
  UnionType,
} from '../../../src/lang/objects/type-of.ts';
import {
  BoundMethod,
  Builtin,
  ellipsis,
  Float,
  Instance,
  Range,
  Tuple,
} from '../../../src/lang/values.ts';
import { plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

test('every value has one class', () => {
  const values = [
    1,
    2n ** 70n,
    true,
    null,
    'a',
    new Float(1),
    [],
    new Tuple([]),
    new Range(0, 1, 1),
    new PySet(run),
    new PySet(run, [], true),
    intClass,
    ellipsis,
    new ValueError(),
    builtins.get('len'),
    new BoundMethod([], new Builtin('f(self)', () => null)),
  ];
  expect(values.map(typeName)).toEqual([
    'int',
    'int',
    'bool',
    'NoneType',
    'str',
    'float',
    'list',
    'tuple',
    'range',
    'set',
    'frozenset',
    'type',
    'ellipsis',
    'ValueError',
    'builtin_function_or_method',
    'builtin_function_or_method',
  ]);
});

test('instances and exceptions of the program have its classes', () => {
  const cls = programClass('MyError', {}, [exceptionClassOf(ValueError)]);
  const error = run.call(cls, []) as BaseException;
  expect(typeOf(error)).toBe(cls);
  expect(typeOf(new Instance(cls))).toBe(cls);
  expect(isInstance(error, exceptionClassOf(BaseException))).toBe(true);
});

test('a bool is an int, a TimeoutError an OSError', () => {
  expect(isInstance(true, intClass)).toBe(true);
  expect(isInstance(1, boolClass)).toBe(false);
  expect(isInstance(new TimeoutError(), builtins.get('OSError'))).toBe(true);
  expect(isInstance(intClass, typeClass)).toBe(true);
  expect(isInstance(intClass, objectClass)).toBe(true);
});

test('tuples and unions of classes, nested', () => {
  const either = new Tuple([strClass, new Tuple([intClass])]);
  expect(isInstance(5, either)).toBe(true);
  expect(isInstance([], either)).toBe(false);
  expect(isInstance(null, new UnionType([intClass, null]))).toBe(true);
  expect(isSubclassOf(boolClass, new UnionType([intClass]))).toBe(true);
});

test('what is no class is refused', () => {
  expect(shown(run, () => isInstance(1, 2))).toBe(
    'TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union',
  );
  expect(shown(run, () => isSubclassOf(1, intClass))).toBe(
    'TypeError: issubclass() arg 1 must be a class',
  );
  expect(shown(run, () => isSubclassOf(listClass, [listClass]))).toBe(
    'TypeError: issubclass() arg 2 must be a class, a tuple of classes, or a union',
  );
});

test('ints and floats are told apart', () => {
  expect([5, 2n ** 60n, true, new Float(5)].map(isInt)).toEqual([true, true, true, false]);
  expect([5, new Float(5)].map(isFloat)).toEqual([false, true]);
  expect(isOfClass(true, intClass)).toBe(true);
});
