"""A time-out of one's own making: cancel the task, wait for its end, ignore that it was cancelled.

Fails by timing: if the caller is cancelled during that wait, this is ignored, too, and the service
that was to stop goes on.
"""
# sim:
#   name: timeout-eats-cancel
import asyncio
import random
from contextlib import suppress


async def within(seconds, coroutine):
    """As wait_for, but also where the coroutine is slow to end."""
    task = asyncio.create_task(coroutine)
    await asyncio.wait({task}, timeout=seconds)
    if task.done():
        return task.result()
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    raise TimeoutError


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
