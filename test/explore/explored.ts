// Programs that the specs of exploring share: small, with a failure whose schedules are known.

import type { Variation } from '../../src/explore/asked-policy.ts';
import { type Subject, scenarioSubject } from '../../src/explore/subject.ts';
import type { ChoiceKind, Jitter } from '../../src/kernel/policy.ts';
import { scenarioOf } from '../simulated.ts';

/** Fails where the first sleep, of 1 to 3 s, ends after 2 s. */
export const RACE = `import asyncio, random

async def slow():
    await asyncio.sleep(random.uniform(1, 3))
    done.append("slow")

async def main():
    await asyncio.gather(slow(), other(), asyncio.sleep(random.uniform(1, 3)))
    assert done == ["slow", "other"], done

async def other():
    await asyncio.sleep(2)
    done.append("other")

random.seed(4)
done = []
asyncio.run(main())
`;

/** Fails where the second of three equal timers comes first. */
export const TIE = `import asyncio

order = []

async def worker(name):
    await asyncio.sleep(1)
    order.append(name)

async def main():
    await asyncio.gather(*[worker(name) for name in "abc"])
    assert order[0] != "b", order

asyncio.run(main())
`;

/** Fails where the task that holds is cancelled while it sleeps: a lock is kept. */
export const LEAK = `import asyncio

async def main():
    lock = asyncio.Lock()

    async def hold():
        await lock.acquire()
        await asyncio.sleep(1)
        lock.release()

    await asyncio.gather(hold(), return_exceptions=True)
    async with lock:
        pass

asyncio.run(main())
`;

export function variation(kinds: readonly ChoiceKind[], jitter: Jitter | null = null): Variation {
  return { kinds: new Set(kinds), jitter };
}

export function subjectOf(text: string): Subject {
  return scenarioSubject(scenarioOf(text), { file: 'spec.py', source: text });
}
