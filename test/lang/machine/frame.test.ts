// Frames are plain data: what a suspended program looks like from outside.

import { expect, test } from 'vitest';
import { FrameCoroutine } from '../../../src/lang/machine/frame-coroutine.ts';
import { run } from './python.ts';

const text = `
async def f(a, b=2):
    c = a + b
    await g()
    return c
async def g():
    class W:
        def __await__(self): yield 'waiting'
    await W()
x = f(1)
x.send(None)
`;

test('a suspended frame has its variables in named slots and stands at an instruction', () => {
  const { machine } = run(text);
  const coroutine = machine.globals.find((value) => value instanceof FrameCoroutine)!;
  const { frame } = coroutine as FrameCoroutine;
  expect(frame.code.slotNames).toEqual(['a', 'b', 'c']);
  expect(frame.slots.slice(0, 3)).toEqual([1, 2, 3]);
  expect(frame.code.spans[frame.pc]).toMatchObject({ line: 4, column: 5 });
  expect((coroutine as FrameCoroutine).position).toMatchObject({ line: 4, column: 5 });
});

test('a frame that is done holds nothing any more', () => {
  const { machine } = run(
    'async def f(): return [1]\nx = f()\ntry: x.send(None)\nexcept StopIteration: pass\n',
  );
  const coroutine = machine.globals.find((value) => value instanceof FrameCoroutine)!;
  expect((coroutine as FrameCoroutine).frame.slots).toEqual([]);
  expect((coroutine as FrameCoroutine).position).toBeNull();
});
