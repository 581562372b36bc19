import asyncio

async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1) as t:
            loop.call_later(0.5, lambda: t.reschedule(2))
            loop.call_later(1.5, lambda: t.reschedule(loop.time() - 1))
            print(t.when()); await asyncio.sleep(9)
    except TimeoutError: print(loop.time(), t.when(), t.expired())
    try: t.reschedule(5)
    except RuntimeError as e: print(e)
    async with asyncio.timeout(None) as t: t.reschedule(loop.time() + 1); await asyncio.sleep(0.5)
    print(t.expired(), t.when())

asyncio.run(main())
