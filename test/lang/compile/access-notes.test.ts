import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/lang/analyse.ts';
import { compileModule, tellsAs } from '../../../src/lang/compile/module.ts';
import { scenarioOf } from '../../simulated.ts';
import { accessesInLine } from '../accessed.ts';

describe('code that tells of accesses', () => {
  const { module } = scenarioOf('n = [1]\nn[0] += 1\nfor each in n: print(each)\n');
  const compiled = (accesses: boolean) =>
    compileModule(module, analyse(module), 'spec.py', { lines: false, accesses });

  test('is known from code that does not', () => {
    expect(tellsAs(compiled(true), { lines: false, accesses: true })).toBe(true);
    expect(tellsAs(compiled(false), { lines: false, accesses: true })).toBe(false);
    expect(tellsAs(compiled(false), { lines: false, accesses: false })).toBe(true);
  });
});

describe('each kind of expression', () => {
  test.each([
    ['x = data', ['reads data', 'reads list#1', 'writes x']],
    ['x = y = data', ['reads data', 'reads list#1', 'writes x', 'writes y']],
    ['(x := data)', ['reads data', 'reads list#1', 'writes x']],
    ['x = data[0]', ['reads data', 'reads list#1', 'reads list#1[0]', 'writes x']],
    ['x: int = 1', ['writes x']],
    ['del data[0]', ['reads data', 'reads list#1', 'writes list#1[0]']],
    ['import math', []],
    ['x = lambda: data', ['writes x']],
    ['match data:\n    case [a, *_]: pass', ['reads data', 'reads list#1']],
  ])('%s', (statement, accesses) => {
    expect(accessesInLine(`data = [1, 2]\n${statement}\n`, 2)).toEqual(accesses);
  });
});
