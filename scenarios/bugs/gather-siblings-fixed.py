"""When one part fails, the group cancels the other uploads and waits for their end.

Holds whatever the timing: nothing uses the session when it is closed.
"""
# sim:
#   name: gather-siblings-fixed
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
        async with asyncio.TaskGroup() as parts:
            for part in range(3):
                parts.create_task(upload(session, part))
    except* TimeoutError:
        print('the upload has failed')
    finally:
        session.is_closed = True
    await asyncio.sleep(0.1)  # whatever comes next


if __name__ == '__main__':
    asyncio.run(main())
