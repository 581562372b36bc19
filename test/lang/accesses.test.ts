import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { MemoryTrace } from '../../src/trace/memory.ts';
import { recordedTexts } from '../conformance/text-runs.ts';
import { simulate } from '../simulated.ts';
import { accessesInLine, accessesOf, shown } from './accessed.ts';

describe('what a run tells of shared places', () => {
  test('is every variable of the module and of closures, attribute and item, in order', () => {
    const text = `import asyncio

total = 0
prices = {}

class Account:
    rate = 2

    def __init__(self):
        self.money = 0

async def deposit(account):
    global total
    seen = total
    await asyncio.sleep(1)
    total = seen + 1
    account.money += account.rate
    prices['a'] = seen

async def main():
    count = 0

    async def tick():
        nonlocal count
        count = count + await asyncio.sleep(1, 5)

    account = Account()
    await deposit(account)
    await tick()

asyncio.run(main())
`;
    expect(accessesOf(text).map(shown)).toEqual([
      '3 task 0 writes total',
      '4 task 0 writes prices',
      '21 task 1 writes count@1',
      '10 task 1 writes Account#1.money',
      '14 task 1 reads total',
      '16 task 1 writes total, derived',
      '17 task 1 reads Account#1.money',
      '17 task 1 reads Account.rate',
      '17 task 1 reads Account#1.rate',
      '17 task 1 writes Account#1.money, derived',
      '18 task 1 reads prices',
      '18 task 1 reads dict#1',
      "18 task 1 writes dict#1['a']",
      '25 task 1 reads count@1',
      '25 task 1 writes count@1, derived',
    ]);
  });

  test('is told with time and pass of the loop', () => {
    const text = `import asyncio
n = 0
async def main():
    global n
    await asyncio.sleep(2)
    n = 1
asyncio.run(main())
`;
    const access = accessesOf(text).at(-1);
    expect([access?.time, access?.line, access?.column]).toEqual([2, 6, 5]);
    expect(access?.iteration).toBeGreaterThan(1);
  });

  test('leaves definitions and locals of a frame alone', () => {
    const text = `import math

def twice(n):
    m = n * 2
    return m

class A:
    pass

twice(3)
A()
math.sqrt(4)
`;
    expect(accessesOf(text)).toEqual([]);
  });
});

/** What changes one of the objects of SHARED, in one line, with the place that is written. */
const CHANGES: readonly (readonly [statement: string, place: string])[] = [
  ['items.append(1)', 'list#1'],
  ['items.insert(0, 1)', 'list#1'],
  ['items.extend([1])', 'list#1'],
  ['items += [1]', 'list#1'],
  ['items *= 2', 'list#1'],
  ['items[0] = 1', 'list#1[0]'],
  ['items[0] += 1', 'list#1[0], derived'],
  ['items[1:2] = [5, 6]', 'list#1'],
  ['del items[0]', 'list#1[0]'],
  ['items.sort()', 'list#1'],
  ['items.reverse()', 'list#1'],
  ['items.pop()', 'list#1'],
  ['items.remove(3)', 'list#1'],
  ['items.clear()', 'list#1'],
  ['list.append(items, 1)', 'list#1'],
  ['add = items.append; add(1)', 'list#1'],
  ['(lambda each: each.append(1))(items)', 'list#1'],
  ['list(map(items.append, [1]))', 'list#1'],
  ['functools.partial(items.append, 1)()', 'list#1'],
  ['heapq.heappush(items, 1)', 'list#1'],
  ['heapq.heapify(items)', 'list#1'],
  ['bisect.insort(items, 1)', 'list#1'],
  ['random.shuffle(items)', 'list#1'],
  ['operator.setitem(items, 0, 1)', 'list#1'],
  ["prices['a'] = 1", "dict#1['a']"],
  ["del prices['a']", "dict#1['a']"],
  ["prices['a'] += 1", "dict#1['a'], derived"],
  ['prices.update(b=1)', 'dict#1'],
  ["prices |= {'b': 1}", 'dict#1'],
  ["prices.pop('a')", 'dict#1'],
  ["prices.setdefault('b', 1)", 'dict#1'],
  ['prices.popitem()', 'dict#1'],
  ['prices.clear()', 'dict#1'],
  ['seen.add(1)', 'set#1'],
  ['seen.discard(1)', 'set#1'],
  ['seen |= {1}', 'set#1'],
  ['seen -= {1}', 'set#1'],
  ['seen.update([1])', 'set#1'],
  ['line.appendleft(1)', 'collections.deque#1'],
  ['line.rotate(1)', 'collections.deque#1'],
  ['line[0] = 1', 'collections.deque#1[0]'],
  ['account.money = 1', 'Account#1.money'],
  ['account.money += 1', 'Account#1.money, derived'],
  ['del account.money', 'Account#1.money'],
  ["setattr(account, 'money', 1)", 'Account#1.money'],
  ["delattr(account, 'money')", 'Account#1.money'],
  ['Account.rate = 1', 'Account.rate'],
  ['account.items.append(1)', 'list#2'],
  ['number = 1', 'number'],
  ['number += 1', 'number, derived'],
  ['for number in range(2): pass', 'number'],
  ['(number, other) = (1, 2)', 'number'],
  ['del number', 'number'],
  ['next(ids)', 'itertools.count#1'],
  ['random.random()', 'random numbers'],
];

