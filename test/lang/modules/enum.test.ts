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

test('members are tuples and floats where the class says so', () => {
  const text = `
from enum import Enum
class Level(float, Enum):
    LOW = 1.5
    HIGH = 2
class Point(tuple, Enum):
    ORIGIN = (0, 0)
    UNIT = 1, 1
print(Level.LOW, repr(Level.LOW), Level.LOW + 1, Level.HIGH.value, Level(1.5), Level.LOW == 1.5)
print(Point.UNIT, repr(Point.UNIT), Point.UNIT[0], Point.UNIT == (1, 1), Point((0, 0)))
`;
  expect(printed(text)).toBe(
    'Level.LOW <Level.LOW: 1.5> 2.5 2.0 Level.LOW True\n' +
      'Point.UNIT <Point.UNIT: (1, 1)> 1 True Point.ORIGIN\n',
  );
});

test('an enumeration of lists is refused', () => {
  const text = `
from enum import Enum
try:
    class A(list, Enum):
        X = ()
except NotImplementedError as e:
    print(e)
`;
  expect(printed(text)).toBe("an Enum that is a 'list' too is not supported\n");
});
