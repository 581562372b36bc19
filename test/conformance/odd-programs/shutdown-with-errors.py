import asyncio

async def bad(n):
    try: await asyncio.sleep(9)
    finally: raise ValueError(n)
async def stubborn():
    try: await asyncio.sleep(9)
    except asyncio.CancelledError: print('kept', await asyncio.sleep(2, 'x'))
async def main():
    for i in range(2): asyncio.create_task(bad(i))
    asyncio.create_task(stubborn())
    asyncio.get_running_loop().set_exception_handler(lambda l, c: print(c['message'], repr(c.get('exception'))))
    await asyncio.sleep(1)

asyncio.run(main())
