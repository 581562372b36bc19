import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-text.ts';
import { parseModule } from '../../src/lang/parse.ts';
import { isAmbiguous, partsOf, partsOfClass, printItems } from '../../src/scenario/print-block.ts';

function statements(...lines: readonly string[]) {
  return parseModule(new SourceFile(`${lines.join('\n')}\n`), ({ message }) => {
    throw new Error(message);
  }).body;
}

const items = (...lines: readonly string[]) => printItems(statements(...lines), '');

describe('a statement is an item of a list', () => {
  test('a simple one is its text', () => {
    expect(items('x = 1', 'd = {1: 2}', 'pass')).toEqual(['- x = 1', "- 'd = {1: 2}'", '- pass']);
  });

  test('a compound one is a mapping of its clauses', () => {
    expect(
      items(
        'if a: pass',
        'elif b: pass',
        'else: pass',
        'try: pass',
        'except E as e: pass',
        'finally:',
        '    for x in y: pass',
      ),
    ).toEqual([
      '- if a:',
      '    - pass',
      '  elif b:',
      '    - pass',
      '  else:',
      '    - pass',
      '- try:',
      '    - pass',
      '  except E as e:',
      '    - pass',
      '  finally:',
      '    - for x in y:',
      '        - pass',
    ]);
  });

  test('a header that YAML would misread is quoted', () => {
    expect(items('if d == {1: 2}: pass')).toEqual(["- 'if d == {1: 2}':", '    - pass']);
  });

  test('a class, a match and a decorated function are text', () => {
    expect(items('class A: pass', '@d', 'def f(): pass', 'match x:', '    case 1: pass')).toEqual([
      '- |-\n    class A:\n        pass',
      '- |-\n    @d\n    def f():\n        pass',
      '- |-\n    match x:\n        case 1:\n            pass',
    ]);
  });

  test('two clauses that read the same make it text', () => {
    const lines = ['try: pass', 'except E: pass', 'except E: raise'];
    expect(items(...lines)).toEqual([
      '- |-\n    try:\n        pass\n    except E:\n        pass\n    except E:\n        raise',
    ]);
    expect(isAmbiguous(partsOf(statements(...lines)[0]!)!)).toBe(true);
  });
});

test('a class is a part of define unless it is decorated', () => {
  const [plain, decorated] = statements('class A(B): pass', '@d', 'class C: pass');
  expect(partsOfClass(plain!)?.map(({ header }) => header)).toEqual(['class A(B)']);
  expect(partsOfClass(decorated!)).toBeNull();
  expect(partsOf(plain!)).toBeNull();
});
