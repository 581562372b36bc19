// Module dataclasses as programs see it.
import { expect, test } from 'vitest';
import { dataclassesModule } from '../../../src/lang/modules/dataclasses.ts';
import { expectRecorded } from './recorded.ts';

test('dataclasses behave as CPython’s do', () => expectRecorded('dataclasses'));

test('holds what CPython’s holds, make_dataclass apart', () => {
  expect([...dataclassesModule.attributes.keys()].sort()).toEqual([
    'Field',
    'FrozenInstanceError',
    'InitVar',
    'KW_ONLY',
    'MISSING',
    'asdict',
    'astuple',
    'dataclass',
    'field',
    'fields',
    'is_dataclass',
    'replace',
  ]);
});
