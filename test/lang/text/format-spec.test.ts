import { describe, expect, test } from 'vitest';
import { LimitReached } from '../../../src/base/stop.ts';
import { objectProtocol } from '../../../src/lang/objects/protocol.ts';
import { formatValue, parseFormatSpec } from '../../../src/lang/text/format-spec.ts';
import { Float } from '../../../src/lang/values.ts';
import { plainInterpreter } from '../objects/plain-interpreter.ts';
import { answer, decode, recorded } from '../recorded/decode.ts';

const format = (value: unknown, spec: string, limit?: number) =>
  formatValue(value, spec, String, () => 'NoneType', limit);

describe('format specs', () => {
  test('a spec is read from fill to type', () => {
    expect(parseFormatSpec('é^+z#08_.3,f', 'float', '', '>')).toEqual({
      fill: 'é',
      align: '^',
      sign: '+',
      noNegativeZero: true,
      alternate: true,
      width: 8,
      thousands: '_',
      precision: 3,
      fractionThousands: ',',
      type: 'f',
    });
  });

  test('the cases of every day', () => {
    expect(format(new Float(3.24159), '.2f')).toBe('3.24');
    expect(format(new Float(1234567.891), ',.2f')).toBe('1,234,567.89');
    expect(format(new Float(0.256), '.1%')).toBe('25.6%');
    expect([format(42, '05d'), format(-42, '+08,'), format(255, '#x')]).toEqual([
      '00042',
      '-000,042',
      '0xff',
    ]);
    expect([format('ab', '>5'), format('ab', '^5'), format('abc', '.2')]).toEqual([
      '   ab',
      ' ab  ',
      'ab',
    ]);
    expect([format(true, ''), format(true, 'd'), format(null, '')]).toEqual(['true', '1', 'null']);
  });

  test('classes without a format of their own take no spec', () => {
    expect(answer(() => format(null, '>5'))).toEqual({
      e: ['TypeError', 'unsupported format string passed to NoneType.__format__'],
    });
  });

  test('a width or precision beyond the limit ends the run', () => {
    expect(format(1, '10', 10)).toBe('         1');
    expect(() => format(1, '11', 10)).toThrow(LimitReached);
    expect(() => format('a', '11', 10)).toThrow(LimitReached);
    expect(() => format(new Float(1), '.11f', 10)).toThrow(LimitReached);
    expect(format(new Float(1), '.11g', 10)).toBe('1');
  });

  test('every recorded spec gives CPython’s text or error', () => {
    const run = plainInterpreter();
    const rows = recorded('format').filter(([what]) => what === 'format');
    expect(rows.length).toBeGreaterThan(300);
    for (const [, value, spec, wanted] of rows as [string, unknown, string, unknown][]) {
      const got = answer(() => objectProtocol.format(run, decode(run, value), spec));
      expect([value, spec, got]).toEqual([value, spec, wanted]);
    }
  });
});
