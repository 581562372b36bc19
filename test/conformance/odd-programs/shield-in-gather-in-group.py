import asyncio

async def slow(name, t):
    try:
        await asyncio.sleep(t)
        print(name, 'done')
        return name
    except asyncio.CancelledError as e:
        print(name, 'cancelled', e.args)
        raise
async def main():
    inner = asyncio.create_task(slow('inner', 3))
    try:
        async with asyncio.TaskGroup() as tg:
            async def both():
                return await asyncio.gather(asyncio.shield(inner), slow('b', 2))
            t = tg.create_task(both())
            await asyncio.sleep(1)
            raise KeyError('stop')
    except* KeyError as eg:
        print(eg.exceptions, t.cancelled())
    print(await inner)

asyncio.run(main())
