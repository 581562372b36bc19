"""A handler starts its audit entry beside the group that waits for the handlers.

Fails by timing: the group is left while an entry is still being written, and the report lacks it.
"""
# sim:
#   name: outside-the-group
#   seed: 3
import asyncio
import random

audit = []
writing = set()


async def write_entry(request):
    await asyncio.sleep(random.uniform(0.001, 0.02))
    audit.append(f'request {request}')


async def handle(request, group):
    entry = asyncio.create_task(write_entry(request))
    writing.add(entry)  # a task that nobody holds may vanish
    entry.add_done_callback(writing.discard)
    await asyncio.sleep(random.uniform(0.01, 0.03))


async def main():
    async with asyncio.TaskGroup() as group:
        for request in range(3):
            group.create_task(handle(request, group))
    print('\n'.join(sorted(audit)))
    assert len(audit) == 3, f'{len(audit)} of 3 requests in the audit'


if __name__ == '__main__':
    asyncio.run(main())
