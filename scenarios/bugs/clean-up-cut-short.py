"""The clean-up of a connection hangs up, which takes a moment, and then frees the port.

Fails by cancel: a cancellation during that wait ends the clean-up, and the port is never freed.
"""
# sim:
#   name: clean-up-cut-short
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
        await hang_up()
        free.add(port)


async def main():
    talks = [talk(['hello', 'news?']), talk(['hello'])]
    await asyncio.gather(*talks, return_exceptions=True)


if __name__ == '__main__':
    asyncio.run(main())
