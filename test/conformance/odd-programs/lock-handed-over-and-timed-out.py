import asyncio

async def main():
    l = asyncio.Lock()
    async def hold(n, wait, keep):
        try:
            async with asyncio.timeout(wait):
                async with l: print(n, 'in'); await asyncio.sleep(keep)
        except TimeoutError: print(n, 'late', l.locked())
    await asyncio.gather(hold('a', 9, 1), hold('b', 1, 1), hold('c', 2, 0.5), hold('d', 1.5, 1), hold('e', 9, 1))

asyncio.run(main())