/** What looks at one of them, with the place that is read. */
const LOOKS: readonly (readonly [statement: string, place: string])[] = [
  ['len(items)', 'list#1'],
  ['3 in items', 'list#1'],
  ['items[0]', 'list#1[0]'],
  ['items[-1:]', 'list#1'],
  ['items == []', 'list#1'],
  ['items + [1]', 'list#1'],
  ['bool(items)', 'list#1'],
  ['1 if items else 2', 'list#1'],
  ["f'{items}'", 'list#1'],
  ['first, *rest = items', 'list#1'],
  ['print(*items)', 'list#1'],
  ['[each for each in items]', 'list#1'],
  ['for each in items: pass', 'list#1'],
  ['sorted(items)', 'list#1'],
  ['items.copy()', 'list#1'],
  ['json.dumps(items)', 'list#1'],
  ["prices['a']", "dict#1['a']"],
  ["prices.get('a')", 'dict#1'],
  ["'a' in prices", 'dict#1'],
  ['{**prices}', 'dict#1'],
  ['list(prices.items())', 'dict#1'],
  ['len(seen)', 'set#1'],
  ['seen & {1}', 'set#1'],
  ['line[0]', 'collections.deque#1[0]'],
  ['account.money', 'Account#1.money'],
  ["getattr(account, 'money')", 'Account#1.money'],
  ["hasattr(account, 'money')", 'Account#1.money'],
  ['account.rate', 'Account.rate'],
  ['copy.copy(account)', 'Account#1.money'],
  ['print(number)', 'number'],
];

const SHARED = `import bisect, collections, copy, functools, heapq, itertools
import json, operator, random

class Account:
    rate = 2
    def __init__(self):
        self.money = 0
        self.items = []

items = [3, 4]
prices = {'a': 1}
seen = {1, 2}
line = collections.deque((1,))
account = Account()
number = 1
ids = itertools.count()
[len(items), len(account.items)]
`;

/** The statement on a line of its own; numbers of objects are those of their first mention. */
const lineOf = (statement: string): string[] =>
  accessesInLine(`${SHARED}${statement}\n`, SHARED.split('\n').length);

describe('changes and looks', () => {
  test.each(CHANGES)('%s writes %s', (statement, place) => {
    expect(lineOf(statement)).toContain(`writes ${place}`);
  });

  test.each(LOOKS)('%s reads %s', (statement, place) => {
    const all = lineOf(statement);
    expect(all).toContain(`reads ${place}`);
    expect(all.filter((each) => each.startsWith('writes') && each.endsWith(place))).toEqual([]);
  });

  test('of a loop are told at each of its rounds, however the loop walks', () => {
    for (const walk of ['prices', 'prices.items()', 'enumerate(prices)', 'zip(prices, [1, 2])']) {
      const text = `import asyncio
prices = {'a': 1, 'b': 2}
async def main():
    for each in ${walk}:
        await asyncio.sleep(1)
asyncio.run(main())
`;
      const times = accessesOf(text).filter(({ place }) => place === 'dict#1');
      expect([walk, ...new Set(times.map(({ time }) => time))]).toEqual([walk, 0, 1, 2]);
    }
  });

  test('by a callback of the loop are told', () => {
    const text = `import asyncio
items = []
async def main():
    asyncio.get_running_loop().call_soon(items.append, 1)
    await asyncio.sleep(1)
asyncio.run(main())
`;
    const writes = accessesOf(text).filter(({ isWrite, place }) => isWrite && place === 'list#1');
    expect(writes.map(({ task, iteration }) => [task, iteration])).toEqual([[0, 2]]);
  });

  test('of an object of asyncio count as writes, whatever is asked of it', () => {
    const text = `import asyncio
lock = asyncio.Lock()
async def main():
    if not lock.locked():
        async with lock:
            pass
asyncio.run(main())
`;
    const lines = accessesOf(text).filter(({ isWrite, place }) => isWrite && place === 'Lock#1');
    expect(lines.map(({ line }) => line)).toEqual([2, 4, 5]);
  });
});

describe('a run that tells of its accesses', () => {
  /** Programs of the generator, some of every theme. */
  const texts = recordedTexts('recorded-programs').filter((_each, i) => i % 6 === 0);

  test.each(texts)('is the run that does not: $name', ({ text }) => {
    const plain = simulate(text);
    let count = 0;
    const watched = simulate(text, { onAccess: () => count++ });
    expect(watched.stdout).toBe(plain.stdout);
    expect(watched.stderr).toBe(plain.stderr);
    expect(placeless(watched.trace)).toEqual(placeless(plain.trace));
    expect(count).toBeGreaterThan(0);
  });

  test('keeps the expectations and names of a scenario', () => {
    const text = readFileSync('scenarios/lost-update.yaml', 'utf8');
    const { outcome } = simulate(text, { name: 'lost-update.yaml', onAccess: () => {} });
    expect([outcome.end, outcome.result]).toEqual(['finished', 'None']);
  });
});

/** The events without columns: instructions that tell may be split otherwise. */
function placeless(trace: MemoryTrace): unknown[] {
  return Array.from(trace.events(), ({ at, ...event }) => [event, at?.[0]]);
}
