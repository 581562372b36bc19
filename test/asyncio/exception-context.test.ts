import { describe, expect, test } from 'vitest';
import { EventLoop } from '../../src/asyncio/base-events.ts';
import { setContext, wakeupError } from '../../src/asyncio/exception-context.ts';
import { type BaseException, KeyError, OSError, ValueError } from '../../src/asyncio/exceptions.ts';

const [value, key, os] = [() => new ValueError('v'), () => new KeyError('k'), () => new OSError()];

describe('the context of an exception', () => {
  test('is what was handled, unless that is nothing or itself', () => {
    const [error, handled] = [value(), key()];
    setContext(error, null);
    setContext(error, error);
    expect(error.context).toBeNull();
    setContext(error, handled);
    expect(error.context).toBe(handled);
  });

  test('makes no circle', () => {
    const [first, second, third] = [value(), key(), os()];
    setContext(second, first);
    setContext(third, second);
    setContext(first, third);
    const chain: BaseException[] = [];
    for (let each: BaseException | null = first; each !== null; each = each.context) {
      chain.push(each);
    }
    expect(chain).toEqual([first, third, second]);
  });

  test('of a cancellation that wakes a task is what its loop is run under', () => {
    const loop = new EventLoop();
    const [cancelled, failed] = [loop.createFuture(), loop.createFuture()];
    cancelled.cancel();
    failed.setException(value());
    expect((wakeupError(cancelled) as BaseException).context).toBeNull();
    loop.handled = os();
    expect((wakeupError(cancelled) as BaseException).context).toBe(loop.handled);
    expect((wakeupError(failed) as BaseException).context).toBeNull();
  });
});
