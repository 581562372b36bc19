"""A pool of workers: a few tasks take jobs from a queue for as long as there are any.

A job that fails is noted and does not take its worker with it. The queue is short, so whoever
submits is slowed down to the pace of the pool instead of filling the memory.
"""
# sim:
#   name: worker-pool
#   expect:
#     always:
#       - pool.busy <= pool.size
#       - pool.jobs.qsize() <= pool.jobs.maxsize
#     eventually: [pool.busy == pool.size, pool.jobs.full()]
#     finally:
#       - pool.busy == 0 and pool.jobs.empty()
#       - "result == {n: n * n for n in [1, 2, 3, 5, 6, 7, 8]}"
#       - list(pool.failed) == [4]
import asyncio


class WorkerPool:
    def __init__(self, handler, size, backlog):
        self.handler = handler
        self.size = size
        self.jobs = asyncio.Queue(maxsize=backlog)
        self.done = {}
        self.failed = {}
        self.busy = 0
        self._workers = []

    async def __aenter__(self):
        self._workers = [
            asyncio.create_task(self._work(), name=f'worker-{number}')
            for number in range(1, self.size + 1)
        ]
        return self

    async def __aexit__(self, *exc_info):
        """Waits for what was submitted; then the workers, which wait for more, are let go."""
        await self.jobs.join()
        for worker in self._workers:
            worker.cancel()
        await asyncio.gather(*self._workers, return_exceptions=True)

    async def submit(self, job):
        await self.jobs.put(job)

    async def _work(self):
        while True:
            job = await self.jobs.get()
            self.busy += 1
            try:
                self.done[job] = await self.handler(job)
            except Exception as error:
                self.failed[job] = error
            finally:
                self.busy -= 1
                self.jobs.task_done()


async def square(number):
    worker = asyncio.current_task().get_name()
    await asyncio.sleep(0.03 + number * 0.01)
    if number == 4:
        raise ValueError(f'no square of {number} today')
    print(f'{worker} squared {number}')
    return number * number


pool = WorkerPool(square, size=3, backlog=2)


async def main():
    async with pool:
        for number in range(1, 9):
            await pool.submit(number)
        print('all submitted')
    print(dict(sorted(pool.done.items())))
    for job, error in pool.failed.items():
        print(f'job {job} failed: {error!r}')
    return pool.done


if __name__ == '__main__':
    asyncio.run(main())
