// Runs for the specs of pictures, one of them with names that try to break out of every format.

import type { TraceEvent } from '../../../src/trace/event.ts';
import { readTrace } from '../../../src/trace/read.ts';
import { recordedTexts } from '../../conformance/text-runs.ts';
import { recorded } from '../../replay/programs.ts';

export function eventsOf(text: string): readonly TraceEvent[] {
  return readTrace(recorded(text).trace).events;
}

/** Programs of the generator, one of each kind. */
export const programs = recordedTexts('recorded-programs').filter((_, i) => i < 40);

export const HOSTILE_NAME = '</script><b>"\\\';end\n%%#x;[31m{}';

export const HOSTILE = `import asyncio
async def worker(gate):
    async with gate:
        await asyncio.sleep(0.5)
        print('</script><img onerror=1>; end')
async def main():
    gate = asyncio.Lock()
    name = ${JSON.stringify(HOSTILE_NAME)}
    tasks = [asyncio.create_task(worker(gate), name=name) for _ in range(2)]
    await asyncio.gather(*tasks)
asyncio.run(main())
`;
