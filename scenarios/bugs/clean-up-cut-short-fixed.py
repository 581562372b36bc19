"""The clean-up of a connection hangs up, and a finally of its own frees the port.

Holds wherever a connection is cancelled, in its clean-up, too.
"""
# sim:
#   name: clean-up-cut-short-fixed
#   expect:
#     finally: [free == PORTS]
#   explore: { vary: [cancel] }
import asyncio

PORTS = {8001, 8002}
free = set(PORTS)


async def say(word):
    await asyncio.sleep(0.02)
    return word


async def hang_up():
    await asyncio.sleep(0.02)


async def talk(words):
    port = free.pop()
    try:
        for word in words:
            print(port, await say(word))
    finally:
        try:
            await hang_up()
        finally:
            free.add(port)


async def main():
    talks = [talk(['hello', 'news?']), talk(['hello'])]
    await asyncio.gather(*talks, return_exceptions=True)


if __name__ == '__main__':
    asyncio.run(main())
