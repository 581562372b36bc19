"""A client that waits in vain goes on waiting for the request that it has made.

Holds whatever the timing: there are never more requests than clients.
"""
# sim:
#   name: retry-storm-fixed
#   expect:
#     always: [load <= CLIENTS]
import asyncio
import random

CLIENTS = 3
load = 0


async def serve(request):
    global load
    load += 1
    await asyncio.sleep(random.uniform(0.01, 0.05))
    load -= 1
    return f'answer {request}'


async def ask(request):
    answer = asyncio.create_task(serve(request))
    for _ in range(3):
        try:
            return await asyncio.wait_for(asyncio.shield(answer), 0.04)
        except TimeoutError:
            print(f'request {request}: no answer yet')
    raise ConnectionError(f'request {request} has no answer')


async def main():
    async with asyncio.TaskGroup() as clients:
        for number in range(CLIENTS):
            clients.create_task(ask(number))
            await asyncio.sleep(random.uniform(0.01, 0.03))


if __name__ == '__main__':
    asyncio.run(main())
