"""Between two awaits nobody else runs: reading and writing without one loses nothing."""
# sim:
#   name: step-is-whole
#   expect:
#     finally: [balance == 20]
import asyncio
import random

balance = 0


async def deposit():
    global balance
    for _ in range(4):
        await asyncio.sleep(random.uniform(0.0, 0.005))
        seen = balance
        balance = seen + 1


async def main():
    await asyncio.gather(*(deposit() for _ in range(5)))


if __name__ == '__main__':
    asyncio.run(main())
