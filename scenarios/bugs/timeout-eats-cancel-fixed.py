"""asyncio's own time-out counts who has cancelled the task, and lets pass what is not its own.

Holds whatever the timing: the service ends when it is cancelled.
"""
# sim:
#   name: timeout-eats-cancel-fixed
import asyncio
import random
from contextlib import suppress


async def within(seconds, coroutine):
    async with asyncio.timeout(seconds):
        return await coroutine


async def poll():
    try:
        await asyncio.sleep(random.uniform(0.02, 0.065))
    finally:
        await asyncio.sleep(0.01)  # says good-bye to the server


async def service():
    for _ in range(20):
        with suppress(TimeoutError):
            await within(0.05, poll())


async def main():
    task = asyncio.create_task(service())
    await asyncio.sleep(random.uniform(0.05, 0.3))
    task.cancel()
    await asyncio.wait({task}, timeout=0.1)
    assert task.done(), 'the service goes on'


if __name__ == '__main__':
    asyncio.run(main())
