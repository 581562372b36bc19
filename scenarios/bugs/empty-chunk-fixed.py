"""What a sensor sends is read chunk by chunk until a None, which marks its end.

Holds whatever is drawn: an empty chunk in the middle is a chunk like any other.
"""
# sim:
#   name: empty-chunk-fixed
#   expect:
#     finally: [len(received) == len(sent)]
import asyncio
import random

sent = ''
received = ''


async def sensor(stream):
    global sent
    for letter in 'abcd':
        await asyncio.sleep(0.02)
        chunk = letter * random.randint(0, 20)
        sent += chunk
        await stream.put(chunk)
    await stream.put(None)


async def logger(stream):
    global received
    while (chunk := await stream.get()) is not None:
        received += chunk


async def main():
    stream = asyncio.Queue(maxsize=1)
    async with asyncio.timeout(1):
        logging = asyncio.create_task(logger(stream))
        await sensor(stream)
        await logging
    print(f'{len(received)} of {len(sent)}')


if __name__ == '__main__':
    asyncio.run(main())
