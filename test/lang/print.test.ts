// The spec of print.ts: what is printed reads as the same tree, and reads well.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { SourceFile } from '../../src/base/source-text.ts';
import { parseModule } from '../../src/lang/parse.ts';
import { printModule, printStatement } from '../../src/lang/print.ts';
import type { Module } from '../../src/lang/tree.ts';
import { withoutSpans } from './arbitrary-node.ts';
import { arbitraryModule } from './arbitrary-tree.ts';

function read(source: string): Module {
  const errors: Diagnostic[] = [];
  const module = parseModule(new SourceFile(source), (one) => errors.push(one));
  expect(errors).toEqual([]);
  return module;
}

const readable = `"""A demo.

Over several lines.
"""
import asyncio
from . import a as b, c

slots = asyncio.Semaphore(2)


@decorate(1)
async def worker(i, /, n: int = 1, *args, k=2, **rest) -> int:
    """Works."""
    global running
    async with slots as s, other:
        running += 1
        await asyncio.sleep(1)

    def inner():
        return lambda x: x * 2

    while chunk := read():
        a, *b = chunk
        yield a, b
    else:
        pass
    return i


class MyError(Exception, metaclass=M):
    x: int = 1

    def __init__(self):
        super().__init__()

    y = 2


async def main():
    if a:
        b
    elif c:
        d
    else:
        for i, j in pairs:
            del x[i], y
    try:
        raise ValueError('no') from None
    except (A, B) as e:
        assert e, 'message'
    except C:
        raise
    else:
        x = y = 1
    finally:
        nonlocal z
    try:
        x
    except* A:
        y
    match x, y:
        case [1, *rest] if rest:
            break
        case {'a': A(b=1)} | None:
            continue
        case _:
            pass
    with (x, y):
        z


if __name__ == '__main__':
    asyncio.run(main())
`;

describe('printModule', () => {
  test('well laid out text is printed as it is', () => {
    const text = readable
      .replace('match x, y:', 'match (x, y):')
      .replace('with (x, y):', 'with x, y:');
    expect(printModule(read(readable))).toBe(text);
  });

  test('an empty module is an empty text', () => {
    expect(printModule(read(''))).toBe('');
  });

  test('a tuple as the context of with keeps its own parentheses', () => {
    const text = 'with ((a, b)):\n    pass\n';
    expect(printModule(read(text))).toBe(text);
  });

  test('a long chain of elif is printed', () => {
    const text = `if x:\n    a\n${'elif x:\n    a\n'.repeat(500)}else:\n    b\n`;
    expect(printModule(read(text))).toBe(text);
  });

  test('a docstring that needs escapes is written as any string', () => {
    const text = 'def f():\n    \'a\\\\b"""\'\n';
    expect(printModule(read(text))).toBe(text);
  });

  test('a block that is still empty is written pass', () => {
    const [statement] = read('async def f(): pass').body;
    expect(printStatement({ ...statement, body: [] } as typeof statement)).toBe(
      'async def f():\n    pass',
    );
  });

  test('any tree is read again as it was (seed 7)', () => {
    const law = fc.property(arbitraryModule, (module) => {
      expect(withoutSpans(read(printModule(module)).body)).toEqual(withoutSpans(module.body));
    });
    fc.assert(law, { seed: 7, numRuns: 400 });
  });
});
