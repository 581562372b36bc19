// Programs and what CPython prints for them: src/lang/compile/context.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

test('a temporary keeps its value across everything that runs between', () => {
  const program = `
import asyncio
async def g(x): await asyncio.sleep(0); log.append(x); return x
log = []
async def main():
    x = 10
    x += await g(1)
    d = {}
    d[await g('k')] = await g('v')
    a = [1, 2]
    a[await g(0)] += await g(5)
    l = [await g(1), 2, await g(3), x, (x := 7), await g(x)]
    t = await g(0) or await g('or')
    v = 1 < await g(2) < await g(3) < await g(1) < await g(99)
    w = (await g('a')) if (await g(0)) else (await g('b'))
    s = f"{await g('f1')} {await g('f2')!r:>6}"
    c = [await g(i) for i in range(3) if await g(i) != 1]
    dd = {await g(i): await g(i * 2) for i in range(2)}
    print(x, d, a, l, t, v, w, s, c, dd)
    print(*[await g(5)], sep=await g('-'), end=await g('!\\n'))
    print(log)
asyncio.run(main())
`;
  expect(lines(program)).toEqual([
    "7 {'k': 'v'} [6, 2] [1, 2, 3, 11, 7, 7] or False b f1   'f2' [0, 2] {0: 0, 1: 2}",
    '5!',
    "[1, 'v', 'k', 0, 5, 1, 3, 7, 0, 'or', 2, 3, 1, 0, 'b', 'f1', 'f2', 0, 0, 1, 2, 2" +
      ", 0, 0, 1, 2, 5, '-', '!\\n']",
  ]);
});
