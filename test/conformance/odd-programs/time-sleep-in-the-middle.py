import asyncio

import time
async def blocker(): await asyncio.sleep(1); time.sleep(2); print('blocked till', asyncio.get_running_loop().time())
async def late():
    try:
        async with asyncio.timeout(1.5): await asyncio.sleep(1.2); print('slept')
    except TimeoutError: print('late')
async def main():
    await asyncio.gather(blocker(), late(), asyncio.wait_for(asyncio.sleep(2.5), 2.7))

asyncio.run(main())
