// What commutes and what does not, told by runs: one task does something at 1 s, another one
// something at 2 s. Whatever both can see of each other has to clash.
import { describe, expect, test } from 'vitest';
import { loggedModule, rowsOf } from './logged.ts';

const BEFORE = `import asyncio, io, itertools, random
from collections import defaultdict, deque
class Account:
    rate = 1
    def __init__(self):
        self.balance = 10
class Slotted:
    __slots__ = ("value",)
log, numbers, table, made, members, line = [], [1, 2], {"one": 1}, defaultdict(list), set(), deque()
account, other, text, slotted = Account(), Account(), io.StringIO(), Slotted()
slotted.value = 1
count, counter, feed = 0, itertools.count(), iter(range(100))
generator = (n for n in range(100))
`;

/** Whether what two tasks do at 1 s and at 2 s clashes. */
function clash(one: string, two: string): boolean {
  const indented = (text: string): string =>
    text
      .split('\n')
      .map((each) => `        ${each}`)
      .join('\n');
  const { record } = loggedModule(`${BEFORE}
async def main():
    lock, event, queue, local = asyncio.Lock(), asyncio.Event(), asyncio.Queue(), 0
    semaphore, condition = asyncio.Semaphore(2), asyncio.Condition()
    sleeper = asyncio.create_task(asyncio.sleep(5))
    future = asyncio.get_running_loop().create_future()
    async def one():
        nonlocal local
        global count
        await asyncio.sleep(1)
${indented(one)}
        await asyncio.sleep(5)
    async def two():
        nonlocal local
        global count
        await asyncio.sleep(2)
${indented(two)}
        await asyncio.sleep(5)
    tasks = [asyncio.create_task(one()), asyncio.create_task(two())]
    await asyncio.gather(*tasks, return_exceptions=True)
asyncio.run(main())
`);
  return record.clashes.has(2, 1);
}

describe('two that share something clash', () => {
  test.each([
    ['count += 1', 'count *= 2'],
    ['local += 1', 'local *= 2'],
    ['log.append(1)', 'log.append(2)'],
    ['log.append(1)', 'len(log)'],
    ['numbers[0] = 3', 'numbers[-1] = 4'],
    ['del numbers[0]', 'numbers[1] = 2'],
    ['table["a"] = 1', 'table["b"] = 2'],
    ['table["a"] = 1', 'table.get("a")'],
    ['table["a"] = 1', 'for key in table:\n    pass'],
    ['made["a"]', 'made["b"].append(1)'],
    ['members.add(1)', 'members.discard(2)'],
    ['line.append(1)', 'line.popleft()'],
    ['account.balance -= 1', 'account.balance'],
    ['Account.rate = 2', 'account.rate'],
    ['slotted.value += 1', 'slotted.value'],
    ['setattr(account, "balance", 1)', 'account.balance'],
    ['text.write("a")', 'text.write("b")'],
    ['next(counter)', 'next(counter)'],
    ['next(feed)', 'for n in feed:\n    break'],
    ['next(generator)', 'for n in generator:\n    break'],
    ['random.random()', 'random.random()'],
    ['event.set()', 'event.is_set()'],
    ['event.set()', 'await event.wait()'],
    ['async with lock:\n    pass', 'lock.locked()'],
    ['async with lock:\n    await asyncio.sleep(3)', 'async with lock:\n    pass'],
    ['async with semaphore:\n    pass', 'async with semaphore:\n    pass'],
    ['queue.put_nowait(1)', 'queue.qsize()'],
    ['await queue.get()', 'queue.put_nowait(1)'],
    ['async with condition:\n    condition.notify()', 'async with condition:\n    pass'],
    ['future.set_result(1)', 'future.done()'],
    ['await future', 'future.set_result(1)'],
    ['sleeper.cancel()', 'sleeper.done()'],
    ['await sleeper', 'sleeper.cancel()'],
    ['await asyncio.wait({sleeper})', 'sleeper.cancel()'],
    ['await asyncio.gather(*[sleeper])', 'await asyncio.wait([sleeper])'],
    ['asyncio.create_task(asyncio.sleep(1))', 'asyncio.create_task(asyncio.sleep(1))'],
    ['await asyncio.shield(sleeper)', 'await asyncio.shield(sleeper)'],
    ['pass', 'tasks[0].cancel()'],
    ['await event.wait()', 'tasks[0].cancel()'],
  ])('%s | %s', (one, two) => {
    expect(clash(one, two)).toBe(true);
  });
});

describe('two that share nothing commute', () => {
  test.each([
    ['log.append(1)', 'numbers.append(2)'],
    ['log[:]', 'len(log)'],
    ['count += 1', 'local += 1'],
    ['account.balance = 1', 'other.balance = 2'],
    ['table["one"]', 'table["one"]'],
    ['numbers[0]', 'numbers[1]'],
    ['async with lock:\n    pass', 'async with semaphore:\n    pass'],
    ['event.set()', 'queue.put_nowait(1)'],
    ['mine = []\nmine.append(1)', 'mine = []\nmine.append(2)'],
    ['async with asyncio.timeout(1):\n    pass', 'async with asyncio.timeout(1):\n    pass'],
    ['await asyncio.sleep(1)', 'await asyncio.sleep(1)'],
    ['print("one")', 'print("two")'],
    ['text.write("a")', 'log.append(1)'],
  ])('%s | %s', (one, two) => {
    expect(clash(one, two)).toBe(false);
  });
});

describe('children that end', () => {
  const clashesAt = (body: string): readonly (readonly number[])[] => {
    const { record } = loggedModule(
      `import asyncio\nasync def fail(seconds):\n    await asyncio.sleep(seconds)\n    raise ValueError\n` +
        `async def main():\n${body
          .split('\n')
          .map((line) => `    ${line}`)
          .join('\n')}\nasyncio.run(main())\n`,
    );
    return rowsOf(record.clashes);
  };

  test('commute, but for the last one, which wakes who waits for them', () => {
    const [, , second, third] = clashesAt(
      'await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2), asyncio.sleep(3))',
    );
    expect(second).not.toContain(1);
    expect(third).toEqual(expect.arrayContaining([1, 2]));
  });

  test('of a group commute as well, unless one fails', () => {
    const group = (first: string): string =>
      `try:\n    async with asyncio.TaskGroup() as group:\n        group.create_task(${first})\n` +
      '        for n in (2, 3):\n            group.create_task(asyncio.sleep(n))\n' +
      'except ExceptionGroup:\n    pass';
    expect(clashesAt(group('asyncio.sleep(1)'))[2]).not.toContain(1);
    // The failure ends the others: nothing comes after it.
    expect(clashesAt(group('fail(1)'))).toHaveLength(2);
  });
});
