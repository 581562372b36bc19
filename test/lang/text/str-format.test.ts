import { describe, expect, test } from 'vitest';
import { LimitReached } from '../../../src/base/stop.ts';
import { formatTemplate } from '../../../src/lang/text/str-format.ts';
import { plainInterpreter } from '../objects/plain-interpreter.ts';
import { answer, decode, recorded } from '../recorded/decode.ts';

const run = plainInterpreter({ limits: { collection: 1000 } });

function format(template: string, args: readonly unknown[], named: [string, unknown][] = []) {
  const names = new Map(named);
  return formatTemplate(run, template, { args, named: (name) => names.get(name) });
}

describe('str.format', () => {
  test('fields are numbered by themselves or by hand', () => {
    expect(format('{} {} {{}}', [1, 'a'])).toBe('1 a {}');
    expect(format('{1}{0}{1}', ['a', 'b'])).toBe('bab');
    expect(format('{name!r:>5}|{0[1]}', [[7, 8]], [['name', 'x']])).toBe("  'x'|8");
    expect(
      format(
        '{:>{w}.{p}}',
        ['abcdef'],
        [
          ['w', 5],
          ['p', 3],
        ],
      ),
    ).toBe('  abc');
  });

  test('errors are CPython’s', () => {
    const errorOf = (template: string) =>
      (answer(() => format(template, [1])) as { e: string[] }).e;
    expect(errorOf('{0}{}')).toEqual([
      'ValueError',
      'cannot switch from manual field specification to automatic field numbering',
    ]);
    expect(errorOf('{1}')).toEqual([
      'IndexError',
      'Replacement index 1 out of range for positional args tuple',
    ]);
    expect(errorOf('{name}')).toEqual(['KeyError', "'name'"]);
    expect(errorOf('{!é}')).toEqual(['ValueError', 'Unknown conversion specifier \\xe9']);
    expect(errorOf('{0:{0:{0}}}')).toEqual(['ValueError', 'Max string recursion exceeded']);
  });

  test('format_map refuses positions', () => {
    const call = () => formatTemplate(run, '{}', { args: null, named: () => 1 });
    expect(answer(call)).toEqual({
      e: ['ValueError', 'Format string contains positional fields'],
    });
  });

  test('a result beyond the limit ends the run', () => {
    expect(format('{0}'.repeat(4), ['a'.repeat(250)]).length).toBe(1000);
    expect(() => format('{0}'.repeat(5), ['a'.repeat(250)])).toThrow(LimitReached);
  });

  test('every recorded template gives CPython’s text or error', () => {
    const wide = plainInterpreter();
    const rows = recorded('format').filter(([what]) => what === 'str.format');
    expect(rows.length).toBeGreaterThan(300);
    for (const [, template, args, names, wanted] of rows as [
      string,
      string,
      unknown[],
      { d: [string, unknown][] },
      unknown,
    ][]) {
      const named = new Map(names.d.map(([name, value]) => [name, decode(wide, value)]));
      const source = {
        args: args.map((value) => decode(wide, value)),
        named: (name: string) => named.get(name),
      };
      const got = answer(() => formatTemplate(wide, template, source));
      expect([template, args, got]).toEqual([template, args, wanted]);
    }
  });
});
