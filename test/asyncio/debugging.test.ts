// Where objects are made, in debug mode.
import { describe, expect, test } from 'vitest';
import { EventLoop } from '../../src/asyncio/base-events.ts';
import { FunctionTarget } from '../../src/asyncio/callback.ts';
import { originOf, type ProgramStack, shortened, sourceOf } from '../../src/asyncio/debugging.ts';
import type { TracebackEntry } from '../../src/asyncio/exceptions.ts';
import { Future } from '../../src/asyncio/futures.ts';
import { DefaultHost } from '../../src/asyncio/host.ts';
import { sleep } from '../../src/index.ts';

function frame(line: number): TracebackEntry {
  return { file: 'demo.py', line, column: 1, endLine: line, endColumn: 2, function: 'f' };
}

const lines = (count: number, first = 1): TracebackEntry[] =>
  Array.from({ length: count }, (_, i) => frame(first + i));

/** A host with a stack of its own. */
class StackHost extends DefaultHost {
  place: ProgramStack = { module: lines(1, 90), running: lines(2) };
  readonly tracked: boolean[] = [];

  override stack(): ProgramStack {
    return this.place;
  }

  override trackOrigins(enabled?: boolean): void {
    this.tracked.push(enabled === true);
  }
}

describe('a short stack', () => {
  const kept = (module: number, running: number, limit: number): number[] =>
    shortened({ module: lines(module, 90), running: lines(running) }, limit).map(
      (each) => each.line,
    );

  test('keeps the innermost frames, six of the library between module and loop counted', () => {
    expect(kept(1, 3, 10)).toEqual([90, 1, 2, 3]);
    expect(kept(1, 4, 10)).toEqual([1, 2, 3, 4]);
    expect(kept(2, 3, 10)).toEqual([91, 1, 2, 3]);
    expect(kept(0, 12, 10)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  test('without a limit it is whole', () => {
    expect(kept(2, 11, Number.POSITIVE_INFINITY)).toHaveLength(13);
  });
});

describe('in debug mode', () => {
  test('futures keep where they were made, tasks and handles the program’s own line', () => {
    const host = new StackHost();
    const loop = new EventLoop({ host });
    expect(originOf(new Future(loop))).toBeNull();
    loop.setDebug(true);
    const future = new Future(loop);
    expect(originOf(future)?.place).toBe('asyncio/base_events.py:459');
    expect(sourceOf(future).sourceTraceback?.map((each) => each.line)).toEqual([90, 1, 2]);
    expect(originOf(loop.createTask(sleep(1)))?.place).toBe('demo.py:2');
    const handle = loop.callTarget(null, new FunctionTarget(() => {}, []));
    expect(originOf(handle)?.place).toBe('demo.py:2');
    loop.setDebug(false);
    expect(sourceOf(new Future(loop))).toEqual({});
    expect(host.tracked).toEqual([true, false]);
  });

  test('callbacks of a future keep who settled it', () => {
    const host = new StackHost();
    const loop = new EventLoop({ host });
    loop.setDebug(true);
    const places = [true, false].map((isProgram) => {
      if (!isProgram) host.place = { module: lines(1), running: [] };
      const future = new Future(loop);
      future.addDoneCallback(() => {});
      const [{ target }] = future.registrations();
      future.setResult(1);
      return originOf(target)?.place;
    });
    expect(places).toEqual(['demo.py:2', 'asyncio/events.py:94']);
  });
});
