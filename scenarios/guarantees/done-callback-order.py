"""Callbacks of a task run in the order in which they were added, after it is done."""
# sim:
#   name: done-callback-order
#   expect:
#     finally: [added == called, len(called) == 4]
import asyncio
import random

added = []
called = []


async def watcher(name, task):
    await asyncio.sleep(random.uniform(0.0, 0.02))

    def note(done):
        assert done.done()
        called.append(name)

    added.append(name)
    task.add_done_callback(note)


async def main():
    work = asyncio.create_task(asyncio.sleep(random.uniform(0.005, 0.03)))
    await asyncio.gather(*(watcher(name, work) for name in 'abcd'))
    await work
    await asyncio.sleep(0)


if __name__ == '__main__':
    asyncio.run(main())
