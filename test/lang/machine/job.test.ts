// A function of the program in a thread: it stands still with all its frames.
import { describe, expect, test } from 'vitest';
import { limits, mainPrints, simulate } from '../../simulated.ts';

describe('a job', () => {
  test('blocks from any depth of calls, and its prints have their times', () => {
    const { trace, stdout } = simulate(`import asyncio, time
class Slow:
    def __init__(self, n):
        time.sleep(n)
        self.n = n
    def __enter__(self):
        time.sleep(1)
        return self
    def __exit__(self, *args):
        time.sleep(1)
def numbers():
    for n in (1, 2):
        yield Slow(n).n
def work():
    print('a')
    for n in numbers():
        print(n)
    with Slow(0.5):
        print('in')
    return [time.sleep(1) for _ in range(2)]
async def main():
    print(await asyncio.to_thread(work))
asyncio.run(main())
`);
    expect(stdout).toBe('a\n1\n2\nin\n[None, None]\n');
    const written = [...trace].filter((each) => each.kind === 'output.written');
    expect(written.map((each) => [each.time, each.task])).toEqual([
      [0, 0],
      [1, 0],
      [3, 0],
      [4.5, 0],
      [7.5, 1],
    ]);
  });

  test('whatever can be called can be one, built-ins and classes included', () => {
    const lines = mainPrints(`
      import time
      loop = asyncio.get_running_loop()
      class A:
        def __init__(self, n):
          time.sleep(n)
          self.n = n
        def __call__(self, n):
          time.sleep(n)
          return self.n + n
        def method(self):
          return self.n
      print(await asyncio.to_thread(time.sleep, 1), loop.time())
      a = await loop.run_in_executor(None, A, 2)
      print(a.n, loop.time(), await asyncio.to_thread(a, n=3), loop.time())
      print(await asyncio.to_thread(a.method), await asyncio.to_thread(sorted, [2, 1]))
    `);
    expect(lines).toEqual(['None 1.0', '2 3.0 5 6.0', '2 [1, 2]']);
  });

  test('cannot block where a built-in calls it back, and cannot run a loop', () => {
    const lines = mainPrints(`
      import time
      async def nothing(): pass
      def keyed(): sorted([1, 2], key=time.sleep)
      def lambdas(): sorted([1, 2], key=lambda n: time.sleep(n))
      def loops():
        c = nothing()
        try: asyncio.run(c)
        finally: c.close()
      for work in (keyed, lambdas, loops):
        try: await asyncio.to_thread(work)
        except NotImplementedError as error: print(error)
    `);
    const refused =
      'a thread cannot block inside a call that a built-in makes, such as a sort key: call it directly';
    const loop = 'a thread cannot run an event loop here: run it in the program itself';
    expect(lines).toEqual([refused, refused, loop]);
  });

  test('is no line of a traceback', () => {
    const { stderr, outcome } = simulate(`import asyncio, time
def work():
    time.sleep(1)
    raise ValueError('x')
async def main():
    await asyncio.to_thread(work)
asyncio.run(main())
`);
    expect(outcome.time).toBe(1);
    expect(stderr).toBe(`Traceback (most recent call last):
  File "spec.py", line 7, in <module>
    asyncio.run(main())
    ~~~~~~~~~~~^^^^^^^^
  File "spec.py", line 6, in main
    await asyncio.to_thread(work)
  File "spec.py", line 4, in work
    raise ValueError('x')
ValueError: x
`);
  });

  test('that never ends reaches a limit', () => {
    const program = (body: string): string => `import asyncio, time
def work():
    while True: ${body}
async def main():
    await asyncio.to_thread(work)
asyncio.run(main())
`;
    const busy = simulate(program('pass'), { limits: limits({ operations: 5_000_000 }) });
    expect(busy.outcome.limit?.limit).toBe('operations inside one step');
    const calm = simulate(program('time.sleep(1)'), { limits: limits({ steps: 1000 }) });
    expect(calm.outcome.limit?.limit).toBe('handles executed');
  });

  test('that is left over is waited for at the end of the program', () => {
    const { stdout, outcome } = simulate(`import time
from concurrent.futures import ThreadPoolExecutor
def work():
    time.sleep(2)
    print('over')
ThreadPoolExecutor(1).submit(work)
time.sleep(1)
print('module')
`);
    expect([stdout, outcome.time]).toEqual(['module\nover\n', 2]);
  });
});
