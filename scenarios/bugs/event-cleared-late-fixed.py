"""A watcher clears the signal first, then reads the configuration and applies it.

Holds whatever the timing: a change that comes while the last one is applied sets the event again.
"""
# sim:
#   name: event-cleared-late-fixed
#   seed: 2
#   expect:
#     finally: [applied == 3]
import asyncio
import random

changed = asyncio.Event()
version = 0
applied = 0


async def watch():
    global applied
    while True:
        await changed.wait()
        changed.clear()
        wanted = version
        await asyncio.sleep(random.uniform(0.005, 0.02))  # restarts the workers
        applied = wanted


async def publish():
    global version
    for number in (1, 2, 3):
        await asyncio.sleep(random.uniform(0.015, 0.06))
        version = number
        changed.set()


async def main():
    watcher = asyncio.create_task(watch())
    await publish()
    await asyncio.sleep(0.1)
    watcher.cancel()
    print(f'version {version}, applied {applied}')


if __name__ == '__main__':
    asyncio.run(main())
