import { describe, expect, test } from 'vitest';
import { EventLoop } from '../../src/asyncio/base-events.ts';
import { EventLoopPolicy } from '../../src/asyncio/event-loop-policy.ts';
import { RuntimeError } from '../../src/asyncio/exceptions.ts';

const newLoop = (): EventLoop => new EventLoop();
const NONE = "There is no current event loop in thread 'MainThread'.";

/** The message of the RuntimeError that asking for the current loop throws. */
function refusal(policy: EventLoopPolicy): unknown {
  try {
    policy.getEventLoop();
  } catch (error) {
    if (error instanceof RuntimeError) return error.args[0];
  }
  return null;
}

describe('the current event loop', () => {
  test('is the one that was set', () => {
    const policy = new EventLoopPolicy(newLoop);
    expect(refusal(policy)).toBe(NONE);
    const loop = policy.newEventLoop();
    expect(refusal(policy)).toBe(NONE);
    policy.setEventLoop(loop);
    expect(policy.getEventLoop()).toBe(loop);
    policy.setEventLoop(null);
    expect(refusal(policy)).toBe(NONE);
  });

  test('is the running one, whatever was set', () => {
    const policy = new EventLoopPolicy(newLoop);
    policy.setEventLoop(newLoop());
    const running = newLoop();
    let found: EventLoop | null = null;
    running.callSoon(() => {
      found = policy.getEventLoop();
      running.stop();
    });
    running.run();
    expect(found).toBe(running);
  });

  test('is made with a warning where that is allowed, but not once one had been set', () => {
    let warnings = 0;
    const policy = new EventLoopPolicy(newLoop, () => warnings++);
    const made = policy.getEventLoop();
    expect([policy.getEventLoop() === made, warnings]).toEqual([true, 1]);
    policy.setEventLoop(null);
    expect([refusal(policy), warnings]).toEqual([NONE, 1]);
  });
});
