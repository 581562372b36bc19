import asyncio

class Both:
    def __init__(self, a, b): self.a, self.b = a, b
    def __await__(self):
        x = yield from self.a
        y = yield from self.b.__await__()
        return x, y
async def main():
    loop = asyncio.get_running_loop(); f, g = loop.create_future(), loop.create_future()
    loop.call_later(1, g.set_result, 'g'); loop.call_later(2, f.set_result, 'f')
    print(await Both(f, g)); h = loop.create_future(); t = asyncio.ensure_future(Both(h, h)); print(type(t).__name__)
    await asyncio.sleep(0); t.cancel('b')
    try: await t
    except asyncio.CancelledError as e: print(e.args, h.cancelled())

asyncio.run(main())
