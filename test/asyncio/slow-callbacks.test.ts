// Steps and callbacks that hold the loop for long, in debug mode.
import { expect, test } from 'vitest';
import { EventLoop } from '../../src/asyncio/base-events.ts';
import { DefaultHost } from '../../src/asyncio/host.ts';
import { coroutine, createTask, getRunningLoop, run, sleep } from '../../src/index.ts';
import type { Runnable } from '../../src/kernel/handle.ts';

/** Keeps what was slow. */
class SlowHost extends DefaultHost {
  readonly slow: number[] = [];

  override reportSlow(_target: Runnable, seconds: number): void {
    this.slow.push(seconds);
  }
}

test('steps that hold the loop for long enough are told of, and nothing is moved', () => {
  const host = new SlowHost();
  const orders = [false, true].map((debug) => {
    const order: string[] = [];
    const worker = coroutine(function* (name: string, seconds: number) {
      order.push(name);
      getRunningLoop().block(seconds / 2);
      getRunningLoop().block(seconds / 2);
      yield* sleep(0);
      order.push(`${name} again`);
    });
    const main = coroutine(function* () {
      if (debug) getRunningLoop().setDebug(true);
      getRunningLoop().block(7);
      yield* sleep(0);
      const tasks = [createTask(worker('a', 0.1)), createTask(worker('b', 0.05))];
      getRunningLoop().slowCallbackDuration = 0.06;
      yield* tasks[0];
      yield* tasks[1];
    });
    run(main(), { host });
    return order;
  });
  expect(orders[1]).toEqual(orders[0]);
  expect(host.slow).toEqual([0.09999999999999964]);
});

test('watching ends with debug mode, and what was called after a handle is called still', () => {
  const host = new SlowHost();
  const loop = new EventLoop({ host });
  let calls = 0;
  loop.afterHandle = () => {
    calls++;
  };
  const after = loop.afterHandle;
  loop.setDebug(true);
  loop.callSoon(() => loop.block(1));
  loop.callSoon(() => loop.setDebug(false));
  loop.callSoon(() => loop.block(1));
  loop.run();
  expect(host.slow).toEqual([1]);
  // Three handles, and one that tells the loop of the change.
  expect(calls).toBe(4);
  expect(loop.afterHandle).toBe(after);
});
