"""A session is renewed just when it expires, and the sweeper leaves it a while longer.

Holds in any order of the sweeper and the renewal.
"""
# sim:
#   name: session-expired-fixed
import asyncio

LIFETIME = 0.5
GRACE = 0.1


class Sessions:
    def __init__(self):
        self._expires = {}

    def renew(self, client):
        self._expires[client] = asyncio.get_running_loop().time() + LIFETIME

    def sweep(self):
        now = asyncio.get_running_loop().time()
        for client, expires in list(self._expires.items()):
            if expires + GRACE <= now:
                del self._expires[client]

    def __contains__(self, client):
        return client in self._expires


async def keep_alive(sessions, client):
    sessions.renew(client)
    for _ in range(4):
        await asyncio.sleep(LIFETIME)
        assert client in sessions, f'{client} has lost the session'
        sessions.renew(client)


async def sweep_often(sessions):
    while True:
        await asyncio.sleep(0.25)
        sessions.sweep()


async def main():
    sessions = Sessions()
    sweeper = asyncio.create_task(sweep_often(sessions))
    await keep_alive(sessions, 'ada')
    sweeper.cancel()


if __name__ == '__main__':
    asyncio.run(main())
