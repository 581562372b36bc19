import asyncio

async def main():
    pending = {asyncio.create_task(asyncio.sleep(t, t)) for t in (1, 2, 3, 4)}
    while pending:
        done, pending = await asyncio.wait(pending, timeout=1.5, return_when=asyncio.ALL_COMPLETED)
        print(sorted(t.result() for t in done), len(pending), asyncio.get_running_loop().time())
    try: await asyncio.wait([])
    except ValueError as e: print(e)
    try: await asyncio.wait([asyncio.sleep(1)])
    except TypeError as e: print(e)

asyncio.run(main())
