import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-text.ts';
import { parseExpression } from '../../src/lang/parse.ts';
import { isConstant, readValue, stringConstant } from '../../src/scenario/constants.ts';
import { readYaml } from '../../src/scenario/yaml.ts';
import { withoutSpans } from '../lang/arbitrary-node.ts';

const fail = ({ message }: { message: string }) => {
  throw new Error(message);
};
const python = (text: string) => parseExpression(new SourceFile(text), fail)!;

/** A YAML value as an expression, texts being strings or expressions. */
function read(text: string, isExpression: boolean) {
  const node = readYaml(text, fail)!;
  return readValue(fail, node, (scalar) =>
    isExpression ? parseExpression(scalar.source, fail) : stringConstant(scalar),
  );
}

describe('a value of a file is the expression that Python has for it', () => {
  test.each([
    ['5', '5'],
    ['-5', '-5'],
    ['-0', '0'],
    ['-0.0', '-0.0'],
    ['0x10', '16'],
    ['1.0', '1.0'],
    ['true', 'True'],
    ['null', 'None'],
    ['text', "'text'"],
    ['[1, [x], {}]', "[1, ['x'], {}]"],
    ['{a: 1, 2: b, null: true, -1: x}', "{'a': 1, 2: 'b', None: True, -1: 'x'}"],
  ])('%s as a constant is %s', (yaml, expected) => {
    expect(withoutSpans(read(yaml, false))).toEqual(withoutSpans(python(expected)));
  });

  test.each([
    ['Lock()', 'Lock()'],
    ['[Lock(), 1]', '[Lock(), 1]'],
    ['{a: n + 1}', "{'a': n + 1}"],
    ["'''x'''", "'x'"],
  ])('%s as an expression is %s', (yaml, expected) => {
    expect(withoutSpans(read(yaml, true))).toEqual(withoutSpans(python(expected)));
  });
});

describe('a constant', () => {
  test.each(['1', '-1', '-1.5', "'x'", 'True', 'None', '[]', '[1, [2]]', "{'a': [1], 2: {}}"])(
    '%s is one',
    (text) => {
      expect(isConstant(python(text))).toBe(true);
    },
  );

  test.each([
    'x',
    '1 + 1',
    '(1,)',
    '{1}',
    '...',
    '+1',
    '--1',
    "-'a'",
    '1e999',
    '-1e999',
    '{**a}',
    '{[1]: 2}',
    '{1: x}',
    '{1: 1, 1: 2}',
    'f(1)',
    'not 1',
    "f'x'",
  ])('%s is none', (text) => {
    expect(isConstant(python(text))).toBe(false);
  });
});
