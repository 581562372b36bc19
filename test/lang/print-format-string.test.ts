// The spec of print-format-string.ts: quotes that Python 3.11 takes too, where there are any.

import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-text.ts';
import { parseExpression } from '../../src/lang/parse.ts';
import { printExpression } from '../../src/lang/print-expression.ts';
import { withoutSpans } from './arbitrary-node.ts';

const read = (text: string) => parseExpression(new SourceFile(text), () => undefined)!;

describe('printFormatString', () => {
  test.each([
    ["f''", "f''"],
    ['f"{x} {y!r} {z:>10}"', "f'{x} {y!r} {z:>10}'"],
    ['f"it\'s {x}"', 'f"it\'s {x}"'],
    ["f'{a['b']}'", 'f"{a[\'b\']}"'],
    ["f'{{{x}}}'", "f'{{{x}}}'"],
    ["f'{ {1: 2}[1] }'", "f'{ {1: 2}[1]}'"],
    ["f'{x = }{y=!s:5}'", "f'{x = }{y=!s:5}'"],
    ["f'{x=!r}'", "f'{x=}'"],
    ["f'{x:{w}.{p}f}'", "f'{x:{w}.{p}f}'"],
    ["f'{(lambda: 1)()}'", "f'{((lambda: 1)())}'"],
    ["f'{a, b}'", "f'{(a, b)}'"],
    ["f'{a if b else c}'", "f'{a if b else c}'"],
    ["f'\\n{x}\\t'", "f'\\n{x}\\t'"],
    ["f'''{\nx}\n'''", "f'{x}\\n'"],
    ["f'{x:\"}'", "f'{x:\"}'"],
    ["f'{x:\\x7b}'", "f'{x:\\x7b}'"],
    ['f"{f\'{x}\'}"', 'f"{f\'{x}\'}"'],
    ['f"{f\'{x["a"]}\'}"', "f'''{f\"{x['a']}\"}'''"],
  ])('%s is written %s', (text, printed) => {
    expect(printExpression(read(text))).toBe(printed);
    expect(withoutSpans(read(printed))).toEqual(withoutSpans(read(text)));
  });

  test('where no quotes are free the text is that of Python 3.12', () => {
    let text = 'x';
    for (let level = 0; level < 6; level++) text = `f'{${text}}'`;
    expect(withoutSpans(read(printExpression(read(text))))).toEqual(withoutSpans(read(text)));
  });
});
