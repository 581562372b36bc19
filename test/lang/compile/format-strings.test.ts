// Programs and what CPython prints for them: src/lang/compile/format-strings.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

test('text and values are joined in order', () => {
  const program = `
a, b, c, d, e = 1, 'two', 3.5, None, True
print(f'{a}', f'', f'just text', f'{a}{b}{c}{d}{e}', f'<{a}|{b}>', f'{b} and {[a]}.')
print(f'{a + 1}{a * 2}', f'{{{a}}}', f'{2 ** 70}', f'{-0.0}')
`;
  expect(lines(program)).toEqual([
    '1  just text 1two3.5NoneTrue <1|two> two and [1].',
    '22 {1} 1180591620717411303424 -0.0',
  ]);
});

test('conversions and formats, also those that are worked out', () => {
  const program = `
a, b, w = 42, 'h\u00e9', 8
print(f'{b!r} {b!s} {b!a} {b!r:>6}|{a:>{w}}|{a:0{w}.2f}|{b:{"<"}{w}}|{a:}')
print(f'{a=} {b=!s} {a=:>5} {a = } {b=}')
`;
  expect(lines(program)).toEqual([
    "'h\u00e9' h\u00e9 'h\\xe9'   'h\u00e9'|      42|00042.00|h\u00e9      |42",
    "a=42 b=h\u00e9 a=   42 a = 42 b='h\u00e9'",
  ]);
});

test('values are evaluated from left to right, and awaited where they stand', () => {
  const program = `
import asyncio
async def say(x):
    print('saying', x)
    await asyncio.sleep(0)
    return x
async def main():
    print(f'{await say(1)}-{await say("b")!r}-{await say(3):>{await say(4)}}')
asyncio.run(main())
`;
  expect(lines(program)).toEqual(['saying 1', 'saying b', 'saying 3', 'saying 4', "1-'b'-   3"]);
});

test('what cannot be formatted says so', () => {
  const program = `
for f in (lambda: f'{None:>5}', lambda: f'{"x":d}', lambda: f'{[]:3}'):
    try: f()
    except Exception as e: print(type(e).__name__, e)
`;
  expect(lines(program)).toEqual([
    'TypeError unsupported format string passed to NoneType.__format__',
    "ValueError Unknown format code 'd' for object of type 'str'",
    'TypeError unsupported format string passed to list.__format__',
  ]);
});
