"""A connection goes back to its pool after a whole answer; else a new one takes its place.

Holds whatever the timing: an answer that comes late comes to a connection that nobody uses.
"""
# sim:
#   name: broken-connection-fixed
import asyncio
import random


class Connection:
    def __init__(self):
        self._answers = asyncio.Queue()
        self._server = []

    async def _answer(self, question):
        await asyncio.sleep(random.uniform(0.005, 0.032))
        self._answers.put_nowait(f'{question}: yes')

    async def ask(self, question):
        self._server.append(asyncio.create_task(self._answer(question)))
        return await self._answers.get()


async def ask(pool, question):
    connection = await pool.get()
    try:
        return await asyncio.wait_for(connection.ask(question), 0.03)
    except BaseException:
        connection = Connection()
        raise
    finally:
        pool.put_nowait(connection)


async def client(pool, question):
    try:
        answer = await ask(pool, question)
    except TimeoutError:
        print(f'{question}: no answer')
    else:
        assert answer == f'{question}: yes', f'asked {question}, got {answer!r}'


async def main():
    pool = asyncio.Queue()
    pool.put_nowait(Connection())
    async with asyncio.TaskGroup() as clients:
        for question in ('milk', 'eggs', 'flour', 'salt'):
            clients.create_task(client(pool, question))


if __name__ == '__main__':
    asyncio.run(main())
