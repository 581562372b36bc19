// A search through a program's own data: src/lang/machine/reachable.ts.

import { expect, test } from 'vitest';
import { leadsTo } from '../../../src/lang/machine/reachable.ts';
import { Instance, PyClass, Tuple } from '../../../src/lang/values.ts';
import { run } from './python.ts';

const wanted = {};

test('lists, tuples and instances lead to what they hold', () => {
  const { machine } = run('class A: pass\na = A()');
  const instance = machine.globals.find((value) => value instanceof Instance) as Instance;
  expect(instance.cls).toBeInstanceOf(PyClass);
  expect(leadsTo([instance], wanted)).toBe(false);
  instance.attributes.set('held', [new Tuple([1, wanted])]);
  expect(leadsTo([null, 'text', instance], wanted)).toBe(true);
});

test('a circle ends the search', () => {
  const circle: unknown[] = [];
  circle.push(circle);
  expect(leadsTo(circle, wanted)).toBe(false);
});
