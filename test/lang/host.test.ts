import { describe, expect, test } from 'vitest';
import { ValueError } from '../../src/asyncio/exceptions.ts';
import { LanguageHost } from '../../src/lang/host.ts';
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
