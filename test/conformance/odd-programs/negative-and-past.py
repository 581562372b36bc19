import asyncio

async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(1)
    loop.call_at(0.5, print, 'past'); loop.call_later(-1, print, 'negative'); loop.call_later(0, print, 'zero'); loop.call_soon(print, 'soon')
    await asyncio.sleep(-1); print('main'); await asyncio.sleep(0); print('again')
    try:
        async with asyncio.timeout(-1): await asyncio.sleep(1)
    except TimeoutError: print('timeout(-1)', loop.time())
    try:
        async with asyncio.timeout_at(0.2): print('body'); await asyncio.sleep(0); print('not here')
    except TimeoutError: print('timeout_at')

asyncio.run(main())
