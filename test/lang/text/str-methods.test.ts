import { describe, expect, test } from 'vitest';
import { LimitReached } from '../../../src/base/stop.ts';
import { Dict } from '../../../src/lang/objects/dict.ts';
import { callBuiltin } from '../../../src/lang/objects/signature.ts';
import { strMethods, strStaticMethods } from '../../../src/lang/text/str-methods.ts';
import { plainInterpreter } from '../objects/plain-interpreter.ts';
import { answer } from '../recorded/decode.ts';
import { callMethod, errorOf, expectRecorded } from './call-method.ts';

const run = plainInterpreter({ limits: { collection: 100 } });
const builtins = new Map([...strMethods, ...strStaticMethods].map((each) => [each.name, each]));
const call = (name: string, ...args: unknown[]) => callBuiltin(run, builtins.get(name)!, args);

describe('methods of str', () => {
  test('join takes any iterable of texts', () => {
    expect([callMethod('-', 'join', ['a', 'b']), callMethod('-', 'join', 'abc')]).toEqual([
      'a-b',
      'a-b-c',
    ]);
    expect(errorOf(',', 'join', ['a', 1])).toEqual([
      'TypeError',
      'sequence item 1: expected str instance, int found',
    ]);
    expect(errorOf(',', 'join', 5)).toEqual(['TypeError', 'can only join an iterable']);
  });

  test('the odd blank of center goes where CPython puts it', () => {
    expect([callMethod('a', 'center', 4, '*'), callMethod('ab', 'center', 5, '*')]).toEqual([
      '*a**',
      '**ab*',
    ]);
    expect(callMethod('-5', 'zfill', 5)).toBe('-0005');
    expect(callMethod('a\tb\n\tc', 'expandtabs', 4)).toBe('a   b\n    c');
  });

  test('a translate table maps, deletes and keeps', () => {
    const table = call('maketrans', 'ab', 'xy', 'c') as Dict;
    expect(table).toBeInstanceOf(Dict);
    expect(callMethod('abcd', 'translate', table)).toBe('xyd');
    const errorOfCall = (...args: unknown[]) => answer(() => call('maketrans', ...args));
    expect(errorOfCall('ab', 'c')).toEqual({
      e: ['ValueError', 'the first two maketrans arguments must have equal length'],
    });
    expect(errorOfCall(5)).toEqual({
      e: ['TypeError', 'if you give only one argument to maketrans it must be a dict'],
    });
  });

  test('format takes keywords, format_map any mapping', () => {
    const keywords = new Map<string, unknown>([['k', 2]]);
    expect(callBuiltin(run, builtins.get('format')!, ['{}-{k}', 1], keywords)).toBe('1-2');
    expect(call('format_map', '{a}', new Dict(run, [['a', 7]]))).toBe('7');
    expect(answer(() => call('format_map', '{b}', new Dict(run, [])))).toEqual({
      e: ['KeyError', "'b'"],
    });
  });

  test('100 code points are allowed where the limit says so, 101 are not', () => {
    const calls: [string, (size: number) => unknown[]][] = [
      ['ljust', (size) => ['a', size]],
      ['zfill', (size) => ['1', size]],
      ['join', (size) => ['', ['a'.repeat(50), 'b'.repeat(size - 50)]]],
      ['replace', (size) => ['xx', 'x', 'y'.repeat(size / 2)]],
      ['expandtabs', (size) => ['\t', size]],
    ];
    for (const [name, args] of calls) {
      expect([name, (call(name, ...args(100)) as string).length]).toEqual([name, 100]);
      expect(() => call(name, ...args(102))).toThrow(LimitReached);
    }
  });

  test('every recorded call gives CPython’s answer', () => {
    expectRecorded(strMethods);
  });
});
