import asyncio

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, 'a'); loop.call_soon(loop.stop); loop.call_soon(print, 'b')
    await asyncio.sleep(1); print('never')

asyncio.run(main())
