// What blocks: in a thread that one, in the loop's own thread the loop, and never for ever.
import { expect, test } from 'vitest';
import { printed, simulate } from '../../../simulated.ts';

test('a wait with a limit ends when it is over, and holds the loop meanwhile', () => {
  const text = `import asyncio, threading
async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(1, lambda: print('timer', loop.time()))
    await asyncio.sleep(0)
    print(threading.Event().wait(3), loop.time())
    await asyncio.sleep(1)
asyncio.run(main())
`;
  expect(printed(text)).toBe('False 3.0\ntimer 3.0\n');
});

test('a limit that is not reached holds nobody up', () => {
  const text = `import asyncio, threading
event = threading.Event()
async def main():
    task = asyncio.create_task(asyncio.to_thread(event.wait, 100))
    await asyncio.sleep(1)
    event.set()
    print(await task)
asyncio.run(main())
`;
  const { stdout, outcome } = simulate(text);
  expect([stdout, outcome.time]).toEqual(['True\n', 1]);
});

test('the only thread does not block for ever: the call fails', () => {
  const { outcome } = simulate('import queue\nqueue.Queue().get()\n');
  expect(outcome.errorText).toBe(
    'RuntimeError: this would block for ever: no thread is left to end it',
  );
});
