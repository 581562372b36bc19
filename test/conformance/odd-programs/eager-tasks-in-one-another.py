import asyncio


async def nest(depth):
    print('in', depth, asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    if depth > 0:
        inner = asyncio.create_task(nest(depth - 1), eager_start=True)
        print('back in', depth, asyncio.current_task().get_name(), inner.done())
        try:
            await asyncio.wait_for(inner, 1 if depth == 2 else None)
        except ValueError as error:
            print('out of', depth, error)
            if depth == 3:
                return depth
            raise
    await asyncio.sleep(0)
    raise ValueError(depth)


async def cheap(depth):
    return depth if depth == 0 else 1 + await asyncio.create_task(cheap(depth - 1), eager_start=True)


async def main():
    print(await asyncio.create_task(nest(3), eager_start=True))
    print(await cheap(40))


asyncio.run(main())
