"""A reader asks whether the client is connected before and after its wait, and is content twice.

Fails by timing: in between the client has lost one server and found another, and the balance of
the old one, which is late, is written over the new one's.
"""
# sim:
#   name: stale-after-reconnect
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
        if self.is_connected:
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
