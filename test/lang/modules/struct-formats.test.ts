import { expect, test } from 'vitest';
import { Format } from '../../../src/lang/modules/struct-formats.ts';
import { plainInterpreter } from '../objects/plain-interpreter.ts';

// The sizes of a C compiler on Linux with 64 bits.
test('native values are aligned and as large as on Linux', () => {
  const sizeOf = (text: string): number => new Format(plainInterpreter(), text).size;
  expect(['l', 'n', 'P', 'bl', 'lb', 'b0l', '<bl'].map(sizeOf)).toEqual([8, 8, 8, 16, 9, 8, 5]);
});

test('padding is no value', () => {
  const format = new Format(plainInterpreter(), '<xh2x');
  expect([format.count, format.size]).toEqual([1, 5]);
  expect(format.pack(plainInterpreter(), [258])).toBe('\0\x02\x01\0\0');
  expect(format.unpack(plainInterpreter(), '\0\x02\x01\0\0')).toEqual([258]);
});
