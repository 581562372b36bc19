import { expect, test } from 'vitest';
import { strptime } from '../../../../src/lang/modules/datetime/parsing.ts';
import { printed } from '../../../simulated.ts';
import { expectRecorded } from '../recorded.ts';

test('strptime reads what CPython’s reads, and refuses the rest in its words', () =>
  expectRecorded('parsing', 'datetime'));

test('weeks are refused by name', () => {
  const text = `
from datetime import datetime
try:
    datetime.strptime('2023 46', '%Y %W')
except NotImplementedError as e:
    print(e)
`;
  expect(printed(text)).toBe('strptime with %W is not supported\n');
  expect(strptime.length).toBe(3);
});
