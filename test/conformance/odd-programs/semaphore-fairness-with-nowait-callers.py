import asyncio

async def main():
    s = asyncio.Semaphore(2)
    async def w(i, hold):
        print(i, 'asks', s.locked()); await s.acquire(); print(i, 'in')
        await asyncio.sleep(hold); s.release(); print(i, 'out', s.locked())
        if i < 3: await s.acquire(); print(i, 'again'); s.release()
    await asyncio.gather(*(w(i, 1 + i % 2) for i in range(6)))
    b = asyncio.BoundedSemaphore(1)
    try: b.release()
    except ValueError as e: print(e)

asyncio.run(main())
