// Coroutines and asynchronous generators under asyncio.run: control flow around `await`, asynchronous
// managers, loops and comprehensions, what is sent and thrown, and the order of evaluation.
import fc from 'fast-check';
import { choose, code, maybe, several, type Text, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { block, managers } from './blocks.ts';

const label = fc.integer({ min: 0, max: 9 }).map(String);
const value: Text = code`await v(${label})`;
const source = choose(code`items(${label})`, words('I(2) I(0) [1] items(1)'));
const expression: Text = choose(
  code`[x async for x in ${source}]`,
  code`{x: ${value} async for x in ${source} if x != ${label}}`,
  code`[${value} for _ in range(2) if ${value}]`,
  code`(${value}) + (${value}) * (${value})`,
  code`(${value}) < (${value}) < (${value})`,
  code`[${value}, *[${value}], ${value}]`,
  code`{${value}: ${value}, ${value}: ${value}}`,
  code`(${value}) if (${value}) > 4 else (${value})`,
  code`(${value}) and (${value}) or (${value})`,
  code`f'{${value}} {${value}!r:>{${value}}}'`,
  code`max(${value}, ${value}, key=lambda x: -x)`,
  code`await asyncio.gather(v(${label}), v(${label}), bad(), return_exceptions=${words('True False')})`,
  code`await anext(items(${label})${maybe(word(', 5', ', None'))})`,
  code`await ${words('5 None v bad() v')}`,
  code`(lambda *a, **k: (a, k))(${value}, k=${value}, *[${value}])`,
);
const leaves: Text = choose(
  code`print(${expression})`,
  code`l[${value}] = ${value}`,
  code`l[${value}] += ${value}`,
  code`async for x in ${source}: print('item', x)`,
  code`
    async for l[${label}] in ${source}:
        if ${value}: break
    else: print('else')`,
  code`x = ${expression}`,
  words('print(x) print(l)'),
);

export const coroutines: Theme = {
  name: 'coroutines',
  body: code`
    import asyncio
    ${managers('async ')}
    async def v(x):
        print('v', x)
        await asyncio.sleep(0)
        return x
    async def bad():
        raise LookupError('bad')
    async def items(n):
        try:
            for i in range(n % 4):
                print('got', (yield i))
        finally:
            print('items end')
    class I:
        def __init__(self, n): self.n = n
        def __aiter__(self): return self
        async def __anext__(self):
            self.n -= 1
            if self.n < 0: raise StopAsyncIteration
            return self.n
    async def f(a):
        l = [0] * 10
        ${block({ leaves, returns: true, prefix: 'async ' }, 2)}
        if a == 99: x = None
        return l
    async def run():
        for a in range(2):
            try:
                print('->', await f(a))
            except Exception as e:
                print(type(e).__name__, e, repr(e.__context__))
    asyncio.run(run())
  `,
};

const step = choose(
  code`await g.__anext__()`,
  code`await anext(g, ${label})`,
  code`await g.asend(${choose(label, words('None'))})`,
  code`await g.athrow(${words('ValueError(1) KeyError(2) GeneratorExit() TypeError')})`,
  code`await g.aclose()`,
);
const yields: Text = choose(
  code`yield ${label}`,
  code`print('got', (yield ${label}))`,
  code`yield ${value}`,
  code`await v(${label})`,
);

export const asyncGenerators: Theme = {
  name: 'async generators',
  body: code`
    import asyncio
    ${managers('async ')}
    async def v(x):
        await asyncio.sleep(0)
        return x
    async def f(a):
        ${block({ leaves: yields, returns: false, prefix: 'async ' }, 2)}
        yield 'end'
    async def run():
        g = f(${words('0 1 2')})
        ${several(
          code`
            try: print('->', ${step})
            except BaseException as e:
                print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__))`,
          1,
          6,
          '\n',
        )}
        print([x async for x in ${words('g f(1)')}])
    asyncio.run(run())
  `,
};
