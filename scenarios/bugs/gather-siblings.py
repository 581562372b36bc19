"""When one part fails, gather raises at once and leaves the other uploads running.

Fails by timing: they go on with a session that is closed by then.
"""
# sim:
#   name: gather-siblings
#   seed: 2
#   expect:
#     finally: [late == 0]
import asyncio
import random

late = 0


class Session:
    def __init__(self):
        self.is_closed = False

    async def put(self, part):
        global late
        await asyncio.sleep(random.uniform(0.01, 0.048))
        if self.is_closed:
            late += 1
            raise RuntimeError('the session is closed')
        print(f'part {part} is stored')


async def upload(session, part):
    await asyncio.sleep(0.01 * part)
    async with asyncio.timeout(0.045):
        await session.put(part)


async def main():
    session = Session()
    try:
        await asyncio.gather(*(upload(session, part) for part in range(3)))
    except TimeoutError:
        print('the upload has failed')
    finally:
        session.is_closed = True
    await asyncio.sleep(0.1)  # whatever comes next


if __name__ == '__main__':
    asyncio.run(main())
