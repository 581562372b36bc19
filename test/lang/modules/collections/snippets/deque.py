import asyncio
from collections import deque
import collections


def attempt(act):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)


d = deque([1, 2, 3])
print(d, len(d), bool(deque()), repr(deque('ab', 5)), deque(maxlen=3).maxlen, deque().maxlen)
d.append(4)
d.appendleft(0)
print(d.pop(), d.popleft(), d)
d.extend('xy')
d.extendleft('ab')
print(d, d[0], d[-1])
d.rotate()
print(d)
d.rotate(-3)
print(d)
d.rotate(100)
print(d)
short = deque(range(10), maxlen=4)
print(short)
short.append('a')
print(short)
short.appendleft('b')
print(short)
short.extend([1, 2])
print(short)
zero = deque([1], 0)
zero.append(5)
print(zero)
attempt(lambda: short.insert(1, 'c'))
d.insert(1, 'i')
d.insert(-1, 'j')
d.insert(100, 'k')
d.insert(-100, 'l')
print(d)
d.remove('i')
attempt(lambda: d.remove('nope'))
attempt(lambda: deque().pop())
attempt(lambda: deque().popleft())
attempt(lambda: d[100])
attempt(lambda: d[1:2])
attempt(lambda: d['a'])
attempt(lambda: deque(5))
attempt(lambda: deque([], -1))
attempt(lambda: deque([], 'a'))
attempt(lambda: deque([], 1.5))
attempt(lambda: d.append())
attempt(lambda: d.append(1, 2))
attempt(lambda: d.rotate('a'))
attempt(lambda: hash(d))
attempt(lambda: d + [1])
attempt(lambda: d < [1])
attempt(lambda: d.nope)
attempt(lambda: d.index('zz'))
attempt(lambda: d.index('x', 'a'))
print(d.index(2), d.index('x', 1, 100), d.count(2), 2 in d, 'q' in d)
d[0] = 'first'
del d[1]
print(d, d == deque(d), d != deque([1]), deque([1]) < deque([2]), deque([1]) == [1])
d.reverse()
print(d, list(reversed(d)), sorted(deque([3, 1, 2])))
print(deque([1]) + deque([2]), deque([1, 2]) * 2, 2 * deque([1]), deque([1, 2], 3) * 2)
d = deque([1])
d += [2, 3]
d *= 2
print(d, d.copy(), d.copy() is d)
d.extend(d)
print(d)
d.append(d)
print(d)
d.clear()
print(d)
d = deque([1, 2, 3])


def changing():
    for item in d:
        d.append(item)


attempt(changing)


def changing_before():
    it = iter(d)
    d.append(5)
    return next(it)


attempt(changing_before)


def ended():
    it = iter(deque([1]))
    return [next(it), next(it, 'end')]


attempt(ended)
first, *rest = d
print(first, rest, type(d), collections.deque is deque, isinstance(d, deque), type(d).__name__)
print(type(iter(d)).__name__, max(d), sum(d), tuple(d), set(deque([1])), {**{}}, [*d])
match d:
    case [one, *_]:
        print('sequence', one)
    case _:
        print('other')
print(f'{deque([1])}', str(deque([])), deque[int] is not None)


async def main():
    waiting = deque()

    async def worker(n):
        future = asyncio.get_running_loop().create_future()
        waiting.append(future)
        await future
        print('woken', n)

    tasks = [asyncio.create_task(worker(i)) for i in range(3)]
    await asyncio.sleep(0)
    while waiting:
        waiting.popleft().set_result(None)
    await asyncio.gather(*tasks)


asyncio.run(main())
