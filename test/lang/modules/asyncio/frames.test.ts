import { describe, expect, test } from 'vitest';
import { coroutine } from '../../../../src/asyncio/coroutines.ts';
import { sleep } from '../../../../src/asyncio/sleep.ts';
import {
  awaitingFrames,
  framesOf,
  PyFrame,
  runningFrames,
  StillFrame,
  tracebackFrames,
} from '../../../../src/lang/modules/asyncio/frames.ts';
import { mainPrints } from '../../../simulated.ts';

const summary = (frames: readonly PyFrame[]) =>
  frames.map(({ file, line, name, tag }) => [file, line, name, tag]);

describe('frames', () => {
  test('of a coroutine of the library stand at its first line before it begins', () => {
    expect(summary(framesOf(sleep(1)))).toEqual([['tasks.py', 687, 'sleep', 'async']]);
    expect(summary(awaitingFrames([sleep(0)]))).toEqual([['tasks.py', 687, 'sleep', 'async']]);
  });

  test('of a coroutine in TypeScript are none', () => {
    const body = coroutine(function* body() {
      yield* sleep(1);
    });
    expect(framesOf(body())).toEqual([]);
  });

  test('of a traceback stand where it went through', () => {
    const entry = { file: 'a.py', line: 3, column: 1, endLine: 3, endColumn: 2, function: 'f' };
    expect(summary(tracebackFrames([entry]))).toEqual([['a.py', 3, 'f', null]]);
  });

  test('that run are none outside of a program', () => {
    expect(runningFrames(null)).toEqual([]);
  });

  test('are themselves only', () => {
    const place = { file: 'tasks.py', qualname: 'Task.step', line: 1, firstLine: 1 };
    const frame = new StillFrame(place, null);
    expect(frame).toBeInstanceOf(PyFrame);
    expect(frame.name).toBe('step');
    expect(frame.identity).not.toBe(new StillFrame(place, null).identity);
  });

  test('are objects with a line, code and a repr', () => {
    const lines = mainPrints(`
      frame = asyncio.current_task().get_stack()[0]
      code = frame.f_code
      print(frame.f_lineno, code.co_name, code.co_qualname, code.co_filename, code.co_firstlineno)
      print(frame.f_lineno, frame == asyncio.current_task().get_stack()[0], {frame: 1}[frame])
      print(repr(frame)[-36:])
    `);
    expect(lines).toEqual([
      '6 main main spec.py 3',
      '7 True 1',
      ", file 'spec.py', line 8, code main>",
    ]);
  });
});
