import { expect, test } from 'vitest';
import {
  builtinClass,
  declareType,
  define,
  metaclassOf,
  typeClass,
} from '../../../src/lang/objects/classes.ts';
import { callFound, callSpecial, specialOf } from '../../../src/lang/objects/special.ts';
import { Builtin, Instance } from '../../../src/lang/values.ts';
import { plainInterpreter, programClass } from './plain-interpreter.ts';

const run = plainInterpreter();

const cls = programClass('A', { __len__: () => 3 });

test('special methods are found on the class, never on the instance', () => {
  const a = new Instance(cls);
  a.attributes.set('__iter__', 5);
  expect(specialOf(a, '__iter__')).toBe(undefined);
  expect(callSpecial(run, a, '__len__', [])).toBe(3);
  expect(callSpecial(run, a, '__missing__', [])).toBe(undefined);
});

test('built-in values have none here: their paths are written out', () => {
  for (const value of [5, 'a', null, [], new Instance(programClass('B', {}))]) {
    expect(specialOf(value, '__repr__')).toBe(undefined);
  }
});

test('a class of a module is asked', () => {
  class Timer {}
  const timer = builtinClass('Timer', undefined, 'timers');
  declareType(Timer, timer);
  define(timer, [new Builtin('__len__(self, /)', () => 7)]);
  expect(callSpecial(run, new Timer(), '__len__', [])).toBe(7);
});

test('a class is asked by its metaclass', () => {
  const meta = builtinClass('EnumType', undefined, 'enum');
  define(meta, [new Builtin('__len__(self, /)', () => 2)]);
  const colour = programClass('Colour', {});
  expect(metaclassOf(colour)).toBe(typeClass);
  colour.metaclass = meta;
  expect(metaclassOf(colour)).toBe(meta);
  expect(callSpecial(run, colour, '__len__', [])).toBe(2);
});

test('a found method gets its object', () => {
  const echo = new Builtin('echo(self, x)', (_run, self: unknown, x: unknown) => [self, x]);
  expect(callFound(run, echo, 1, [2])).toEqual([1, 2]);
});
