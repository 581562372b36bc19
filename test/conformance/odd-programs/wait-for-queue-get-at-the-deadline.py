import asyncio

async def main():
    q = asyncio.Queue()
    loop = asyncio.get_running_loop()
    loop.call_later(1, q.put_nowait, 'x')
    try: print(await asyncio.wait_for(q.get(), 1))
    except TimeoutError: print('late', q.qsize())
    loop.call_later(1, q.put_nowait, 'y')
    t = asyncio.create_task(asyncio.wait_for(q.get(), 1))
    await asyncio.sleep(0)
    loop.call_later(1, q.put_nowait, 'z')
    print(await asyncio.gather(t, return_exceptions=True), q.qsize())

asyncio.run(main())
