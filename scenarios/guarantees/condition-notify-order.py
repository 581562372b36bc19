"""notify wakes those who have waited longest, and no others."""
# sim:
#   name: condition-notify-order
#   expect:
#     finally: [waiting == woken]
import asyncio
import random

waiting = []
woken = []


async def guest(name, table):
    await asyncio.sleep(random.uniform(0.0, 0.02))
    async with table:
        waiting.append(name)
        await table.wait()
        woken.append(name)
        await asyncio.sleep(random.uniform(0.0, 0.003))


async def main():
    table = asyncio.Condition()
    async with asyncio.TaskGroup() as guests:
        for name in 'abcd':
            guests.create_task(guest(name, table))
        await asyncio.sleep(random.uniform(0.04, 0.05))
        for count in (1, 2, 1):
            async with table:
                before = len(woken)
                table.notify(count)
            await asyncio.sleep(random.uniform(0.01, 0.02))
            assert len(woken) == before + count, f'{len(woken)} woken'


if __name__ == '__main__':
    asyncio.run(main())
