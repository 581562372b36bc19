import { describe, expect, test } from 'vitest';
import { checked, diagnosticsOf } from './checked.ts';

const hintOf = (...lines: readonly string[]) => diagnosticsOf(...lines).map(({ hint }) => hint);

describe('an unknown name', () => {
  test('is told once for a function, and again in another', () => {
    expect(checked('def f():', '    foo', '    foo', 'def g():', '    foo')).toEqual([
      "2:5 unknown-name name 'foo' is not defined",
      "5:5 unknown-name name 'foo' is not defined",
    ]);
  });

  test('is not one that is bound later, elsewhere in the module, or by a star import', () => {
    expect(checked('def f():', '    return later', 'later = 1')).toEqual([]);
    expect(checked('def f():', '    global made', '    made = 1', 'print(made)')).toEqual([]);
    expect(checked('from asyncio import *', 'gather()')).toEqual([]);
    expect(checked('print(__name__, __file__, __doc__)')).toEqual([]);
  });

  test('is not one that a pattern, a walrus, a loop or a handler binds', () => {
    expect(
      checked(
        'match 5:',
        '    case [a, *b] | {"k": a, **b}:',
        '        print(a, b)',
        'if (n := 1): print(n)',
        'for i, (j, *k) in []: print(i, j, k)',
        'try: pass',
        'except ValueError as e: print(e)',
        'print([x for x in range(3)])',
      ),
    ).toEqual([]);
  });

  test('is one in a decorator, a default, a pattern and an f-string', () => {
    expect(
      checked(
        '@decorate',
        'def f(a=fallback): pass',
        'match 5:',
        '    case Shape(): pass',
        'f"{value:{width}}"',
      ).map((line) => line.split(' ')[3]),
    ).toEqual(["'decorate'", "'fallback'", "'Shape'", "'value'", "'width'"]);
  });

  test('is not looked for in an annotation, which is never evaluated', () => {
    expect(checked('def f(a: Foo) -> Bar: pass', 'x: Baz = 1')).toEqual([]);
  });

  test('is not told after a star import from a module that is refused', () => {
    expect(checked('from socket import *', 'socket()').map((line) => line.split(' ')[1])).toEqual([
      'unsupported',
    ]);
  });

  test('is let through where the program expects the NameError', () => {
    expect(checked('try:', '    unicode', 'except NameError:', '    unicode = str')).toEqual([]);
    expect(checked('try: foo', 'except NameError: pass')).toEqual([]);
  });

  test('knows __class__ in a method and __qualname__ in a class body only', () => {
    expect(
      checked('class A:', '    q = __qualname__', '    def f(self): return __class__'),
    ).toEqual([]);
    expect(checked('print(__qualname__)')).toEqual([
      "1:7 unknown-name name '__qualname__' is not defined",
    ]);
  });
});

describe('the hint for an unknown name', () => {
  test('is the nearest name that is visible there', () => {
    expect(hintOf('def f(count):', '    return cuont')).toEqual(["did you mean 'count'?"]);
    expect(hintOf('pritn(1)')).toEqual(["did you mean 'print'?"]);
    expect(hintOf('def f():', '    counter = 1', 'def g():', '    return countr')).toEqual([
      undefined,
    ]);
  });

  test('is the import that is missing', () => {
    expect(hintOf('asyncio.run(1)')).toEqual(["write 'import asyncio' first"]);
    expect(hintOf('create_task(1)')).toEqual(["did you mean 'asyncio.create_task'?"]);
  });

  test("is Python's word for another language's", () => {
    expect(hintOf('x = [true, false, null, none]')).toEqual([
      "Python writes it 'True'",
      "Python writes it 'False'",
      "Python writes it 'None'",
      "Python writes it 'None'",
    ]);
  });
});

test('a built-in that the simulator has not is refused by name', () => {
  expect(checked('x = input("?")', 'y = eval("1")', 'z = complex(3)')).toEqual([
    "1:5 unsupported 'input' is not supported: nobody types into a simulation",
    "2:5 unsupported 'eval' is not supported: a simulation runs only the code that it has read",
    "3:5 unsupported 'complex' is not supported: the simulator has no complex numbers",
  ]);
});

test('what the symbol table refuses is told with its place', () => {
  expect(checked('def f():', '    x = 1', '    global x')).toEqual([
    "3:5 scope name 'x' is assigned to before global declaration",
  ]);
  expect(checked('def f(a):', '    global a')).toEqual([
    "2:5 scope name 'a' is parameter and global",
  ]);
});

test('ten thousand unknown names among ten thousand known ones are told in a moment', () => {
  const known = Array.from({ length: 10_000 }, (_, i) => `known${i} = 1`);
  const unknown = Array.from({ length: 10_000 }, (_, i) => `unknown${i}`);
  expect(checked(...known, ...unknown)).toHaveLength(10_000);
});
