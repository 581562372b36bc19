"""Leader election with leases: whoever holds the lease leads, and must renew it in time.

A leader that stalls loses the lease without noticing. Therefore each lease has a number, and the
store refuses what is written under an older one: a leader of yesterday does no harm.
"""
# sim:
#   name: leader-election
#   expect:
#     always:
#       - sum(node.leads() for node in nodes) <= 1
#       - terms == sorted(terms)
#     eventually: ["nodes[0].leads()", "nodes[1].leads()"]
#     finally:
#       - lease.term == 3 and terms[-1] == 3
#       - nodes[0].refused == 1
import asyncio

LIFETIME = 0.3
RENEWAL = 0.12


class StaleTerm(Exception):
    pass


class Lease:
    """What a consistent store offers: compare-and-set with an expiry."""

    def __init__(self):
        self.holder = None
        self.term = 0
        self._expires = 0.0

    def is_valid(self):
        return self.holder is not None and asyncio.get_running_loop().time() < self._expires

    def acquire(self, node):
        if self.is_valid() and self.holder is not node:
            return None
        if self.holder is not node or not self.is_valid():
            self.term += 1
            self.holder = node
            print(f'{node.name} leads, term {self.term}')
        self._expires = asyncio.get_running_loop().time() + LIFETIME
        return self.term

    def release(self, node):
        if self.holder is node:
            self.holder = None


lease = Lease()
terms = []


def write(term):
    """Accepts writes of the newest term only."""
    if terms and term < terms[-1]:
        raise StaleTerm(f'term {term} is over, {terms[-1]} has begun')
    terms.append(term)


class Node:
    def __init__(self, name, delay, stall=None, rounds=100):
        self.name = name
        self.delay = delay
        self.stall = stall
        self.rounds = rounds
        self.refused = 0

    def leads(self):
        return lease.holder is self and lease.is_valid()

    async def run(self):
        await asyncio.sleep(self.delay)
        led = 0
        while led < self.rounds:
            term = lease.acquire(self)
            if term is not None:
                led += 1
                if led == self.stall:
                    print(f'{self.name} stalls')
                    await asyncio.sleep(0.55)
                try:
                    write(term)
                except StaleTerm as error:
                    self.refused += 1
                    print(f'{self.name} is refused: {error}')
            await asyncio.sleep(RENEWAL)
        lease.release(self)
        print(f'{self.name} resigns')


nodes = [
    Node('north', 0.0, stall=3),
    Node('south', 0.1, rounds=6),
    Node('west', 0.02),
]


async def main():
    try:
        async with asyncio.timeout(1.6):
            await asyncio.gather(*(node.run() for node in nodes))
    except TimeoutError:
        print('terms of the accepted writes:', sorted(set(terms)))


if __name__ == '__main__':
    asyncio.run(main())
