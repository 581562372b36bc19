"""A leader looks at its lease before it begins; the store refuses what is older than it has.

Holds whatever the timing: no lease can be looked at late enough, but the store sees the turn.
"""
# sim:
#   name: lease-expired-fixed
#   seed: 2
#   expect:
#     always: [turns == sorted(turns)]
import asyncio
import random

turns = []


class Lease:
    def __init__(self, seconds):
        self._seconds = seconds
        self._expires = 0.0
        self._turn = 0

    def take(self):
        """The number of the turn; None while somebody else has it."""
        now = asyncio.get_running_loop().time()
        if now < self._expires:
            return None
        self._expires = now + self._seconds
        self._turn += 1
        return self._turn

    def give_back(self, turn):
        if turn == self._turn:
            self._expires = 0.0


def write(turn):
    if turns and turn < turns[-1]:
        print(f'turn {turn} is over')
    else:
        turns.append(turn)


async def candidate(name, lease):
    for _ in range(8):
        if (turn := lease.take()) is not None:
            await asyncio.sleep(random.uniform(0.01, 0.09))  # works it out
            write(turn)
            lease.give_back(turn)
        await asyncio.sleep(random.uniform(0.01, 0.03))


async def main():
    lease = Lease(0.06)
    await asyncio.gather(candidate('a', lease), candidate('b', lease))
    print('turns', turns)


if __name__ == '__main__':
    asyncio.run(main())
