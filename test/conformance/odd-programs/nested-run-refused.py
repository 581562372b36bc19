import asyncio

async def main():
    async def f(): return 1
    c = f()
    try: asyncio.run(c)
    except RuntimeError as e: print(e); c.close()
    loop = asyncio.get_running_loop()
    print(loop.is_running(), loop.is_closed())

asyncio.run(main())
