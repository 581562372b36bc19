import asyncio

async def main():
    async def f(): await asyncio.sleep(2); raise ValueError('inner')
    asyncio.get_running_loop().set_exception_handler(lambda l, c: print(c['message'], repr(c['exception'])))
    t = asyncio.create_task(f())
    async def w(i, limit):
        try: await asyncio.wait_for(asyncio.shield(t), limit)
        except TimeoutError: print(i, 'late')
        except ValueError as e: print(i, repr(e))
    await asyncio.gather(w(0, 1), w(1, 2), w(2, 3), w(3, 1))
    await asyncio.sleep(0)

asyncio.run(main())
