"""Visitors get a session under a number that is drawn until it is free.

Holds whatever is drawn.
"""
# sim:
#   name: session-id-clash-fixed
import asyncio
import random

sessions = {}


async def visit(name):
    await asyncio.sleep(random.uniform(0.01, 0.02))
    while (session := random.randrange(1000)) in sessions:
        pass
    sessions[session] = name
    await asyncio.sleep(random.uniform(0.01, 0.02))
    assert sessions[session] == name, f'{name} sees what {sessions[session]} has bought'


async def main():
    await asyncio.gather(*(visit(name) for name in ('Ada', 'Bob', 'Cleo', 'Dan', 'Eve')))


if __name__ == '__main__':
    asyncio.run(main())
