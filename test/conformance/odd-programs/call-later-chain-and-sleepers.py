import asyncio

async def main():
    loop = asyncio.get_running_loop(); n = 0
    def tick():
        nonlocal n
        n += 1; print('tick', n, loop.time())
        if n < 5: loop.call_later(0.5, tick); loop.call_soon(print, 'soon', n)
    tick(); await asyncio.gather(*(asyncio.sleep(0.5 * i) for i in range(5))); print('main', loop.time()); await asyncio.sleep(1)

asyncio.run(main())
