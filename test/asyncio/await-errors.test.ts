// What tasks say of things that they cannot wait for; the texts are CPython's.
import { expect, test } from 'vitest';
import { awaitRefusal, reuseError } from '../../src/asyncio/await-errors.ts';
import { EventLoop } from '../../src/asyncio/base-events.ts';
import { coroutine } from '../../src/asyncio/coroutines.ts';
import { Future } from '../../src/asyncio/futures.ts';

const waits = coroutine(function* () {
  yield null;
});

test('a future of another loop, and the task itself', () => {
  const task = new EventLoop().createTask(waits());
  expect(awaitRefusal(task, new Future(new EventLoop()))).toBe(
    'Task <Task> got Future <Future> attached to a different loop',
  );
  expect(awaitRefusal(task, task)).toBe('Task cannot await on itself: <Task>');
});

test('a coroutine that is over, and one that is under way', () => {
  const [over, begun] = [waits(), waits()];
  over.close();
  begun.send(undefined);
  expect(reuseError(over).args).toEqual(['cannot reuse already awaited coroutine']);
  expect(reuseError(begun).args).toEqual(['coroutine is being awaited already']);
});
