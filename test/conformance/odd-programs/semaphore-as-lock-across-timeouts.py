import asyncio

async def main():
    s = asyncio.BoundedSemaphore(2)
    async def w(i):
        try:
            async with asyncio.timeout(2):
                async with s: await asyncio.sleep(1.5); print(i, 'done')
        except TimeoutError: print(i, 'late', s._value, s.locked())
    await asyncio.gather(*(w(i) for i in range(6))); print(s._value)

asyncio.run(main())
