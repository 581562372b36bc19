// Threads of programs beside CPython's real ones; a pool of a given size.
import { describe, expect, test } from 'vitest';
import { threadFunctions, threadMethods } from '../../../../src/lang/modules/asyncio/threads.ts';
import { mainPrints, simulate } from '../../../simulated.ts';
import { expectRecorded, namesUsed } from './recorded.ts';

describe('threads of asyncio', () => {
  test('print what CPython prints', () => expectRecorded('threads'));

  test('are all used there', () => {
    const used = namesUsed('threads');
    const names = [...threadFunctions, ...threadMethods].map((each) => each.name);
    expect(names.filter((name) => !used.has(name))).toEqual([]);
  });

  test('a pool of the size that was asked for', () => {
    const program = `import asyncio, time
async def main():
    await asyncio.gather(*[asyncio.to_thread(time.sleep, 1) for _ in range(64)])
asyncio.run(main())
`;
    expect(simulate(program).outcome.time).toBe(2);
    expect(simulate(program, { pool: 8 }).outcome.time).toBe(8);
    expect(simulate(program, { pool: 64 }).outcome.time).toBe(1);
  });

  test('shared variables are written at their times', () => {
    const lines = mainPrints(`
      import time
      seen = []
      def work():
        for n in range(3):
          seen.append(n)
          time.sleep(1)
      task = asyncio.create_task(asyncio.to_thread(work))
      for _ in range(3):
        await asyncio.sleep(0.75)
        print(seen)
      await task
    `);
    expect(lines).toEqual(['[0]', '[0, 1]', '[0, 1, 2]']);
  });

  test('are seen in a trace: who waits for which job, and what it does', () => {
    const { trace } = simulate(`import asyncio, time
def work(n):
    time.sleep(n)
    return n
async def main():
    await asyncio.to_thread(work, 2)
asyncio.run(main())
`);
    const told = [...trace].flatMap((each) => {
      if (each.kind === 'job.submitted') return [`${each.time} ${each.object} ${each.function}`];
      if (each.kind === 'job.started') return [`${each.time} ${each.object} started`];
      if (each.kind === 'job.finished') return [`${each.time} ${each.outcome} ${each.value}`];
      return each.kind === 'task.suspended' && each.on.startsWith('job') ? [each.on] : [];
    });
    expect(told).toEqual(['0 job#1 work', '0 job#1 started', 'job#1', '2 returned 2']);
  });

  test('no deadlock is found while one runs; one is where nothing can end the wait', () => {
    const program = (body: string): string => `import asyncio, time
async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    def work():
        time.sleep(1)
        ${body}
    loop.run_in_executor(None, work)
    await future
asyncio.run(main())
`;
    const woken = simulate(program('loop.call_soon_threadsafe(future.set_result, 1)')).outcome;
    expect([woken.end, woken.time]).toEqual(['finished', 1]);
    expect(simulate(program('pass')).outcome.end).toBe('deadlocked');
  });
});

test('to_thread runs in a copy of the context, run_in_executor in an empty one', () => {
  const lines = mainPrints(`
    import contextvars
    import time
    var = contextvars.ContextVar('var', default='unset')
    def work(name):
        before = var.get()
        var.set(name)
        time.sleep(1)
        return name, before, var.get()
    var.set('main')
    loop = asyncio.get_running_loop()
    jobs = [asyncio.to_thread(work, 'copied'), loop.run_in_executor(None, work, 'own')]
    print(*await asyncio.gather(*jobs), var.get())
  `);
  // As CPython 3.14 documents asyncio.to_thread, and threads without -X thread_inherit_context.
  expect(lines).toEqual(["('copied', 'main', 'copied') ('own', 'unset', 'own') main"]);
});
