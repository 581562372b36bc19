"""Two mirrors are asked, and all that are done are looked through for one that has a page.

Holds in any order of the set.
"""
# sim:
#   name: first-of-done-fixed
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
        for task in done:
            if task.exception() is None:
                for other in pending:
                    other.cancel()
                return task.result()
    raise ConnectionError('no mirror answers')


async def main():
    page = await fetch(near, far)
    print(page)
    return page


if __name__ == '__main__':
    asyncio.run(main())
