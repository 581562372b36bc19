import { describe, expect, test } from 'vitest';
import { diagnosticData, diagnosticsText, load } from '../../src/cli/load.ts';
import { scratch } from './scratch.ts';

const { file } = scratch();

describe('loading', () => {
  test('gives the scenario, its base name and its text', () => {
    const text = 'name: fine\nparams: { n: 1 }\nmain:\n  - return n\n';
    const path = file('fine.yaml', text);
    const loaded = load(path, {});
    expect(loaded.path).toBe(path);
    expect(loaded.name).toBe('fine.yaml');
    expect(loaded.text).toBe(text);
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.scenario?.params.map((each) => each.name)).toEqual(['n']);
  });

  test('YAML, JSON and Python are told by their names', () => {
    expect(load(file('a.json', '{"main": ["return 1"]}'), {}).scenario).not.toBe(null);
    expect(load(file('a.py', 'x = 1\n'), {}).scenario).not.toBe(null);
    expect(load(file('b.py', 'main: [1\n'), {}).scenario).toBe(null);
  });

  test('a parameter with an equals sign in its value keeps it', () => {
    const path = file('text.yaml', 'params: { t: a }\nmain:\n  - return t\n');
    const { scenario } = load(path, { param: ["t='a=b'"] });
    expect(scenario?.params[0].value).toMatchObject({ value: 'a=b' });
  });

  test('refuses what is no name=value', () => {
    const path = file('fine2.yaml', 'main:\n  - pass\n');
    expect(() => load(path, { param: ['n'] })).toThrow("--param: expected name=value, found 'n'");
  });
});

describe('diagnostics', () => {
  const path = file('wrong.yaml', 'main:\n  - return slep\n');

  test('as text: place, line, caret', () => {
    const text = diagnosticsText(load(path, {}), { isTTY: false });
    expect(text).toBe(
      `${path}:2:12: error: name 'slep' is not defined [unknown-name]\n` +
        '      - return slep\n' +
        '               ^^^^\n' +
        "    hint: did you mean 'sleep'?\n" +
        '1 error\n',
    );
  });

  test('as data, without a hint where there is none', () => {
    const [first] = load(path, {}).diagnostics;
    expect(diagnosticData(first)).toEqual({
      severity: 'error',
      code: 'unknown-name',
      message: "name 'slep' is not defined",
      line: 2,
      column: 12,
      endLine: 2,
      endColumn: 16,
      hint: "did you mean 'sleep'?",
    });
    const { hint: _hint, ...bare } = first;
    expect(diagnosticData(bare)).toMatchObject({ hint: null });
  });
});
