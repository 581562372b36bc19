import asyncio
import uuid
from dataclasses import dataclass, field
from enum import Enum, auto


class JobState(Enum):
    PENDING = auto()
    RUNNING = auto()
    DONE = auto()
    FAILED = auto()


@dataclass
class Job:
    payload: str
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    state: JobState = JobState.PENDING

    @property
    def short(self):
        return self.id[:8]


async def run_job(job: Job):
    job.state = JobState.RUNNING
    await asyncio.sleep(len(job.payload) * 0.1)
    job.state = JobState.FAILED if "bad" in job.payload else JobState.DONE


async def main():
    jobs = [Job("resize"), Job("bad input"), Job("mail")]
    assert len({j.id for j in jobs}) == 3
    await asyncio.gather(*map(run_job, jobs))
    for j in jobs:
        print(f"{len(j.short)} {j.payload:<10} {j.state.name:>8} {j.state!r} {j.state}")
    print(len(jobs[0].id), jobs[0].id.count("-"), uuid.UUID(jobs[0].id).version)


asyncio.run(main())
