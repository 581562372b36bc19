"""A gate of one's own making, which release hands to the first who waits.

Fails by ties: if his time-out and the release fall on one moment and the release is first, he is
handed the gate and cancelled before he knows, and it stays closed for ever.
"""
# sim:
#   name: lost-hand-over
#   expect:
#     finally: [entered == 1]
import asyncio
from collections import deque

entered = 0


class Gate:
    def __init__(self):
        self._is_taken = False
        self._waiters = deque()

    async def take(self):
        if self._is_taken:
            turn = asyncio.get_running_loop().create_future()
            self._waiters.append(turn)
            await turn  # whoever releases it leaves it taken
        self._is_taken = True

    def release(self):
        while self._waiters:
            turn = self._waiters.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self._is_taken = False


async def impatient(gate):
    try:
        await asyncio.wait_for(gate.take(), 0.5)
    except TimeoutError:
        print('took too long')
    else:
        gate.release()


async def patient(gate):
    global entered
    await asyncio.sleep(0.6)
    await gate.take()
    entered += 1


async def main():
    gate = Gate()
    await gate.take()
    async with asyncio.TaskGroup() as group:
        group.create_task(impatient(gate))
        await asyncio.sleep(0.25)
        asyncio.get_running_loop().call_later(0.25, gate.release)
        group.create_task(patient(gate))


if __name__ == '__main__':
    asyncio.run(main())
