// Messages and places are those of compile() in CPython 3.13.

import { describe, expect, test } from 'vitest';
import { checked, diagnosticsOf } from './checked.ts';

const placement = (...lines: readonly string[]) =>
  checked(...lines)
    .filter((line) => line.includes(' placement '))
    .map((line) => line.replace(' placement ', ' '));

describe('what may not stand where it stands', () => {
  test.each([
    ['await x', "1:1 'await' outside function"],
    ['class A:\n    await x', "2:5 'await' outside function"],
    ['def f():\n    await x', "2:5 'await' outside async function"],
    ['f = lambda: await x', "1:13 'await' outside async function"],
    ['async def f():\n    g = lambda: await x', "2:17 'await' outside async function"],
    ['def f(a=await x): pass', "1:9 'await' outside function"],
    ['async for x in y: pass', "1:1 'async for' outside async function"],
    ['def f():\n    async for x in y: pass', "2:5 'async for' outside async function"],
    ['async with x: pass', "1:1 'async with' outside async function"],
    ['return', "1:1 'return' outside function"],
    ['def f():\n    class A:\n        return', "3:9 'return' outside function"],
    ['yield', "1:1 'yield' outside function"],
    ['class A:\n    x = yield', "2:9 'yield' outside function"],
    ['async def f():\n    yield from x', "2:5 'yield from' inside async function"],
    ['async def f():\n    yield\n    return 1', "3:5 'return' with value in async generator"],
    ['break', "1:1 'break' outside loop"],
    ['continue', "1:1 'continue' not properly in loop"],
    ['for x in y:\n    pass\nelse:\n    break', "4:5 'break' outside loop"],
    ['while x:\n    class A:\n        break', "3:9 'break' outside loop"],
    [
      'def f():\n    try: pass\n    except* A: return',
      "3:16 'break', 'continue' and 'return' cannot appear in an except* block",
    ],
    [
      'def f():\n    try: pass\n    except* A:\n        for x in y: return',
      "4:21 'break', 'continue' and 'return' cannot appear in an except* block",
    ],
    [
      'for x in y:\n    try: pass\n    except* A: continue',
      "3:16 'break', 'continue' and 'return' cannot appear in an except* block",
    ],
    [
      'x = [await y for y in z]',
      '1:5 asynchronous comprehension outside of an asynchronous function',
    ],
    [
      'def f():\n    {y async for y in z}',
      '2:5 asynchronous comprehension outside of an asynchronous function',
    ],
    [
      'def f():\n    {y: [await z] for y in z}',
      '2:5 asynchronous comprehension outside of an asynchronous function',
    ],
    [
      'def f():\n    [[await z for z in y] for y in x]',
      '2:5 asynchronous comprehension outside of an asynchronous function',
    ],
    ['def f():\n    [(yield) for y in z]', "2:7 'yield' inside list comprehension"],
    ['def f():\n    {(yield) for y in z}', "2:7 'yield' inside set comprehension"],
    ['def f():\n    {y: (yield) for y in z}', "2:10 'yield' inside dict comprehension"],
    ['def f():\n    ((yield) for y in z)', "2:7 'yield' inside generator expression"],
  ])('%s', (text, expected) => {
    expect(placement(...text.split('\n'))).toEqual([expected]);
  });
});

describe('what may stand where it stands', () => {
  test.each([
    'async def f():\n    await x\n    async for y in x: pass\n    async with x: return 1',
    'async def f():\n    return [await y for y in x]',
    'async def f():\n    return [[await y for y in x] for z in x]',
    'def f():\n    return (await y for y in x)',
    'def f():\n    return (y async for y in x)',
    'def f():\n    x = yield\n    yield from x\n    return x',
    'async def f():\n    yield\n    return',
    'f = lambda: (yield)',
    'while x:\n    if y: break\n    else: continue',
    'try: pass\nexcept* A:\n    for x in y: break',
    'def f():\n    try: pass\n    except* A:\n        def g(): return',
  ])('%s', (text) => {
    expect(placement(...text.split('\n'))).toEqual([]);
  });
});

test('the advice names the function that has to become a coroutine', () => {
  const hints = (...lines: readonly string[]) => diagnosticsOf(...lines).map(({ hint }) => hint);
  expect(hints('def f(x):', '    await x')).toEqual(['make it a coroutine: async def f(…)']);
  expect(hints('x = 1', 'await x')).toEqual([
    'put it into a coroutine, and start that with asyncio.run',
  ]);
  expect(hints('x = 1', 'f = lambda: await x')).toEqual([
    'a lambda cannot await: write an async def',
  ]);
});
