import { expect, test } from 'vitest';
import { JsonEncoder } from '../../../src/lang/modules/json-encoder.ts';
import { Tuple } from '../../../src/lang/values.ts';
import { plainInterpreter } from '../objects/plain-interpreter.ts';

test('a tuple is an array', () => {
  const encoder = new JsonEncoder(plainInterpreter(), {
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
