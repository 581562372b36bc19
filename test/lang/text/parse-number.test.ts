import { describe, expect, test } from 'vitest';
import { floatFromText, intFromText, intText } from '../../../src/lang/text/parse-number.ts';
import { Float } from '../../../src/lang/values.ts';
import { answer, recorded, withPlainNaN } from '../recorded/decode.ts';

function message(call: () => unknown): unknown {
  return (answer(call) as { e: string[] }).e;
}

describe('numbers from text', () => {
  test('an int may have underscores, blanks, a sign and digits of any script', () => {
    expect([' 1_000\n', '+7', '-0', '٣٤'].map((text) => intFromText(text))).toEqual([
      1000, 7, 0, 34,
    ]);
    expect(intFromText('9007199254740993')).toBe(9007199254740993n);
    expect([intFromText('0xff', 16), intFromText('0b_11', 0), intFromText('z', 36)]).toEqual([
      255, 3, 35,
    ]);
    const digits = '10'.repeat(40);
    expect(intFromText(digits, 3)).toBe(
      [...digits].reduce((value, digit) => value * 3n + BigInt(digit), 0n),
    );
  });

  test('what is no number is named', () => {
    expect(message(() => intFromText("it's"))).toEqual([
      'ValueError',
      `invalid literal for int() with base 10: "it's"`,
    ]);
    expect(message(() => intFromText('1', 37))).toEqual([
      'ValueError',
      'int() base must be >= 2 and <= 36, or 0',
    ]);
    expect(message(() => floatFromText('1,5'))).toEqual([
      'ValueError',
      "could not convert string to float: '1,5'",
    ]);
  });

  test('4300 digits are read and written, 4301 are not', () => {
    const value = intFromText('9'.repeat(4300)) as bigint;
    expect(intText(value)).toBe('9'.repeat(4300));
    expect(message(() => intFromText('9'.repeat(4301)))).toEqual([
      'ValueError',
      'Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; ' +
        'use sys.set_int_max_str_digits() to increase the limit',
    ]);
    for (const large of [value + 1n, -(value + 1n), 1n << 20000n]) {
      expect(message(() => intText(large))).toEqual([
        'ValueError',
        'Exceeds the limit (4300 digits) for integer string conversion; ' +
          'use sys.set_int_max_str_digits() to increase the limit',
      ]);
    }
    expect(intText(value + 1n, 0)).toBe(`1${'0'.repeat(4300)}`);
    expect(intFromText('f'.repeat(5000), 16)).toBe((1n << 20000n) - 1n);
  });

  test('every recorded text gives what CPython reads', () => {
    const rows = recorded('numbers').filter(([what]) => what === 'int' || what === 'float');
    expect(rows.length).toBeGreaterThan(600);
    for (const [what, text, ...rest] of rows as [string, string, ...unknown[]][]) {
      const wanted = rest.pop();
      const got = answer(() =>
        what === 'int' ? intFromText(text, rest[0] as number) : new Float(floatFromText(text)),
      );
      expect([what, text, ...rest, got]).toEqual([what, text, ...rest, withPlainNaN(wanted)]);
    }
  });
});
