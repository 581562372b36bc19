import asyncio

async def main():
    async def bad(e, t=0): await asyncio.sleep(t); raise e
    async def group(*es):
        async with asyncio.TaskGroup() as g:
            for e in es: g.create_task(bad(e))
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(group(ValueError(1), KeyError(2))); g.create_task(group(ValueError(3), OSError(4)))
    except* ValueError as eg: print(repr(eg))
    except* (KeyError, OSError) as eg: print(repr(eg))

asyncio.run(main())
