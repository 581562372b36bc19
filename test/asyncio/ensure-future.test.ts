// ensure_future: what may be awaited becomes a future, and the rest is refused.
import { expect, test } from 'vitest';
import { EventLoop } from '../../src/asyncio/base-events.ts';
import { asCoroutine } from '../../src/asyncio/ensure-future.ts';
import * as sim from '../../src/index.ts';
import { attemptNow, type Body, loop, show } from './observe.ts';

const refusal = (act: () => unknown): string => {
  let text = 'not refused';
  attemptNow(sim.Exception, act, (error) => {
    text = show(error);
  });
  return text;
};

test('a future stays itself, a coroutine becomes a task', () => {
  const seen = sim.run(
    (function* (): Body {
      const future = loop().createFuture();
      const task = sim.ensureFuture(sim.sleep(1, 'v'));
      return [sim.ensureFuture(future) === future, task instanceof sim.Task, yield* task];
    })(),
  );
  expect(seen).toEqual([true, true, 'v']);
});

test('a future of another loop than the one given is refused', () => {
  const [one, other] = [new EventLoop(), new EventLoop()];
  const future = one.createFuture();
  expect(sim.ensureFuture(future, one)).toBe(future);
  expect(refusal(() => sim.ensureFuture(future, other))).toBe(
    "ValueError('The future belongs to a different loop than the one specified as the loop argument')",
  );
});

test('what cannot be awaited is refused', () => {
  const text = "TypeError('An asyncio.Future, a coroutine or an awaitable is required')";
  for (const wrong of [5, null, 'text', {}]) {
    expect(refusal(() => asCoroutine(wrong as never))).toBe(text);
  }
});

test('a coroutine is taken as it is', () => {
  const coroutine = sim.sleep(1);
  expect(asCoroutine(coroutine)).toBe(coroutine);
});
