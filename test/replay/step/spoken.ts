// A program that shows most of what a debugger can see, and a debugger of its trace that is spoken
// to in the specs.

import { sourceOf } from '../../../src/replay/replay.ts';
import { Debugger, reply } from '../../../src/replay/step/debugger.ts';
import { finish, Stepper, type Stop } from '../../../src/replay/step/stepper.ts';
import { recorded } from '../programs.ts';

/** Two tasks take turns with a lock; the second one fails, a callback is due later. */
export const TURNS = `import asyncio
total = 0
turn = asyncio.Lock()
async def add(n):
    global total
    async with turn:
        await asyncio.sleep(1)
        total += n
        text = f'{n} makes {total}'
        print(text)
async def worker(name):
    for i in range(2):
        await add(i)
    if name == 'b':
        raise ValueError('b')
def ring():
    pass
async def main():
    asyncio.get_running_loop().call_later(9, ring)
    second = asyncio.create_task(worker('b'), name='second')
    await asyncio.gather(worker('a'), second)
asyncio.run(main())
`;

export function stepperOf(text = TURNS): Stepper {
  return new Stepper(sourceOf(recorded(text).trace));
}

/** A stepper that has made so many steps. */
export function steppedTo(position: number, text = TURNS): Stepper {
  const stepper = stepperOf(text);
  finish(stepper.goTo(position));
  return stepper;
}

/** The positions at which a stop holds, forward from the start. */
export function positionsOf(stop: Stop, text = TURNS): number[] {
  const stepper = stepperOf(text);
  const positions: number[] = [];
  while (finish(stepper.forward([stop])).length > 0) positions.push(stepper.position);
  return positions;
}

export function debuggerOf(text = TURNS): Debugger {
  return new Debugger(sourceOf(recorded(text).trace));
}

/** What is said to the last of these lines. */
export function said(to: Debugger, ...lines: readonly string[]): string {
  let text = '';
  for (const line of lines) ({ text } = reply(to, line));
  return text;
}
