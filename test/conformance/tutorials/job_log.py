# Features: from datetime import datetime, durations, repr of datetimes, sorting by time.
import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta


@dataclass
class Job:
    name: str
    duration: float
    started: datetime = field(default_factory=datetime.now)
    ended: datetime = None

    @property
    def elapsed(self) -> timedelta:
        return self.ended - self.started


def log(text):
    print(f"[{datetime.now().strftime('%H:%M:%S.%f')[:-3]}] {text}")


async def run(job):
    log(f'{job.name} starts')
    await asyncio.sleep(job.duration)
    job.ended = datetime.now()
    log(f'{job.name} took {job.elapsed}')


async def main():
    jobs = [Job('backup', 90), Job('mail', 2.25), Job('index', 3600)]
    await asyncio.gather(*map(run, jobs))
    for job in sorted(jobs, key=lambda job: job.ended, reverse=True):
        print(f'{job.name:<8}{job.ended:%H:%M}', job.elapsed > timedelta(minutes=1), repr(job.elapsed))
    print(jobs[1])
    print(datetime.now().year, datetime.fromtimestamp(0), datetime.now().timestamp())


asyncio.run(main())
