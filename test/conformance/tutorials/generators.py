# Features: generators with send and yield from, itertools, collections, closures, lambda, sorted.
import asyncio
import itertools
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple

Point = namedtuple('Point', 'x y')


def averager():
    total, count, average = 0, 0, None
    while True:
        value = yield average
        if value is None:
            return total
        total, count = total + value, count + 1
        average = total / count


def chained():
    result = yield from averager()
    yield f'total {result}'


def counter():
    count = 0

    def increment():
        nonlocal count
        count += 1
        return count
    return increment


def task_step(name, n):
    while n > 0:
        print(name, n)
        yield
        n -= 1


async def main():
    generator = chained()
    next(generator)
    print(generator.send(10), generator.send(20), generator.send(None))
    queue = deque([task_step('a', 2), task_step('b', 3)])
    while queue:
        task = queue.popleft()
        try:
            next(task)
            queue.append(task)
        except StopIteration:
            print('done')
    words = 'the quick the lazy the end'.split()
    print(Counter(words).most_common(2), Counter(words)['none'])
    groups = defaultdict(list)
    for word in words:
        groups[len(word)].append(word)
    print(groups, dict(groups), OrderedDict(sorted(groups.items())))
    print(Point(1, 2), Point(x=3, y=4)._asdict(), Point(1, 2).x, Point(1, 2) == (1, 2))
    print(list(itertools.islice(itertools.count(10, 5), 3)), list(itertools.chain('ab', [1])))
    print([(key, len(list(group))) for key, group in itertools.groupby(sorted(words))])
    print(list(zip(itertools.cycle('xy'), range(3))), list(itertools.permutations('abc', 2))[:3])
    tick = counter()
    print([tick() for _ in range(3)], sorted(words, key=lambda word: (-len(word), word)))
    await asyncio.sleep(0)


asyncio.run(main())
