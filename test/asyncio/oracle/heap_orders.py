"""The order in which heapq gives equal items back, as CPython's own heapq does it.

An operation is ['push', deadline], ['pop'], ['cancel', serial] or ['compact']: the last two as the event
loop does them with its timers. `popped` are the serial numbers in the order in which they left.
"""
import heapq
import random


class Timer:
    def __init__(self, when, serial):
        self.when, self.serial, self.cancelled = when, serial, False

    def __lt__(self, other):
        return self.when < other.when


def replay(operations):
    heap, timers, popped = [], [], []
    for word, *rest in operations:
        if word == 'push':
            timers.append(Timer(rest[0], len(timers) + 1))
            heapq.heappush(heap, timers[-1])
        elif word == 'pop':
            popped.append(heapq.heappop(heap).serial)
        elif word == 'cancel':
            timers[rest[0] - 1].cancelled = True
        else:
            heap = [timer for timer in heap if not timer.cancelled]
            heapq.heapify(heap)
    return popped + [heapq.heappop(heap).serial for _ in range(len(heap))]


def write(seed):
    choose = random.Random(seed)
    operations, size, alive, count = [], 0, set(), 0
    spread = choose.choice((1, 1, 2, 3, 50))
    for _ in range(choose.randint(5, 120)):
        pick = choose.random()
        if pick < 0.55 or size == 0:
            count += 1
            size += 1
            alive.add(count)
            operations.append(['push', choose.randint(1, spread)])
        elif pick < 0.75 and not any(word == 'cancel' for word, *_ in operations):
            size -= 1
            operations.append(['pop'])
        elif pick < 0.97:
            operations.append(['cancel', choose.randint(1, count)])
        else:
            popped = set(replay_popped(operations))
            cancelled = {rest[0] for word, *rest in operations if word == 'cancel'}
            size = len(set(range(1, count + 1)) - popped - cancelled)
            operations.append(['compact'])
    return operations


def replay_popped(operations):
    drained = replay(operations)
    pops = sum(word == 'pop' for word, *_ in operations)
    return drained[:pops]


def records():
    for count in (4, 5, 8, 12, 100, 3000):
        operations = [['push', 1]] * count
        yield {'name': f'{count} equal', 'operations': operations, 'popped': replay(operations)}
    for seed in range(60):
        operations = write(seed)
        yield {'name': f'seed {seed}', 'operations': operations, 'popped': replay(operations)}
