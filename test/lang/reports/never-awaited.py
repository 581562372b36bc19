import asyncio


async def worker(n):
    await asyncio.sleep(n)


class Pool:
    async def job(self):
        pass


async def main():
    await asyncio.sleep(1)
    print('end')
    Pool().job()


asyncio.run(main())
worker(1)
