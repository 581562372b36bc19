import { describe, expect, test } from 'vitest';
import { LimitReached } from '../../../src/base/stop.ts';
import { formatPercent } from '../../../src/lang/text/percent.ts';
import { Float, Tuple } from '../../../src/lang/values.ts';
import { printed } from '../../simulated.ts';
import { plainInterpreter } from '../objects/plain-interpreter.ts';
import { answer, decode, recorded } from '../recorded/decode.ts';

const run = plainInterpreter({ limits: { collection: 1000 } });
const percent = (template: string, right: unknown) => formatPercent(run, template, right);

describe('% formatting', () => {
  test('the cases of every day', () => {
    expect(percent('%s has %d (%.1f%%)', new Tuple(['a', 3, new Float(12.25)]))).toBe(
      'a has 3 (12.2%)',
    );
    expect(percent('%-5s|%05d|%+d|%x', new Tuple(['ab', 42, 7, 255]))).toBe('ab   |00042|+7|ff');
    expect(percent('%*.*f', new Tuple([8, 2, new Float(3.24159)]))).toBe('    3.24');
    expect([percent('%r', "a'b"), percent('%a', 'é'), percent('%c', 65)]).toEqual([
      `"a'b"`,
      "'\\xe9'",
      'A',
    ]);
    expect(percent('%d', new Float(3.99))).toBe('3');
  });

  test('%c takes what stands for an int, too', () => {
    const text = `
class Index:
    def __init__(self, value): self.value = value
    def __index__(self): return self.value
for value in Index(65), True, Index('x'), Index(-1), 1.5:
    try: print(repr('%c' % value))
    except Exception as e: print(repr(e))
`;
    expect(printed(text).split('\n')).toEqual([
      "'A'",
      "'\\x01'",
      "TypeError('%c requires an int or a unicode character, not Index')",
      "OverflowError('%c arg not in range(0x110000)')",
      "TypeError('%c requires an int or a unicode character, not float')",
      '',
    ]);
  });

  test('too many and too few arguments are errors', () => {
    expect(answer(() => percent('%s', new Tuple([])))).toEqual({
      e: ['TypeError', 'not enough arguments for format string'],
    });
    expect(answer(() => percent('%s', new Tuple([1, 2])))).toEqual({
      e: ['TypeError', 'not all arguments converted during string formatting'],
    });
    expect(percent('none', [1])).toBe('none');
  });

  test('a width beyond the limit ends the run', () => {
    expect(percent('%1000d', 1).length).toBe(1000);
    expect(() => percent('%1001d', 1)).toThrow(LimitReached);
  });

  test('every recorded template gives CPython’s text or error', () => {
    const wide = plainInterpreter();
    const rows = recorded('format').filter(([what]) => what === '%');
    expect(rows.length).toBeGreaterThan(300);
    for (const [, template, right, wanted] of rows as [string, string, unknown, unknown][]) {
      const got = answer(() => formatPercent(wide, template, decode(wide, right)));
      expect([template, right, got]).toEqual([template, right, wanted]);
    }
  });
});
