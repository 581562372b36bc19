// Programs for the specs of replaying: texts that are recorded as `sim run --trace` would.

import { type Recorded, record } from '../../src/replay/record.ts';
import type { RunSettings } from '../../src/replay/settings.ts';
import { scenarioOf } from '../simulated.ts';

/** The run of a text with its trace. Throws where the text has a mistake. */
export function recorded(text: string, settings: RunSettings = {}, file = 'spec.py'): Recorded {
  return record(scenarioOf(text, file), { file, source: text, ...settings });
}

/** Two workers that draw, wait, print and share a variable. */
export const WORKERS = `import asyncio
import random

total = 0

async def worker(name):
    global total
    for i in range(3):
        await asyncio.sleep(random.random())
        total += 1
        print(name, i, total)

async def main():
    await asyncio.gather(worker('a'), worker('b'))

asyncio.run(main())
`;
