import { expect, test } from 'vitest';
import type { Interpreter } from '../../../../src/lang/interpreter.ts';
import {
  momentNow,
  momentOfTimestamp,
} from '../../../../src/lang/modules/datetime/clock-readings.ts';
import { unixMicros } from '../../../../src/lang/modules/datetime/moments.ts';
import { Float } from '../../../../src/lang/values.ts';

function at(epoch: number, now: number): Interpreter {
  return { epoch, now: () => now } as Partial<Interpreter> as Interpreter;
}

test('a tenth of a second after the epoch is not a microsecond less', () => {
  expect(unixMicros(momentNow(at(1_700_000_000, 0.1), null))).toBe(1_700_000_000_100_000n);
  expect(unixMicros(momentNow(at(1_700_000_000, 0.1 + 0.2), null))).toBe(1_700_000_000_300_000n);
});

test('a timestamp is rounded half to even', () => {
  const micros = (seconds: number): bigint =>
    unixMicros(momentOfTimestamp(at(0, 0), new Float(seconds), null));
  expect(micros(-0.5)).toBe(-500_000n);
  expect(micros(2 ** -7)).toBe(7812n);
  expect(micros(3 * 2 ** -7)).toBe(23_438n);
});
