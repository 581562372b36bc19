import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-text.ts';
import { mistakeOfCall, shapeOfFunction, shapeOfSignature } from '../../src/lang/call-shape.ts';
import { parseExpression, parseModule, parseStatement } from '../../src/lang/parse.ts';

const fail = ({ message }: { message: string }) => {
  throw new Error(message);
};

/** What is wrong with a call of a function with these parameters; messages are CPython 3.13's. */
function callOf(parameters: string, call: string): string | null {
  const module = parseModule(new SourceFile(`def f(${parameters}): pass\n`), fail);
  const [definition] = module.body;
  if (definition?.kind !== 'FunctionDef') throw new Error('no function');
  const expression = parseExpression(new SourceFile(call), fail);
  if (expression?.kind !== 'Call') throw new Error('no call');
  return mistakeOfCall(expression, shapeOfFunction('f', definition.parameters))?.message ?? null;
}

describe('a call fits its parameters', () => {
  test.each([
    ['', 'f()'],
    ['a, b=1', 'f(1)'],
    ['a, b=1', 'f(b=1, a=2)'],
    ['*args', 'f(1, 2, 3)'],
    ['a, *, k', 'f(1, k=2)'],
    ['**more', 'f(x=1)'],
    ['a, /, **more', 'f(1, a=2)'],
    ['a, b', 'f(*xs)'],
    ['a, b', 'f(**d)'],
    ['a, b', 'f(*xs, b=1)'],
  ])('def f(%s): %s', (parameters, call) => {
    expect(callOf(parameters, call)).toBeNull();
  });
});

describe('a call that does not fit gets the words of CPython', () => {
  test.each([
    ['', 'f(1)', 'f() takes 0 positional arguments but 1 was given'],
    ['a', 'f(1, 2)', 'f() takes 1 positional argument but 2 were given'],
    ['a, b=1', 'f(1, 2, 3)', 'f() takes from 1 to 2 positional arguments but 3 were given'],
    [
      'a, *, k=1',
      'f(1, 2, k=3)',
      'f() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument)' +
        ' were given',
    ],
    ['a', 'f()', "f() missing 1 required positional argument: 'a'"],
    ['a, b', 'f()', "f() missing 2 required positional arguments: 'a' and 'b'"],
    ['a, b, c', 'f()', "f() missing 3 required positional arguments: 'a', 'b', and 'c'"],
    ['*, k', 'f()', "f() missing 1 required keyword-only argument: 'k'"],
    ['*, k, m', 'f()', "f() missing 2 required keyword-only arguments: 'k' and 'm'"],
    ['a', 'f(1, a=2)', "f() got multiple values for argument 'a'"],
    ['a', 'f(1, b=2)', "f() got an unexpected keyword argument 'b'"],
    ['a, /', 'f(a=1)', "f() got some positional-only arguments passed as keyword arguments: 'a'"],
    ['a', 'f(1, 2, *xs)', 'f() takes 1 positional argument but 2 were given'],
  ])('def f(%s): %s', (parameters, call, message) => {
    expect(callOf(parameters, call)).toBe(message);
  });
});

test('the signature of a built-in has a shape, without self', () => {
  expect(shapeOfSignature('f(self, a, /, b=1, *rest, key=None, need, **more)')).toEqual({
    name: 'f',
    positionalOnly: [{ name: 'a', isRequired: true }],
    positional: [{ name: 'b', isRequired: false }],
    keywordOnly: [
      { name: 'key', isRequired: false },
      { name: 'need', isRequired: true },
    ],
    hasRest: true,
    hasKeywordRest: true,
  });
});

test('a keyword that is nearly right is suggested, at its place', () => {
  const call = parseStatement(new SourceFile('f(1, delai=2)'), fail);
  if (call?.kind !== 'Expr' || call.value.kind !== 'Call') throw new Error('no call');
  expect(mistakeOfCall(call.value, shapeOfSignature('f(x, delay=0)'))).toEqual({
    message: "f() got an unexpected keyword argument 'delai'",
    span: { line: 1, column: 6, endLine: 1, endColumn: 13 },
    hint: "did you mean 'delay'?",
  });
});
