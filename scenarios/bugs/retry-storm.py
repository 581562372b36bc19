"""A client that waits in vain asks again, while the service still works on its first request.

Fails by timing: slow answers make more requests, which make the service slower.
"""
# sim:
#   name: retry-storm
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
    for _ in range(3):
        answer = asyncio.create_task(serve(request))
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
