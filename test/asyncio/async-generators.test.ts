// A loop's asynchronous generators, by objects of TypeScript: src/asyncio/async-generators.ts. The
// order, the tasks' names and the message are those of CPython 3.14.2.

import { expect, test } from 'vitest';
import type { AsyncGenerator } from '../../src/asyncio/async-generators.ts';
import { shutdownAsyncgens } from '../../src/asyncio/async-generators.ts';
import { EventLoop } from '../../src/asyncio/base-events.ts';
import { type Coroutine, coroutine } from '../../src/asyncio/coroutines.ts';
import { getRunningLoop } from '../../src/asyncio/events.ts';
import { ValueError } from '../../src/asyncio/exceptions.ts';
import { run } from '../../src/asyncio/runners.ts';

class Source implements AsyncGenerator {
  isFinished = false;
  readonly log: string[];
  readonly name: string;
  readonly error: ValueError | null;

  constructor(log: string[], name: string, error: ValueError | null = null) {
    this.log = log;
    this.name = name;
    this.error = error;
  }

  aclose(): Coroutine {
    const { log, name, error } = this;
    return coroutine(function* (): Generator<unknown, null, unknown> {
      log.push(`${name} closed by ${getRunningLoop().currentTask?.getName()}`);
      if (error !== null) throw error;
      return null;
    }, 'aclose')();
  }

  isReachable(): boolean {
    return false;
  }
}

test('those that are left are closed in order of their first steps when the run ends', () => {
  const log: string[] = [];
  const main = coroutine(function* main(): Generator<unknown, string, unknown> {
    const { asyncGenerators } = getRunningLoop();
    for (const name of ['a', 'b', 'c']) asyncGenerators.begin(new Source(log, name));
    const over = new Source(log, 'over');
    asyncGenerators.begin(over);
    over.isFinished = true;
    return 'done';
  });
  expect(run(main())).toBe('done');
  expect(log).toEqual(['a closed by Task-3', 'b closed by Task-4', 'c closed by Task-5']);
});

test('one that is abandoned is closed by a task that the next iteration makes', () => {
  const log: string[] = [];
  const main = coroutine(function* main(): Generator<unknown, null, unknown> {
    const { asyncGenerators } = getRunningLoop();
    const source = new Source(log, 'a');
    asyncGenerators.begin(source);
    asyncGenerators.finalize(source);
    expect(asyncGenerators.size).toBe(0);
    expect(log).toEqual([]);
    return null;
  });
  run(main());
  // Its task was cancelled before its first step: the run had ended.
  expect(log).toEqual([]);
});

test('a failure is told to the exception handler', () => {
  const loop = new EventLoop();
  const contexts: unknown[] = [];
  loop.setExceptionHandler((_loop, context) => contexts.push(context));
  const error = new ValueError('x');
  const source = new Source([], 'a', error);
  loop.asyncGenerators.begin(source);
  const task = loop.createTask(shutdownAsyncgens(loop));
  task.addDoneCallback(() => loop.stop());
  loop.run();
  const message = 'an error occurred during closing of asynchronous generator <Source>';
  expect(contexts).toEqual([{ message, exception: error, asyncgen: source }]);
  expect(loop.asyncGenerators.isShutDown).toBe(true);
});
