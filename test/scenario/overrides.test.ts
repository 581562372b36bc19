import { describe, expect, test } from 'vitest';
import { printScenario } from '../../src/scenario/print.ts';
import { load } from './environment.ts';

const text = 'params:\n  n: 50\n  name: "Ada"\nmain:\n  - log(n, name)\n';

const say = (params: Record<string, string>) =>
  load('x.yaml', text, params).diagnostics.map(
    ({ span, message, hint }) =>
      `${span.line}:${span.column} ${message}${hint === undefined ? '' : ` (${hint})`}`,
  );

describe('a parameter is replaced', () => {
  test('in the list of parameters and in the program, the file keeping its places', () => {
    const { scenario } = load('x.yaml', text, { n: '10' });
    expect(scenario?.params[0]).toEqual({
      name: 'n',
      nameSpan: { line: 2, column: 3, endLine: 2, endColumn: 4 },
      value: {
        kind: 'Constant',
        type: 'int',
        value: 10,
        span: { line: 2, column: 6, endLine: 2, endColumn: 8 },
      },
    });
    expect(scenario?.module.body[0]).toMatchObject({
      kind: 'Assign',
      value: { kind: 'Constant', value: 10 },
    });
    expect(scenario?.module.body[1]).toMatchObject({ value: { value: 'Ada' } });
  });

  test.each([
    ['-2', '-2'],
    ['1.5', '1.5'],
    ['1e3', '1000.0'],
    ['"a b"', 'a b'],
    ["'5'", "'5'"],
    ['True', 'true'],
    ['None', 'null'],
    ['[1, -2, ["x"]]', '[1, -2, [x]]'],
    ['{"a": 1, 2: None}', '{a: 1, 2: null}'],
    [' 7 ', '7'],
    ['-0', '0'],
    ['-0.0', '-0.0'],
    ['123456789012345678901', '123456789012345678901'],
  ])('%s is written %s in YAML', (value, yaml) => {
    const { scenario, diagnostics } = load('x.yaml', text, { n: value });
    expect(diagnostics).toEqual([]);
    expect(printScenario(scenario!)).toContain(`  n: ${yaml}\n`);
    expect(load('x.yaml', printScenario(scenario!)!).diagnostics).toEqual([]);
  });
});

describe('a wrong override is told', () => {
  test('with the nearest name, or all names', () => {
    expect(say({ nn: '1' })).toEqual([
      "1:1 --param nn=1: the scenario has no parameter 'nn' (did you mean 'n'?)",
    ]);
    expect(say({ patience: '1' })).toEqual([
      "1:1 --param patience=1: the scenario has no parameter 'patience' (its parameters: n, name)",
    ]);
  });

  test.each([
    [
      'Ada',
      `--param name=Ada: the value is not a constant (a text is quoted: --param 'name="Ada"')`,
    ],
    ['f(1)', '--param name=f(1): the value is not a constant'],
    ['(1, 2)', '--param name=(1, 2): the value is not a constant'],
    ['1e999', '--param name=1e999: the value is not a constant'],
    ['...', '--param name=...: the value is not a constant'],
    ['{1: 2, 1: 3}', '--param name={1: 2, 1: 3}: the value is not a constant'],
    ['[1', "--param name=[1: '[' was never closed"],
    ['', '--param name=: invalid syntax: expected an expression, found end of text'],
  ])('name=%s', (value, message) => {
    expect(say({ name: value })).toEqual([`3:9 ${message}`]);
  });

  test('all of them at once, and a Python file has no parameters', () => {
    expect(say({ a: '1', name: 'x y' })).toHaveLength(2);
    expect(load('x.py', 'x = 1\n', { x: '2' }).diagnostics.map(({ message }) => message)).toEqual([
      "--param x=2: the scenario has no parameter 'x'",
    ]);
  });
});
