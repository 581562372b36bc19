import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Statement } from '../../src/lang/tree.ts';
import { printScenario } from '../../src/scenario/print.ts';
import { arbitraryExpression } from '../lang/arbitrary-tree.ts';
import {
  arbitraryProgram,
  base,
  nowhere,
  plain,
  reread,
  scenarioOf,
} from './arbitrary-scenario.ts';
import { load } from './environment.ts';

describe('a printed scenario reads as the same scenario', () => {
  test('whatever statements it has', () => {
    fc.assert(
      fc.property(arbitraryProgram, (scenario) => {
        const { scenario: again, errors } = reread(printScenario(scenario)!);
        expect(errors).toEqual([]);
        expect(plain(again)).toEqual(plain(scenario));
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  test('whatever expressions its state has', () => {
    fc.assert(
      fc.property(fc.array(arbitraryExpression, { maxLength: 3 }), (state) => {
        const scenario = scenarioOf([], base.module.body.slice(0, 0).concat(pass), state);
        const { scenario: again, errors } = reread(printScenario(scenario)!);
        expect(errors).toEqual([]);
        expect(plain(again)).toEqual(plain(scenario));
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  test('whatever constants its parameters have', () => {
    const scalar = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.string({ unit: fc.constantFrom(...'ab:# \n\t-[]{}"\'\\,&*!|>%@`?') }),
      fc.constantFrom('null', 'true', '1', '1.5', '.5', '~', '<<', '0x1f', '---', 'yes', ''),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        scalar,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.string({ maxLength: 4 }), tie('value'), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(value, (constant) => {
        const text = JSON.stringify({ params: { p: constant }, main: ['pass'] });
        const { scenario } = load('x.json', text);
        const { scenario: again, errors } = reread(printScenario(scenario!)!);
        expect(errors).toEqual([]);
        expect(plain(again)).toEqual(plain({ ...scenario!, name: 'x' }));
      }),
      { numRuns: 1000 },
    );
  });

  test('whatever texts it has for people', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'a:# \n-|>') }),
    );
    fc.assert(
      fc.property(text, text, (name, description) => {
        const scenario = { ...base, name, description: description.trim() };
        expect(plain(reread(printScenario(scenario)!).scenario)).toEqual(plain(scenario));
      }),
      { numRuns: 500 },
    );
  });

  test('with expectations, limits and what exploring may vary', () => {
    const text = [
      'main: [return 1]',
      'seed: 0',
      'expect:',
      '  always: ["1 < 2", "{1: 2}[1]"]',
      '  eventually: ["not False"]',
      '  finally: ["result == 1"]',
      'limits: { time: 500ms, steps: 10, digits: 5000 }',
      'explore: { vary: [], runs: 1 }',
    ].join('\n');
    const { scenario } = reread(text);
    expect(plain(reread(printScenario(scenario)!).scenario)).toEqual(plain(scenario));
  });
});

const pass: Statement = { kind: 'Pass', span: nowhere };

test('a scenario is printed as a person would write it', () => {
  const text = `name: counting
description: Two words.
seed: 3
params:
  n: 2
  name: Ada
  waits: [0.5, 1.0]
state:
  lock: Lock()
  total: 0
define:
  async def work(i):
    - async with lock:
        - total += i
    - if i > 1:
        - return i
      elif i == 1:
        - pass
      else:
        - raise ValueError('zero')
main:
  - await gather(*[work(i) for i in range(n)])
  - "log(f'total: {total}')"
expect:
  finally:
    - total == 1
`;
  expect(printScenario(load('x.yaml', text).scenario!)).toBe(text);
});

test('a Python file has no such form', () => {
  const { scenario } = load('x.py', 'import asyncio\nprint(1)\n');
  expect(printScenario(scenario!)).toBeNull();
});
