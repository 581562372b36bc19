import asyncio

async def main():
    async def f(): return 1
    class A:
        def __await__(self): yield from asyncio.sleep(1).__await__(); return 2
    t = asyncio.ensure_future(f()); print(asyncio.ensure_future(t) is t, await t, await asyncio.ensure_future(A()))
    print(await asyncio.gather(A(), f(), asyncio.shield(A())), await asyncio.wait_for(A(), 5))
    try: asyncio.ensure_future(3)
    except TypeError as e: print(e)
    try: asyncio.create_task(A())
    except TypeError as e: print(str(e)[:27])

asyncio.run(main())
