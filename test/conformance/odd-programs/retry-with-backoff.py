import asyncio

async def main():
    attempts = 0
    async def flaky():
        nonlocal attempts
        attempts += 1
        await asyncio.sleep(0.3 * attempts)
        if attempts < 4: raise ConnectionError(attempts)
        return 'up'
    delay = 0.5
    while True:
        try: print(await asyncio.wait_for(flaky(), 1)); break
        except ConnectionError as e: print('retry', e, asyncio.get_running_loop().time())
        except TimeoutError: print('too slow'); break
        await asyncio.sleep(delay); delay *= 2

asyncio.run(main())
