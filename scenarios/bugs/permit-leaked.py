"""A permit is taken, then a line is written, and only then the try begins that gives it back.

Fails by cancel: a download that is cancelled while it writes the line keeps its permit for ever.
"""
# sim:
#   name: permit-leaked
#   expect:
#     finally: [permits._value == 2]
#   explore: { vary: [cancel] }
import asyncio

permits = asyncio.Semaphore(2)


async def write_line(text):
    await asyncio.sleep(0.01)
    print(text)


async def download(name):
    await permits.acquire()
    await write_line(f'{name} begins')
    try:
        await asyncio.sleep(0.05)
    finally:
        permits.release()


async def main():
    names = ['atlas', 'bible', 'comics', 'diary']
    await asyncio.gather(*(download(name) for name in names), return_exceptions=True)


if __name__ == '__main__':
    asyncio.run(main())
