import asyncio

async def main():
    async def ok(t): await asyncio.sleep(t); return t
    async def bad(): await asyncio.sleep(1); raise ValueError
    ts = []
    try:
        async with asyncio.TaskGroup() as g:
            ts += [g.create_task(ok(t)) for t in (0, 1, 2)]; ts.append(g.create_task(bad()))
    except ExceptionGroup as eg: print(eg.message, eg.exceptions)
    print([(t.done(), t.cancelled()) for t in ts])

asyncio.run(main())
