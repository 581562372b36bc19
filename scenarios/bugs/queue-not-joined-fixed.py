"""Workers are cancelled when every job is done, which is what join waits for.

Holds whatever the timing: an empty queue only says that every job was taken.
"""
# sim:
#   name: queue-not-joined-fixed
#   expect:
#     finally: [sorted(thumbnails) == photos]
import asyncio
import random

photos = ['beach', 'dog', 'ferry', 'garden']
thumbnails = []


async def worker(jobs):
    while True:
        photo = await jobs.get()
        await asyncio.sleep(random.uniform(0.01, 0.03))
        thumbnails.append(photo)
        jobs.task_done()


async def all_done(jobs):
    await jobs.join()


async def main():
    jobs = asyncio.Queue()
    workers = [asyncio.create_task(worker(jobs)) for _ in range(2)]
    for photo in photos:
        jobs.put_nowait(photo)
    await all_done(jobs)
    for each in workers:
        each.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print(f'{len(thumbnails)} of {len(photos)}')


if __name__ == '__main__':
    asyncio.run(main())
