import { expect, test } from 'vitest';
import { datetimeModule } from '../../../../src/lang/modules/datetime/module.ts';

test('it has the names of CPython’s module, but for the C API', () => {
  expect([...datetimeModule.attributes.keys()].sort()).toEqual([
    'MAXYEAR',
    'MINYEAR',
    'UTC',
    'date',
    'datetime',
    'time',
    'timedelta',
    'timezone',
    'tzinfo',
  ]);
});
