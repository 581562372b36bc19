"""A producer hands N items to a consumer through a queue of 16."""
import asyncio

N = 1_000_000


async def producer(queue):
    for i in range(N):
        await queue.put(i)


async def consumer(queue):
    total = 0
    for _ in range(N):
        total += await queue.get()
    return total


async def main():
    queue = asyncio.Queue(16)
    _, total = await asyncio.gather(producer(queue), consumer(queue))
    print(asyncio.get_running_loop().time(), total)


asyncio.run(main())
