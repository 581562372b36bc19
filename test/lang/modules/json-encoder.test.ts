import { expect, test } from 'vitest';
import { JsonEncoder } from '../../../src/lang/modules/json-encoder.ts';
import { Tuple } from '../../../src/lang/values.ts';

test('a tuple is an array', () => {
  const run = { charge: () => {}, limits: { digits: 4300 } } as never;
  const encoder = new JsonEncoder(run, {
    ensureAscii: true,
    allowNan: true,
    skipKeys: false,
    sortKeys: false,
    indent: null,
    itemSeparator: ',',
    keySeparator: ':',
    otherwise: null,
  });
  expect(encoder.encode(new Tuple([1, 'é', null]))).toBe('[1,"\\u00e9",null]');
});
