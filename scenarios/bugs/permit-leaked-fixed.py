"""A permit is taken by a with statement, which gives it back wherever its block is left.

Holds wherever a download is cancelled.
"""
# sim:
#   name: permit-leaked-fixed
#   expect:
#     finally: [permits._value == 2]
#   explore: { vary: [cancel] }
import asyncio

permits = asyncio.Semaphore(2)


async def write_line(text):
    await asyncio.sleep(0.01)
    print(text)


async def download(name):
    async with permits:
        await write_line(f'{name} begins')
        await asyncio.sleep(0.05)


async def main():
    names = ['atlas', 'bible', 'comics', 'diary']
    await asyncio.gather(*(download(name) for name in names), return_exceptions=True)


if __name__ == '__main__':
    asyncio.run(main())
