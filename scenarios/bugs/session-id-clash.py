"""Visitors get a session under a number that is drawn.

Fails by data, and rarely: a number that is drawn twice gives one visitor the session of another.
"""
# sim:
#   name: session-id-clash
import asyncio
import random

sessions = {}


async def visit(name):
    await asyncio.sleep(random.uniform(0.01, 0.02))
    session = random.randrange(1000)
    sessions[session] = name
    await asyncio.sleep(random.uniform(0.01, 0.02))
    assert sessions[session] == name, f'{name} sees what {sessions[session]} has bought'


async def main():
    await asyncio.gather(*(visit(name) for name in ('Ada', 'Bob', 'Cleo', 'Dan', 'Eve')))


if __name__ == '__main__':
    asyncio.run(main())
