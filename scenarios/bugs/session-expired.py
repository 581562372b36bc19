"""A session is renewed just when it expires.

Fails by ties: if the sweeper comes first at that moment, the session of a client who keeps to the
agreed interval is gone.
"""
# sim:
#   name: session-expired
import asyncio

LIFETIME = 0.5


class Sessions:
    def __init__(self):
        self._expires = {}

    def renew(self, client):
        self._expires[client] = asyncio.get_running_loop().time() + LIFETIME

    def sweep(self):
        now = asyncio.get_running_loop().time()
        for client, expires in list(self._expires.items()):
            if expires <= now:
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
