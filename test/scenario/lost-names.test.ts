import { describe, expect, test } from 'vitest';
import { withoutLostNames } from '../../src/scenario/lost-names.ts';

const unknown = (name: string) =>
  ({
    severity: 'error',
    code: 'unknown-name',
    message: `name '${name}' is not defined`,
    span: { line: 1, column: 1, endLine: 1, endColumn: 1 },
  }) as const;

const isKept = (text: string) => withoutLostNames(text, [unknown('foo')]).length === 1;

describe('an unknown name is let go if the text may bind it', () => {
  test.each([
    'foo = (',
    'foo, bar = (',
    'foo += (',
    'foo: int = (',
    'x = (foo := (',
    'def foo(',
    'async def foo(',
    'def f(a, foo',
    'class foo(',
    'import foo, (',
    'from x import y as foo (',
    'for i, foo in (',
    'with a as foo',
    'except E as foo',
    'global foo',
    'case [foo',
    'state:\n  foo: 1 + ',
    '{"foo": ',
  ])('%j', (text) => {
    expect(isKept(text)).toBe(false);
  });
});

describe('it is told if the text only uses it', () => {
  test.each(['foo(', 'print(foo', 'x = foo', 'if foo == 1', 'a.foo = 1', 'food = 1', 'xfoo = 1'])(
    '%j',
    (text) => {
      expect(isKept(text)).toBe(true);
    },
  );
});

test('everything else is told', () => {
  const other = { ...unknown('foo'), code: 'call', message: 'f() takes 0' };
  expect(withoutLostNames('foo = (', [other, unknown('foo')])).toEqual([other]);
});
