import asyncio


class Bell:
    def ring(self, *words):
        raise RuntimeError(f'{words}')


def boom(*words):
    return 1 / 0


async def value():
    return 5


async def late():
    await asyncio.sleep(1)
    raise LookupError('late')


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(boom)
    loop.call_later(1, boom, 1, 'two')
    loop.call_soon(Bell().ring, 3)
    loop.call_soon(lambda: [].pop())
    loop.call_soon(int, 'x')
    task = asyncio.create_task(value())
    task.add_done_callback(boom)
    await asyncio.sleep(2)
    inner = asyncio.create_task(late())
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    outer.cancel()
    await asyncio.sleep(2)


asyncio.run(main(), debug=True)
