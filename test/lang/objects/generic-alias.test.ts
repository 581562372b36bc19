// Subscribed types; how they are shown is in the recorded program of module typing.
import { expect, test } from 'vitest';
import { intClass, listClass } from '../../../src/lang/objects/classes.ts';
import {
  GenericAlias,
  SpecialForm,
  typeText,
  unionOf,
} from '../../../src/lang/objects/generic-alias.ts';
import { UnionType } from '../../../src/lang/objects/type-of.ts';
import { ellipsis } from '../../../src/lang/values.ts';
import { run } from '../machine/python.ts';

test('a union has each member once, and one member alone is no union', () => {
  expect(unionOf([intClass, intClass])).toBe(intClass);
  const union = unionOf([new UnionType([intClass, null]), null, listClass]) as UnionType;
  expect(union.members).toEqual([intClass, null, listClass]);
});

test('types are shown by their names', () => {
  const { machine } = run('');
  const alias = new GenericAlias(new SpecialForm('List', listClass), [intClass]);
  expect(typeText(machine, alias)).toBe('typing.List[int]');
  expect(typeText(machine, [intClass, ellipsis, null])).toBe('[int, ..., NoneType]');
});
