"""A reader asks after its wait whether the client still has the server that was asked.

Holds whatever the timing: an answer of a server that was left is dropped.
"""
# sim:
#   name: stale-after-reconnect-fixed
#   expect:
#     finally: [client.balance == client.server.balance]
import asyncio
import random
from dataclasses import dataclass


@dataclass
class Server:
    balance: int


class Client:
    def __init__(self, server):
        self.connect(server)

    def connect(self, server):
        self.server = server
        self.balance = server.balance
        self.is_connected = True

    async def refresh(self):
        if not self.is_connected:
            return
        server, balance = self.server, self.server.balance
        await asyncio.sleep(random.uniform(0.01, 0.05))  # the answer travels
        if self.server is server:
            self.balance = balance


client = Client(Server(balance=100))


async def refresh_often():
    for _ in range(4):
        await client.refresh()
        await asyncio.sleep(random.uniform(0.01, 0.03))


async def fail_over():
    await asyncio.sleep(random.uniform(0.05, 0.15))
    client.is_connected = False
    await asyncio.sleep(random.uniform(0.01, 0.04))
    client.connect(Server(balance=70))


async def main():
    refreshing = asyncio.create_task(refresh_often())
    await fail_over()
    await asyncio.sleep(0.05)
    refreshing.cancel()
    print('balance', client.balance)


if __name__ == '__main__':
    asyncio.run(main())
