import { expect, test } from 'vitest';
import { decodeErrorClass, decodeJson } from '../../../src/lang/modules/json-decoder.ts';
import { plainInterpreter } from '../objects/plain-interpreter.ts';

const run = plainInterpreter({ limits: { recursion: 100 } });

test('arrays nest as deep as calls do', () => {
  expect(decodeErrorClass.module).toBe('json.decoder');
  expect(decodeJson(run, '[1, ["a"]]')).toEqual([1, ['a']]);
  expect(() => decodeJson(run, '['.repeat(101))).toThrow();
});
