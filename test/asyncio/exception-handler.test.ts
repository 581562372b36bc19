// The exception handler of a loop: who gets what callbacks throw, and what a handler may throw.
import { describe, expect, test } from 'vitest';
import { EventLoop } from '../../src/asyncio/base-events.ts';
import { DefaultHost } from '../../src/asyncio/host.ts';
import * as sim from '../../src/index.ts';
import { attemptNow, show } from './observe.ts';

const { sleep, ValueError } = sim;

const failing = (text: string) => (): never => {
  throw new ValueError(text);
};

describe('the exception handler', () => {
  test('gets what callbacks throw; without one the host does', () => {
    const host = new DefaultHost();
    const events = new EventLoop({ host });
    const seen: unknown[] = [];
    events.callSoon(failing('first'));
    events.run();
    events.setExceptionHandler((from, { exception }) => seen.push(from === events, exception));
    events.callSoon(failing('second'));
    events.run();
    events.setExceptionHandler(null);
    events.callSoon(failing('third'));
    events.run();
    expect(seen.map(show)).toEqual(['True', "ValueError('second')"]);
    expect(host.reports.map(({ exception }) => show(exception))).toEqual([
      "ValueError('first')",
      "ValueError('third')",
    ]);
  });

  test('that fails itself is reported', () => {
    const host = new DefaultHost();
    const events = new EventLoop({ host });
    events.setExceptionHandler(failing('handler'));
    events.callSoon(failing('callback'));
    events.run();
    const [{ message, exception, context }] = host.reports;
    expect([message, show(exception)]).toEqual([
      'Unhandled error in exception handler',
      "ValueError('handler')",
    ]);
    expect([context?.message, show(context?.exception)]).toEqual([
      'Exception in callback callback()',
      "ValueError('callback')",
    ]);
  });

  test('cannot hold a limit', () => {
    const events = new EventLoop({ maxTasks: 0 });
    events.setExceptionHandler(() => events.createTask(sleep(1)));
    events.callSoon(failing('callback'));
    let thrown: unknown = null;
    try {
      events.run();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(sim.LimitReached);
  });

  test('that raises SystemExit leaves the loop', () => {
    const events = new EventLoop();
    events.setExceptionHandler(() => {
      throw new sim.SystemExit(4);
    });
    events.callSoon(failing('callback'));
    let code: unknown = null;
    attemptNow(
      sim.SystemExit,
      () => events.run(),
      (error) => {
        code = error.code;
      },
    );
    expect([code, events.isRunning()]).toEqual([4, false]);
  });
});
