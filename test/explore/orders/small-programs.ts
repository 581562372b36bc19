// Small programs whose orders can all be tried one by one: locks, queues, time-outs, drawn times.
import type { ChoiceKind } from '../../../src/kernel/policy.ts';

const HEAD = `import asyncio, random
log = []
async def main():
`;

/** A module whose main has this body, and prints its log. */
export function program(body: string, before = ''): string {
  const lines = body.replace(/^\n/, '').split('\n');
  return `${HEAD.replace('async def', `${before}async def`)}${lines.map((line) => `    ${line}`).join('\n')}
    print(log)
asyncio.run(main())
`;
}

const SLEEPER = `async def sleeper(name, least, most):
    await asyncio.sleep(random.uniform(least, most))
    log.append(name)
`;

/** A program, what varies, and into how many steps brute force cuts a range. */
export type SmallProgram = readonly [text: string, kinds: readonly ChoiceKind[], steps: number];

export const PROGRAMS: Readonly<Record<string, SmallProgram>> = {
  'three sleeps whose ranges overlap': [
    program(
      'await asyncio.gather(sleeper("a", 1, 3), sleeper("b", 2, 4), sleeper("c", 1.5, 2))',
      SLEEPER,
    ),
    ['timing', 'ties'],
    8,
  ],
  'equal deadlines': [
    program(
      `
async def at(name, seconds):
    await asyncio.sleep(seconds)
    log.append(name)
await asyncio.gather(at("a", 1), at("b", 1), at("c", 1), at("d", 0.5))`,
    ),
    ['timing', 'ties'],
    1,
  ],
  'a lock that three want': [
    program(
      `
lock = asyncio.Lock()
async def worker(name, least, most):
    await asyncio.sleep(random.uniform(least, most))
    async with lock:
        await asyncio.sleep(0.5)
        log.append(name)
await asyncio.gather(worker("a", 1, 2), worker("b", 1, 3), worker("c", 2, 3))`,
    ),
    ['timing', 'ties'],
    4,
  ],
  'a queue between drawn paces': [
    program(
      `
queue = asyncio.Queue(1)
async def put():
    for i in (1, 2):
        await asyncio.sleep(random.uniform(1, 2))
        await queue.put(i)
        log.append(f"put {i}")
async def take():
    for _ in (1, 2):
        await asyncio.sleep(random.uniform(0.5, 2.5))
        log.append(f"got {await queue.get()}")
await asyncio.gather(put(), take())`,
    ),
    ['timing'],
    4,
  ],
  'a time-out that may come first': [
    program(
      `
async def guarded(name, limit):
    try:
        async with asyncio.timeout(limit):
            await asyncio.sleep(random.uniform(1, 4))
            log.append(name)
    except TimeoutError:
        log.append(name + " late")
    await asyncio.sleep(random.uniform(0.5, 1))
    log.append(name + " done")
await asyncio.gather(guarded("a", 2), guarded("b", 3))`,
    ),
    ['timing'],
    8,
  ],
  'drawn time-outs that are cancelled before a later step': [
    program(
      `
async def first():
    async with asyncio.timeout(random.uniform(3.25, 5)):
        await asyncio.sleep(random.uniform(1, 3))
    log.append("a")
    await asyncio.sleep(random.uniform(0.5, 1))
    log.append("A")
async def second():
    await asyncio.sleep(2.5)
    log.append("b")
await asyncio.gather(first(), second())`,
    ),
    ['timing'],
    4,
  ],
  'few values and a range': [
    program(
      `
async def few():
    await asyncio.sleep(random.choice([1, 2, 3]))
    log.append("few")
    await asyncio.sleep(random.randint(1, 2))
    log.append("FEW")
await asyncio.gather(few(), sleeper("b", 1.5, 3.5))`,
      SLEEPER,
    ),
    ['timing'],
    8,
  ],
  'first completed of a set': [
    program(
      `
tasks = [asyncio.create_task(sleeper(n, 1, 2), name=n) for n in "ab"]
done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
log.append(sorted(t.get_name() for t in done))
await asyncio.wait(tasks)`,
      SLEEPER,
    ),
    ['timing', 'ties'],
    8,
  ],
  'two locks, each wanted by two who share nothing with the others': [
    program(
      `
one, two, first, second = asyncio.Lock(), asyncio.Lock(), [], []
async def worker(lock, names, name, least, most):
    await asyncio.sleep(random.uniform(least, most))
    async with lock:
        await asyncio.sleep(0.5)
        names.append(name)
await asyncio.gather(
    worker(one, first, "a", 1, 2), worker(one, first, "b", 1, 2),
    worker(two, second, "c", 1, 2), worker(two, second, "d", 1, 2))
log += [first, second]`,
    ),
    ['timing', 'ties'],
    2,
  ],
  'counters of their own at equal deadlines': [
    program(
      `
counts = {}
async def worker(name):
    await asyncio.sleep(1)
    counts[name] = 1
    await asyncio.sleep(1)
    counts[name] += 1
mine = []
async def other():
    for _ in range(2):
        await asyncio.sleep(1)
        mine.append(len(mine))
await asyncio.gather(worker("a"), other())
log += [counts, mine]`,
    ),
    ['timing', 'ties'],
    1,
  ],
};
