import asyncio
import asyncio as aio
from asyncio import gather, sleep as nap, Queue

print(asyncio is aio, asyncio.gather is gather, asyncio.Queue is Queue)
print(asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED)
for name in ('Lock', 'Event', 'Condition', 'Semaphore', 'Queue', 'TaskGroup', 'Timeout', 'Task', 'Future'):
    print(name, getattr(asyncio, name).__name__, isinstance(getattr(asyncio, name), type))
try:
    asyncio.nothing
except AttributeError as error:
    print(error)


async def main():
    return await gather(nap(0, 1), aio.sleep(0, 2))


print(asyncio.run(main()))
