"""A scheduler of periodic jobs that keeps its beat: a run that takes too long costs later ones.

Each job's deadlines are start + n * period, so delays do not add up. When a run has overrun, the
beats that it missed are skipped and counted, never made up for in a burst; and a job that fails has
its next run all the same.
"""
# sim:
#   name: periodic-scheduler
#   expect:
#     always:
#       - all(job.running <= 1 for job in jobs)
#     eventually: ["all(job.running == 1 for job in jobs)"]
#     finally:
#       - "[job.runs for job in jobs] == [7, 4, 4]"
#       - "[job.skipped for job in jobs] == [0, 3, 0]"
import asyncio
import logging

logger = logging.getLogger('scheduler')


class Job:
    def __init__(self, name, period, action):
        self.name = name
        self.period = period
        self.action = action
        self.running = 0
        self.runs = 0
        self.skipped = 0

    async def run_once(self, beat):
        self.running += 1
        self.runs += 1
        try:
            await self.action(beat)
        except Exception:
            logger.exception('job %s failed at beat %d', self.name, beat)
        finally:
            self.running -= 1

    async def run(self):
        loop = asyncio.get_running_loop()
        start = loop.time()
        beat = 0
        while True:
            await self.run_once(beat)
            # A tenth of a period of grace: who is late by a hair has not missed a beat.
            following = int((loop.time() - start) / self.period + 0.9)
            following = max(beat + 1, following)
            if missed := following - beat - 1:
                self.skipped += missed
                print(f'{self.name} missed {missed} beats')
            beat = following
            await asyncio.sleep(start + beat * self.period - loop.time())


def action(name, seconds):
    async def act(beat):
        print(f'beat {beat}: {name}')
        await asyncio.sleep(seconds(beat))
        if (name, beat) == ('report', 2):
            raise ZeroDivisionError('no visitors yet')
    return act


jobs = [
    Job('heartbeat', 0.1, action('heartbeat', lambda beat: 0.01)),
    Job('backup', 0.105, action('backup', lambda beat: 0.34 if beat == 1 else 0.03)),
    Job('report', 0.19, action('report', lambda beat: 0.025)),
]


async def main():
    tasks = [asyncio.create_task(job.run(), name=job.name) for job in jobs]
    await asyncio.sleep(0.66)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for job in jobs:
        print(f'{job.name}: {job.runs} runs, {job.skipped} skipped')


if __name__ == '__main__':
    logging.basicConfig(format='%(levelname)s:%(name)s: %(message)s')
    asyncio.run(main())
