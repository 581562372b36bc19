import { describe, expect, test } from 'vitest';
import { checked, diagnosticsOf } from './checked.ts';

const program = ['import asyncio, time', 'async def work(n=1):', '    pass'];
const lessons = (...lines: readonly string[]) => checked(...program, ...lines);

describe('a coroutine that is called and dropped', () => {
  test('is told for a function of the program, wherever it is called', () => {
    expect(lessons('work()', 'async def step():', '    if True:', '        work(2)')).toEqual([
      "4:1 never-awaited coroutine 'work' is called and dropped: its body never runs",
      "7:9 never-awaited coroutine 'work' is called and dropped: its body never runs",
    ]);
  });

  test('is told for the coroutine methods of an object of asyncio', () => {
    expect(
      lessons(
        'async def step():',
        '    queue = asyncio.Queue()',
        '    queue.put(1)',
        '    queue.put_nowait(1)',
        '    def inner(): queue.join()',
      ),
    ).toEqual([
      "6:5 never-awaited coroutine 'Queue.put' is called and dropped: its body never runs",
      "8:18 never-awaited coroutine 'Queue.join' is called and dropped: its body never runs",
    ]);
  });

  test('is told for a method of the class itself', () => {
    expect(
      lessons(
        'class A:',
        '    async def step(this): pass',
        '    def plain(this): pass',
        '    def run(this, other):',
        '        this.step()',
        '        this.plain()',
        '        other.step()',
      ),
    ).toEqual(["8:9 never-awaited coroutine 'step' is called and dropped: its body never runs"]);
  });

  test('is not told where the coroutine is used, or is none', () => {
    expect(
      lessons(
        'async def stream():',
        '    yield 1',
        'async def step():',
        '    await work()',
        '    c = work()',
        '    print(c, work())',
        '    await asyncio.gather(work())',
        '    stream()',
        '    [work() for _ in range(3)]',
      ),
    ).toEqual([]);
  });

  test('is a warning: the program may run', () => {
    expect(diagnosticsOf(...program, 'work()').map(({ severity }) => severity)).toEqual([
      'warning',
    ]);
  });
});

describe('a coroutine function that is not called', () => {
  test('is told where it is awaited or handed to asyncio', () => {
    expect(
      lessons(
        'async def step():',
        '    await work',
        '    await asyncio.gather(work(), work)',
        '    await asyncio.wait_for(work, 1)',
        'asyncio.run(step)',
      ),
    ).toEqual([
      "5:11 not-called 'work' is a coroutine function and is not called here",
      "6:34 not-called 'work' is a coroutine function and is not called here",
      "7:28 not-called 'work' is a coroutine function and is not called here",
      "8:13 not-called 'step' is a coroutine function and is not called here",
    ]);
  });

  test('is not told where a function is wanted', () => {
    expect(lessons('callbacks = [work]', 'print(work)')).toEqual([]);
  });
});

describe('a blocking call', () => {
  const message = 'time.sleep in a coroutine holds the whole loop: no other task runs meanwhile';

  test('is told in a coroutine', () => {
    expect(
      lessons('from time import sleep', 'async def f():', '    sleep(1)', '    time.sleep(2)'),
    ).toEqual([`6:5 blocking-call ${message}`, `7:5 blocking-call ${message}`]);
  });

  test('is not told in a plain function, also not in one inside a coroutine', () => {
    expect(lessons('async def f():', '    def g(): time.sleep(1)', '    return g')).toEqual([]);
  });
});

test('gather wants its awaitables one by one', () => {
  const message = 'gather takes its awaitables one by one, not in a list';
  expect(
    lessons(
      'async def step(xs):',
      '    await asyncio.gather([work() for x in xs])',
      '    await asyncio.gather(*[work()])',
      '    await asyncio.gather(*xs)',
    ),
  ).toEqual([`5:26 gather-list ${message}`]);
});

test('wait_for with None waits for ever', () => {
  expect(
    lessons(
      'async def step():',
      '    await asyncio.wait_for(work(), timeout=None)',
      '    await asyncio.wait_for(work(), 1)',
    ),
  ).toEqual(['5:44 no-timeout wait_for with timeout=None never times out']);
});
