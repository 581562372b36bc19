"""Two mirrors are asked, and the first that is done is taken out of the set of those done.

Fails by sets: when both are done at the same moment, the set holds the broken one, too, and pop
takes any.
"""
# sim:
#   name: first-of-done
#   expect:
#     finally: ["result == 'page of near'"]
import asyncio


async def near():
    await asyncio.sleep(0.2)
    return 'page of near'


async def far():
    await asyncio.sleep(0.2)
    raise ConnectionError('far is down')


async def fetch(*mirrors):
    pending = {asyncio.create_task(mirror()) for mirror in mirrors}
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        first = done.pop()
        for task in pending:
            task.cancel()
        return first.result()
    raise ConnectionError('no mirror answers')


async def main():
    page = await fetch(near, far)
    print(page)
    return page


if __name__ == '__main__':
    asyncio.run(main())
