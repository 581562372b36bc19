// Module enum; the program was run by CPython 3.14.2.
import { expect, test } from 'vitest';
import {
  enumClass,
  enumModule,
  enumTypeClass,
  intEnumClass,
} from '../../../src/lang/modules/enum.ts';
import { metaclassOf } from '../../../src/lang/objects/classes.ts';
import { printed } from '../../simulated.ts';
import { expectRecorded } from './recorded.ts';

test('enumerations behave as CPython’s do', () => expectRecorded('enums'));

test('both kinds of enumeration have the same metaclass', () => {
  expect(metaclassOf(enumClass)).toBe(enumTypeClass);
  expect(metaclassOf(intEnumClass)).toBe(enumTypeClass);
  expect(enumModule.attributes.has('StrEnum')).toBe(true);
});

test('an enumeration of tuples is refused', () => {
  const text = `
from enum import Enum
try:
    class A(tuple, Enum):
        X = ()
except NotImplementedError as e:
    print(e)
`;
  expect(printed(text)).toBe("an Enum that is a 'tuple' too is not supported\n");
});
