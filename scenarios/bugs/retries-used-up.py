"""A write that finds the record changed is tried again, three times in all.

Fails by timing, and rarely: a slow writer can lose against three quick ones.
"""
# sim:
#   name: retries-used-up
#   expect:
#     finally: [record.version == 5]
import asyncio
import random
from dataclasses import dataclass


class Conflict(Exception):
    pass


@dataclass
class Record:
    version: int = 0

    def commit(self, seen):
        if seen != self.version:
            raise Conflict(f'version {seen} was read, {self.version} is here')
        self.version += 1


record = Record()


async def write(most):
    for _ in range(3):
        seen = record.version
        await asyncio.sleep(random.uniform(0.01, most))
        try:
            return record.commit(seen)
        except Conflict as conflict:
            print(conflict)
    raise TimeoutError('too many conflicts')


async def quick():
    for _ in range(4):
        await asyncio.sleep(random.uniform(0.01, 0.06))
        await write(most=0.015)


async def main():
    await asyncio.gather(quick(), write(most=0.05))


if __name__ == '__main__':
    asyncio.run(main())
