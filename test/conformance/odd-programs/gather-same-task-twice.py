import asyncio

async def main():
    t = asyncio.create_task(asyncio.sleep(1, 'x'))
    async def c(): await asyncio.sleep(2); return 'c'
    co = c()
    print(await asyncio.gather(t, co, t, co))
    f = asyncio.get_running_loop().create_future(); f.set_exception(ValueError('early'))
    async def slow(): await asyncio.sleep(1); print('slow ends')
    try: await asyncio.gather(slow(), f, slow())
    except ValueError as e: print(repr(e))
    await asyncio.sleep(2)

asyncio.run(main())
