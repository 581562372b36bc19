import { expect, test } from 'vitest';
import { linearise } from '../../src/lang/objects/classes.ts';
import { Builtin, PyClass } from '../../src/lang/values.ts';

test('a built-in takes its name from its signature', () => {
  expect(new Builtin('sleep(delay, result=None)', () => null).name).toBe('sleep');
});

test('an attribute is found along the mro, the nearest class first', () => {
  const base = new PyClass('Base', [], linearise);
  const left = new PyClass('Left', [base], linearise);
  const right = new PyClass('Right', [base], linearise);
  const leaf = new PyClass('Leaf', [left, right], linearise);
  base.attributes.set('x', 'base');
  right.attributes.set('x', 'right');
  expect(leaf.mro.map((each) => each.name)).toEqual(['Leaf', 'Left', 'Right', 'Base']);
  expect(leaf.lookup('x')).toBe('right');
  expect(left.lookup('x')).toBe('base');
  expect(leaf.lookup('y')).toBeUndefined();
});
