// The running loop is known while it runs, and the one before is known again afterwards.
import { expect, test } from 'vitest';
import { EventLoop } from '../../src/asyncio/base-events.ts';
import { currentLoop, getRunningLoop, swapRunningLoop } from '../../src/asyncio/events.ts';
import { RuntimeError } from '../../src/index.ts';
import { attemptNow } from './observe.ts';

test('there is none outside of a loop', () => {
  expect(currentLoop()).toBe(null);
  let message: unknown = null;
  attemptNow(RuntimeError, getRunningLoop, (error) => {
    message = error.args[0];
  });
  expect(message).toBe('no running event loop');
});

test('loops run inside of loops know themselves', () => {
  const [outer, inner] = [new EventLoop(), new EventLoop()];
  const seen: unknown[] = [];
  inner.callSoon(() => seen.push(getRunningLoop()));
  outer.callSoon(() => {
    seen.push(getRunningLoop());
    inner.run();
    seen.push(getRunningLoop());
  });
  outer.run();
  expect(seen).toEqual([outer, inner, outer]);
  expect(currentLoop()).toBe(null);
});

test('swapping gives the one before', () => {
  const loop = new EventLoop();
  expect(swapRunningLoop(loop)).toBe(null);
  expect(swapRunningLoop(null)).toBe(loop);
});
