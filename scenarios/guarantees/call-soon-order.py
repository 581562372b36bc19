"""Callbacks of call_soon run in the order in which they were given, whoever gave them."""
# sim:
#   name: call-soon-order
#   expect:
#     finally: [given == called, len(called) == 12]
import asyncio
import random

given = []
called = []


async def giver(name):
    loop = asyncio.get_running_loop()
    for number in range(4):
        await asyncio.sleep(random.uniform(0.0, 0.01))
        given.append((name, number))
        loop.call_soon(called.append, (name, number))


async def main():
    await asyncio.gather(*(giver(name) for name in 'abc'))
    await asyncio.sleep(0)


if __name__ == '__main__':
    asyncio.run(main())
