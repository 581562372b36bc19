import { describe, expect, test } from 'vitest';
import { EventLoop } from '../../src/asyncio/base-events.ts';
import { ValueError } from '../../src/asyncio/exceptions.ts';
import { sleep } from '../../src/asyncio/sleep.ts';
import { LanguageHost } from '../../src/lang/host.ts';
import { reportLeftovers } from '../../src/lang/leftovers.ts';
import { Float, Tuple } from '../../src/lang/values.ts';
import { printed, simulate } from '../simulated.ts';
import { run } from './machine/python.ts';

const { machine } = run('');

describe('the language answers for asyncio', () => {
  const host = new LanguageHost(machine, (error) => `${machine.repr(error)}\n`);

  test('repr is Python’s', () => {
    expect(host.repr(new Tuple([1, new Float(2), 'x', null, true]))).toBe(
      "(1, 2.0, 'x', None, True)",
    );
  });

  test('less is Python’s <, with its TypeError', () => {
    expect(host.less(new Tuple([1, 'b']), new Tuple([1, 'c']))).toBe(true);
    expect(host.less(2, new Float(1.5))).toBe(false);
    expect(() => host.less(1, 'a')).toThrow();
  });

  test('the order of a PriorityQueue is the order of the program', () => {
    const text = `import asyncio
class Job:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        return self.n > other.n
async def main():
    queue = asyncio.PriorityQueue()
    for n in [1, 3, 2]:
        queue.put_nowait(Job(n))
    print([queue.get_nowait().n for i in range(3)])
asyncio.run(main())
`;
    expect(printed(text)).toBe('[3, 2, 1]\n');
  });
});

describe('a report', () => {
  function reported(context: Parameters<LanguageHost['report']>[0]): string {
    const written: string[] = [];
    const watched = Object.create(machine, {
      write: { value: (stream: string, text: string) => written.push(`${stream}: ${text}`) },
    });
    new LanguageHost(watched, () => 'the traceback\n').report(context);
    return written.join('');
  }

  test('goes to stderr: the message, then the traceback', () => {
    const exception = new ValueError('x');
    expect(reported({ message: 'went wrong', exception })).toBe(
      'stderr: went wrong\nthe traceback\n',
    );
    expect(reported({ message: 'only words' })).toBe('stderr: only words\n');
    expect(reported({ message: '' })).toBe('stderr: Unhandled exception in event loop\n');
  });

  test('tells the other keys in the order of the alphabet', () => {
    const frame = { file: 'f.py', line: 1, column: 1, endLine: 1, endColumn: 2, function: 'f' };
    const context = {
      message: 'm',
      task: new Tuple([1]),
      sourceTraceback: [frame],
      handle: new Float(2),
      future: new Float(3),
    };
    expect(reported(context)).toBe(
      'stderr: m\nfuture: 3.0\nhandle: 2.0\n' +
        'source_traceback: Object created at (most recent call last):\n' +
        '  File "f.py", line 1, in f\ntask: (1,)\n',
    );
  });

  test('names the task or the future under the word that CPython uses', () => {
    const text = `import asyncio
async def fail():
    raise ValueError('x')
async def main():
    asyncio.create_task(fail())
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(sorted(context)))
    async def stubborn():
        try:
            await asyncio.sleep(9)
        finally:
            raise ValueError('y')
    asyncio.create_task(stubborn())
    await asyncio.sleep(1)
asyncio.run(main())
`;
    const { stdout, stderr } = simulate(text);
    expect(stdout).toBe("['exception', 'message', 'task']\n");
    expect(stderr).toMatch(/^Task exception was never retrieved\nfuture: <Task finished/);
  });
});

describe('whoever watches is told of each report in one line, with its place', () => {
  const WARNED = `import asyncio
import time
async def fail():
    raise ValueError('x')
async def slow():
    time.sleep(0.5)
def boom():
    return 1 / 0
async def main():
    loop = asyncio.get_running_loop()
    asyncio.create_task(fail())
    asyncio.create_task(slow(), name='s')
    loop.call_soon(boom)
    loop.create_future().set_exception(KeyError(1))
    await asyncio.sleep(1)
    slow()
asyncio.run(main(), debug=True)
`;

  test('as an event of the run', () => {
    const { trace } = simulate(WARNED);
    const warnings = [...trace].flatMap((event) =>
      event.kind === 'warning.raised' ? [[event.at?.[0], event.task, event.code, event.text]] : [],
    );
    expect(warnings).toEqual([
      [6, 3, 'slow-callback', 's (slow) took 0.500 seconds'],
      [8, 0, 'unhandled-exception', 'Exception in callback boom() at spec.py:7: ZeroDivisionError'],
      [16, 0, 'never-awaited', "coroutine 'slow' was never awaited"],
      [14, 0, 'never-retrieved', 'nobody asked for KeyError of a future'],
      [4, 2, 'never-retrieved', 'nobody asked for ValueError of Task-2 (fail)'],
    ]);
  });

  test('a task that is left over too', () => {
    const warnings: unknown[] = [];
    const host = new LanguageHost(machine, () => '', { warn: (each) => warnings.push(each) });
    const loop = new EventLoop({ host });
    const task = loop.createTask(sleep(1), { name: 'left' });
    reportLeftovers(machine, host, [loop], null);
    expect(warnings).toEqual([
      {
        code: 'destroyed-pending',
        text: 'left (sleep) was still pending',
        position: null,
        task: task.number,
      },
    ]);
  });
});

describe('a context', () => {
  const host = new LanguageHost(machine, () => '');

  test('names a callback as CPython does, with what it was given in debug mode', () => {
    expect(host.describeCallback('x')).toBe("'x'()");
    expect(host.describeCallback(null, [1, 'a'])).toBe("None(1, 'a')");
  });
});
