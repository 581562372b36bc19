"""One task gives way N times under a chain of ten awaits."""
import asyncio

N = 300_000


async def chain(depth):
    if depth > 0:
        return await chain(depth - 1)
    hops = 0
    for _ in range(N):
        await asyncio.sleep(0)
        hops += 1
    return hops


async def main():
    hops = await chain(9)
    print(asyncio.get_running_loop().time(), hops)


asyncio.run(main())
