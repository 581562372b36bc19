import asyncio


async def value(x):
    return x


async def later(x, delay=0):
    await asyncio.sleep(delay)
    return x


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    gathered = asyncio.gather(value(1), value(2))
    print(gathered.done(), await gathered, await asyncio.gather(value(1), later(2)))
    print(await asyncio.gather(value(1), asyncio.wait_for(later(3), 1), return_exceptions=True))
    print(await asyncio.shield(value(4)), await asyncio.shield(later(5)))
    print(await asyncio.wait_for(value(6), 0))
    try:
        await asyncio.wait_for(later(7), 0)
    except TimeoutError as error:
        print('late', repr(error.__cause__))
    for each in asyncio.as_completed([later(8), value(9), later(10, 0.5), value(11)]):
        print(await each)
    some = [asyncio.ensure_future(each) for each in (value(12), later(13, 1))]
    done, pending = await asyncio.wait(some, timeout=0.5)
    print(len(done), len(pending))
    async with asyncio.timeout(1):
        print(await asyncio.create_task(value(14)), await asyncio.create_task(later(15)))
    print(await asyncio.gather(*pending))


asyncio.run(main())
