import asyncio


async def fail(text):
    raise ValueError(text)


async def main():
    global task, future, gathered
    task = asyncio.create_task(fail('one'), name='failing')
    await asyncio.sleep(1)
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError('two'))
    await asyncio.sleep(1)
    gathered = asyncio.gather(fail('three'), asyncio.sleep(1))
    await asyncio.sleep(2)
    print('end')


asyncio.run(main(), debug=True)
