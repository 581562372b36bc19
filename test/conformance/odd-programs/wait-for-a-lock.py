import asyncio

async def main():
    l = asyncio.Lock()
    await l.acquire()
    async def getter(i, t):
        try:
            await asyncio.wait_for(l.acquire(), t)
            print(i, 'got'); await asyncio.sleep(1); l.release()
        except TimeoutError: print(i, 'late')
    ts = [asyncio.create_task(getter(i, t)) for i, t in enumerate((1, 2, 3, 2, 4))]
    await asyncio.sleep(2)
    l.release()
    await asyncio.gather(*ts)
    print(l.locked())

asyncio.run(main())
