import asyncio

async def main():
    async def g():
        got = []
        while True:
            try: got.append((yield len(got))); await asyncio.sleep(1)
            except KeyError as e: print('caught', e, got); return
    a = g(); print(await anext(a)); print(await a.asend('x')); print(await a.asend('y'))
    try: await a.athrow(KeyError('k'))
    except StopAsyncIteration: print('stopped', asyncio.get_running_loop().time())
    await a.aclose(); print(await anext(a, 'default'))

asyncio.run(main())
