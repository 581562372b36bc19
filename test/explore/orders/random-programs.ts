// Small random programs whose tasks share things in many ways: what they end with says in which
// order things were done, as far as that makes a difference.
import type { RandomStream } from '../../../src/explore/random-stream.ts';

const BEFORE = `import asyncio, io, itertools, random
from collections import defaultdict, deque

class Account:
    def __init__(self):
        self.balance = 10

class Slotted:
    __slots__ = ("value",)

log, numbers, table, made = [], [1, 2, 3], {}, defaultdict(list)
members, line, account, text = set(), deque(), Account(), io.StringIO()
slotted = Slotted()
slotted.value = 1
count, counter, feed = 0, itertools.count(), iter(range(100))

def naturals():
    n = 0
    while True:
        yield n
        n += 1

generator = naturals()

async def waits():
    for n in range(100):
        if n % 2:
            await asyncio.sleep(0.5)
        yield n

stream = waits()
`;

const PRIMITIVES = `    lock, event, queue = asyncio.Lock(), asyncio.Event(), asyncio.Queue(1)
    semaphore, future = asyncio.Semaphore(1), asyncio.get_running_loop().create_future()
    condition = asyncio.Condition()
    local = 0
`;

/** Statements of one task, `NAME` being its letter; each may be done in any order with others. */
const STEPS: readonly string[] = [
  'log.append(NAME)',
  'count += 1',
  'count *= 2',
  'seen = count; await SLEEP; count = seen + 1',
  'local += 1',
  'local *= 3',
  'table[NAME] = len(table)',
  'table["one"] = NAME',
  'log.append(table.get("one"))',
  'made[NAME].append(count)',
  'numbers[0] += 1',
  'numbers[-1] += numbers[0]',
  'numbers.sort(reverse=True)',
  'members.add(NAME); log.append(len(members))',
  'line.append(NAME)',
  'line.appendleft(NAME)',
  'account.balance -= 1',
  'account.balance *= 2',
  'Account.rate = NAME',
  'log.append(getattr(Account, "rate", None))',
  'slotted.value += 1',
  'slotted.value *= 2',
  'text.write(NAME)',
  'log.append(next(counter))',
  'log.append(next(feed))',
  'log.append(next(generator))',
  'for n in generator:\n    log.append(n)\n    break',
  'log.append(await anext(stream))',
  'async for n in stream:\n    log.append(n)\n    if n > 1:\n        break',
  'async for n in stream:\n    await SLEEP\n    if n > 1:\n        break',
  'async with lock:\n    log.append(NAME + "l")',
  'async with lock:\n    await SLEEP\n    log.append(NAME + "L")',
  'log.append(lock.locked())',
  'async with semaphore:\n    await SLEEP\n    count += 1',
  'event.set()',
  'event.clear()',
  'log.append(event.is_set())',
  'try:\n    async with asyncio.timeout(TIME):\n        await event.wait()\n    log.append(NAME + "e")\nexcept TimeoutError:\n    log.append(NAME + "t")',
  'try:\n    queue.put_nowait(NAME)\nexcept asyncio.QueueFull:\n    log.append("full")',
  'try:\n    log.append(queue.get_nowait())\nexcept asyncio.QueueEmpty:\n    log.append("empty")',
  'try:\n    log.append(await asyncio.wait_for(queue.get(), TIME))\nexcept TimeoutError:\n    log.append(NAME + "q")',
  'if not future.done():\n    future.set_result(NAME)',
  'if future.done():\n    log.append(future.result())',
  'others[0].cancel()',
  'log.append(others[-1].done())',
  'log.append(len([t for t in others if t.done()]))',
  'asyncio.get_running_loop().call_later(TIME, log.append, NAME + "c")',
  'async with condition:\n    condition.notify()',
  'try:\n    async with condition:\n        await asyncio.wait_for(condition.wait(), TIME)\n    log.append(NAME + "n")\nexcept TimeoutError:\n    log.append(NAME + "w")',
  'child = asyncio.create_task(asyncio.sleep(TIME, NAME)); log.append(child.get_name()); await child',
  'done, pending = await asyncio.wait(others[:1], timeout=TIME); log.append(len(done))',
  'mine = []; mine.append(1); mine.sort()',
];

/** The text of a program of a few tasks, each with a few steps between sleeps. */
export function drawProgram(random: RandomStream): string {
  const tasks = 2 + random.below(2);
  const shared = Array.from({ length: 2 + random.below(3) }, () => random.below(STEPS.length));
  const bodies: string[] = [];
  for (let i = 0; i < tasks; i++) {
    const name = 'abc'[i];
    const lines = [`async def ${name}():`, '    global count', '    nonlocal local'];
    const steps = 1 + random.below(2);
    for (let step = 0; step < steps; step++) {
      lines.push(`    await ${sleep(random)}`);
      const index =
        random.below(4) > 0 ? shared[random.below(shared.length)] : random.below(STEPS.length);
      for (const line of STEPS[index].split('\n')) {
        lines.push(
          `    ${line}`
            .replaceAll('NAME', `"${name}"`)
            .replaceAll('SLEEP', () => sleep(random))
            .replaceAll('TIME', () => time(random)),
        );
      }
    }
    bodies.push(lines.map((line) => `    ${line}`).join('\n'));
  }
  const names = [...'abc'].slice(0, tasks);
  return `${BEFORE}
async def main():
${PRIMITIVES}    others = []
${bodies.join('\n')}
    others += [asyncio.create_task(each(), name=each.__name__) for each in (${names.join(', ')})]
    await ${random.below(2) === 0 ? 'asyncio.gather(*others, return_exceptions=True)' : 'asyncio.wait(others)'}
    print(log, count, local, numbers, table, dict(made), sorted(members), list(line))
    print(account.balance, slotted.value, text.getvalue(), queue.qsize(), event.is_set())

asyncio.run(main())
`;
}

function sleep(random: RandomStream): string {
  return `asyncio.sleep(${time(random)})`;
}

function time(random: RandomStream): string {
  const unit = random.below(4) === 0 ? 0.3 : 0.5;
  const least = 1 + random.below(3) * unit;
  if (random.below(3) === 0) return String(least);
  return `random.uniform(${least}, ${least + unit + random.below(3) / 2})`;
}
