import asyncio


async def worker(n):
    await asyncio.sleep(n)


async def deep(n):
    if n > 0:
        return await deep(n - 1)
    return helper()


def helper():
    worker(
        1,
    )


async def main():
    await asyncio.sleep(1)
    print('end')
    await deep(2)


asyncio.run(main(), debug=True)
