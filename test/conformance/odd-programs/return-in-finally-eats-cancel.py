import asyncio

async def main():
    async def f(i):
        while True:
            try: await asyncio.sleep(5)
            except asyncio.CancelledError:
                if i: return 'quit'
                break
            finally: print('f', i)
        return 'broke'
    ts = [asyncio.create_task(f(i)) for i in range(2)]; await asyncio.sleep(0)
    for t in ts: t.cancel()
    print(await asyncio.gather(*ts), [t.cancelling() for t in ts])

asyncio.run(main())
