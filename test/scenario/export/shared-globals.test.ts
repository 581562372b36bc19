import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/base/diagnostic.ts';
import { SourceFile } from '../../../src/base/source-text.ts';
import { parseModule } from '../../../src/lang/parse.ts';
import { printModule } from '../../../src/lang/print.ts';
import {
  mapFunctions,
  withGlobals,
  withoutGlobals,
} from '../../../src/scenario/export/shared-globals.ts';

const parse = (text: string) => parseModule(new SourceFile(text), () => {});

/** The module changed, and what is refused. */
function changed(text: string, change: typeof withGlobals): string | string[] {
  const refused: string[] = [];
  const report = ({ span, message }: Diagnostic) => refused.push(`${span.line}: ${message}`);
  const module = change(parse(text), ['a', 'b'], report);
  return refused.length > 0 ? refused : printModule(module);
}

const added = (text: string) => changed(text, withGlobals);
const removed = (text: string) => changed(text, withoutGlobals);

describe('global is added where a function writes a shared name', () => {
  test.each([
    ['def f():\n    a = 1\n', 'def f():\n    global a\n    a = 1\n'],
    ['def f():\n    b = a = 1\n', 'def f():\n    global a, b\n    b = a = 1\n'],
    ["def f():\n    'doc'\n    a += 1\n", 'def f():\n    """doc"""\n    global a\n    a += 1\n'],
    [
      'class C:\n    def f(self):\n        for a in b:\n            pass\n',
      'class C:\n    def f(self):\n        global a\n        for a in b:\n            pass\n',
    ],
    [
      'def f():\n    [(a := x) for x in b]\n',
      'def f():\n    global a\n    [(a := x) for x in b]\n',
    ],
    ['def f():\n    global a\n    a = 1\n', 'def f():\n    global a\n    global a\n    a = 1\n'],
    ['def f():\n    global a, c\n    a = 1\n', 'def f():\n    global a, c\n    a = 1\n'],
  ])('%j', (before, after) => {
    expect(added(before)).toBe(after);
    expect(removed(after)).toBe(printModule(parse(before)));
  });

  test.each([
    'def f(a):\n    a = 1\n',
    'def f():\n    return a\n',
    'def f():\n    return [a for a in b]\n',
    'def f():\n    try:\n        pass\n    except E as a:\n        pass\n',
    'a = 1\n',
  ])('and nowhere else: %j', (text) => {
    expect(added(text)).toBe(text);
    expect(removed(text)).toBe(text);
  });
});

test('what only one of the languages can say is refused', () => {
  expect(added('f = lambda: (a := 1)\n')).toEqual([
    "1: a lambda of Python cannot assign to the shared name 'a'",
  ]);
  expect(added('def f():\n    a: int = 1\n')).toEqual([
    "2: 'a' is a name of state: Python has no annotation for it here",
  ]);
  expect(added('def f(a):\n    def g():\n        nonlocal a\n        a = 1\n')).toEqual([
    "4: 'a' is nonlocal here and a name of state besides",
  ]);
  expect(removed('def f():\n    a = 1\n')).toEqual([
    "2: 'a' is a variable of the function here, and of the module elsewhere",
  ]);
});

test('every function is met, however deep it stands', () => {
  const text = `if x:
    def f1(): pass
elif y:
    def f2(): pass
else:
    while z:
        def f3(): pass
    else:
        def f4(): pass
try:
    def f5(): pass
except E:
    def f6(): pass
else:
    def f7(): pass
finally:
    with w:
        def f8():
            def f9(): pass
match m:
    case 1:
        class C:
            def f10(self): pass
`;
  const names: string[] = [];
  mapFunctions(parse(text).body, ({ name }, body) => {
    names.push(name);
    return body;
  });
  const inner = ['f9', 'f8'];
  expect(names).toEqual(['f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7', ...inner, 'f10']);
});
