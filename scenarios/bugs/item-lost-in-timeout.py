"""A time-out around taking a job and telling the broker so.

Fails by timing: when it strikes after the job was taken, nobody has the job any more.
"""
# sim:
#   name: item-lost-in-timeout
#   seed: 4
#   expect:
#     finally: ["done == [0, 1, 2, 3]"]
import asyncio
import random

done = []


async def acknowledge(job):
    await asyncio.sleep(random.uniform(0.002, 0.01))


async def next_job(jobs):
    job = await jobs.get()
    await acknowledge(job)
    return job


async def work(jobs):
    while True:
        try:
            job = await asyncio.wait_for(next_job(jobs), 0.05)
        except TimeoutError:
            print('nothing to do')
            continue
        done.append(job)


async def main():
    jobs = asyncio.Queue()
    worker = asyncio.create_task(work(jobs))
    for job in range(4):
        await asyncio.sleep(random.uniform(0.01, 0.06))
        jobs.put_nowait(job)
    await asyncio.sleep(0.05)
    worker.cancel()
    print('done', done)


if __name__ == '__main__':
    asyncio.run(main())
