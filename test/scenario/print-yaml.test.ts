import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { yamlBlock, yamlFlowScalar, yamlScalar } from '../../src/scenario/print-yaml.ts';

describe('a text as a scalar', () => {
  test.each([
    ['await sleep(1)', 'await sleep(1)'],
    ['running <= k', 'running <= k'],
    ['(a, b) == c', '(a, b) == c'],
    ['x[1:2]', 'x[1:2]'],
    ['log("a: b")', `'log("a: b")'`],
    ["it's: 1", `"it's: 1"`],
    [`it's "a": 1`, `'it''s "a": 1'`],
    ['x # y', "'x # y'"],
    ['*a', "'*a'"],
    ['[a]', "'[a]'"],
    ['null', "'null'"],
    ['True', "'True'"],
    ['5', "'5'"],
    ['', "''"],
    [' a', "' a'"],
    ['a:', "'a:'"],
    ['a\nb', '"a\\nb"'],
    ['a\u2028b', '"a\\u2028b"'],
  ])('%j is %s', (text, scalar) => {
    expect(yamlScalar(text)).toBe(scalar);
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'ab:# \n\t-[]{}"\'\\,&*!|>%@`?~0.') }),
  );

  test('reads as the text, as a value, a key, an item, and in a flow list', () => {
    fc.assert(
      fc.property(text, (value) => {
        const scalar = yamlScalar(value);
        expect(load(`k: ${scalar}\n`)).toEqual({ k: value });
        expect(load(`- ${scalar}\n- x\n`)).toEqual([value, 'x']);
        if (value !== '__proto__') expect(load(`${scalar}: 1\n`)).toEqual({ [value]: 1 });
        expect(load(`[${yamlFlowScalar(value)}, 1]`)).toEqual([value, 1]);
      }),
      { numRuns: 2000 },
    );
  });

  test('reads as the text from a block, where a block can hold it', () => {
    let blocks = 0;
    fc.assert(
      fc.property(text, (value) => {
        const block = yamlBlock(value, '    ');
        if (block === null) return;
        blocks++;
        expect(load(`k:\n  - ${block}\n  - x\n`)).toEqual({ k: [value, 'x'] });
      }),
      { numRuns: 2000 },
    );
    expect(blocks).toBeGreaterThan(300);
  });
});
