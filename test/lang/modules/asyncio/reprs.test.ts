// Whole programs beside CPython's output are in test/lang/reports.
import { describe, expect, test } from 'vitest';
import { EventLoop } from '../../../../src/asyncio/base-events.ts';
import { FunctionTarget } from '../../../../src/asyncio/callback.ts';
import { Future } from '../../../../src/asyncio/futures.ts';
import { GatheringFuture } from '../../../../src/asyncio/gather.ts';
import { sleep } from '../../../../src/asyncio/sleep.ts';
import { Timeout } from '../../../../src/asyncio/timeouts.ts';
import {
  callbackSource,
  checkCallback,
  coroutineText,
  failedText,
  futureName,
  futureRepr,
  handleRepr,
  loopRepr,
  runnableName,
  runnableText,
  timeoutRepr,
} from '../../../../src/lang/modules/asyncio/reprs.ts';
import { BoundMethod, Tuple } from '../../../../src/lang/values.ts';
import { run } from '../../machine/python.ts';

const { machine } = run('class A:\n    def m(self): pass\ndef f(): pass\nx = A().m\n');
const [, f, method] = machine.globals.filter((each) => each !== undefined).slice(-3);

describe('callables', () => {
  test('functions have a place, methods and built-ins have none', () => {
    expect(callbackSource(machine, f, null)).toBe('f() at demo.py:3');
    expect(method).toBeInstanceOf(BoundMethod);
    expect(callbackSource(machine, method, null)).toBe('A.m()');
    expect(callbackSource(machine, new Tuple([1]), null)).toBe('(1,)()');
  });

  test('what they were given is shown where it is told', () => {
    expect(failedText(machine, f, null)).toBe('f() at demo.py:3');
    expect(failedText(machine, f, [1, 'two'])).toBe("f(1, 'two') at demo.py:3");
  });
});

describe('futures', () => {
  const loop = new EventLoop();

  test('tell class and state', () => {
    const future = new Future(loop);
    expect(futureRepr(machine, future)).toBe('<Future pending>');
    future.setResult(5);
    expect(futureRepr(machine, future)).toBe('<Future finished result=5>');
    expect(futureName(new GatheringFuture(loop, [], false))).toBe('_GatheringFuture');
  });

  test('are three dots inside of themselves', () => {
    const future = new Future<unknown>(loop);
    future.setResult([future]);
    expect(futureRepr(machine, future)).toBe('<Future finished result=[...]>');
  });

  test('a task’s coroutine of asyncio stands in CPython’s file', () => {
    expect(coroutineText(sleep(1))).toBe('sleep() running at asyncio/tasks.py:687');
    const task = loop.createTask(sleep(1), { name: 'a' });
    expect(runnableName(machine, task)).toBe('a (sleep)');
    expect(runnableText(machine, task)).toBe(
      "<Task pending name='a' coro=<sleep() running at asyncio/tasks.py:687>>",
    );
  });
});

describe('handles', () => {
  const loop = new EventLoop();
  const target = new FunctionTarget(() => {}, [1], f);

  test('keep no callback once they are cancelled, unless they were made in debug mode', () => {
    const handles = [false, true].map((debug) => {
      loop.setDebug(debug);
      return loop.callTarget(2, target);
    });
    expect(handles.map((each) => handleRepr(machine, each))).toEqual([
      '<TimerHandle when=2.0 f() at demo.py:3>',
      '<TimerHandle when=2.0 f(1) at demo.py:3>',
    ]);
    for (const each of handles) each.cancel();
    expect(handles.map((each) => handleRepr(machine, each))).toEqual([
      '<TimerHandle cancelled when=2.0>',
      '<TimerHandle cancelled when=2.0 f(1) at demo.py:3>',
    ]);
    expect(runnableName(machine, handles[0])).toBe('f()');
    expect(runnableText(machine, target)).toBe('<Handle f() at demo.py:3>');
  });
});

test('the loop and a time-out', () => {
  const loop = new EventLoop();
  expect(loopRepr(loop)).toBe('<_UnixSelectorEventLoop running=False closed=False debug=False>');
  expect(timeoutRepr(new Timeout(5))).toBe('<Timeout [created]>');
});

test('what cannot be called is refused in debug mode alone', () => {
  const loop = new EventLoop();
  checkCallback(machine, loop, 5, 'call_soon');
  loop.setDebug(true);
  checkCallback(machine, loop, f, 'call_soon');
  expect(() => checkCallback(machine, loop, 5, 'call_soon')).toThrow();
  expect(() => checkCallback(machine, loop, sleep(1), 'call_at')).toThrow();
});
