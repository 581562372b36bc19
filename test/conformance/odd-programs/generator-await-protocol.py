import asyncio

class Twice:
    def __init__(self, f): self.f = f
    def __await__(self):
        x = yield from self.f.__await__()
        yield
        return x * 2
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    loop.call_later(1, f.set_result, 21)
    print(await Twice(f))
    t = asyncio.create_task(asyncio.sleep(2, 4))
    async def wrapped(): return await Twice(t)
    print(await asyncio.wait_for(wrapped(), 5))
    try: await asyncio.wait_for(Twice(loop.create_future()), 1)
    except TimeoutError: print('late')

asyncio.run(main())
