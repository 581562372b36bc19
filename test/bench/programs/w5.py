"""One task gives way N times."""
import asyncio

N = 1_000_000


async def main():
    hops = 0
    for _ in range(N):
        await asyncio.sleep(0)
        hops += 1
    print(asyncio.get_running_loop().time(), hops)


asyncio.run(main())
