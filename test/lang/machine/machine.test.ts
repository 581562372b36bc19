// The machine as the simulation sees it: built-ins, expectations, output, names for traces.

import { expect, test } from 'vitest';
import { SourceFile } from '../../../src/base/source-text.ts';
import { parseExpression } from '../../../src/lang/parse.ts';
import type { Expression } from '../../../src/lang/tree.ts';
import { run } from './python.ts';

const expression = (text: string): { readonly expression: Expression } => {
  return { expression: parseExpression(new SourceFile(text), () => {})! };
};

test('an expectation reads the variables of the module as they are', () => {
  const { machine } = run('n = 1\ndef double(x): return 2 * x\n');
  const holds = (text: string) => machine.expectation(expression(text))();
  expect(holds('double(n) == 2 and len([i for i in range(n)]) == 1')).toBe(null);
  expect(holds('n > 5')).toBe('');
  expect(holds('1 / 0')).toBe('ZeroDivisionError: division by zero');
});

test('the end has names of its own', () => {
  const { machine } = run('pass\n');
  const check = machine.expectation(expression('result == [1] and error is None'));
  machine.endNames({ result: [1], error: null });
  expect(check()).toBe(null);
});

test('str and repr are those of the program', () => {
  const { machine } = run('class A:\n    def __repr__(self): return "me"\na = A()\n');
  const value = machine.globals.find((each) => machine.repr(each ?? null) === 'me');
  expect(machine.str([value, 'x'])).toBe("[me, 'x']");
});

test('a module is compiled once for many runs, each with its own variables', () => {
  const text = 'x = []\nx.append(1)\nprint(x)\n';
  expect([run(text).out, run(text).out]).toEqual(['[1]\n', '[1]\n']);
});

test('a name of a scenario is there without import', () => {
  expect(run('log(now(), math.floor(2.5))\nblock(1.5)\nprint(now())\n').out).toBe('0.0 2\n1.5\n');
});
