import asyncio

class Odd:
    def __init__(self, what): self.what = what
    def __await__(self): return (yield self.what)
async def main():
    for what in (5, 'text', [1]):
        try: await Odd(what)
        except RuntimeError as e: print(e)
    print(await Odd(None))

asyncio.run(main())
