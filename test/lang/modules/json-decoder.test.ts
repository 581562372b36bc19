import { expect, test } from 'vitest';
import { decodeErrorClass, decodeJson } from '../../../src/lang/modules/json-decoder.ts';

const run = { charge: () => {}, limits: { recursion: 100, digits: 4300 } } as never;

test('arrays nest as deep as calls do', () => {
  expect(decodeErrorClass.module).toBe('json.decoder');
  expect(decodeJson(run, '[1, ["a"]]')).toEqual([1, ['a']]);
  expect(() => decodeJson(run, '['.repeat(101))).toThrow();
});
