"""Retries with exponential back-off and jitter, under one deadline for all attempts.

Only errors that may pass are tried again. The delay doubles, up to a limit, and a random part of it
is cut off, lest all clients of a service that comes back return at the same moment. The source of
chance is the caller's: with its own seed a test sees the same delays each time.
"""
# sim:
#   name: retry-with-backoff
#   expect:
#     always: ["all(0.02 <= delay <= 0.3 for delay in delays)"]
#     finally:
#       - len(delays) == 7
#       - "calls == {'flaky': 3, 'broken': 1, 'down': 4, 'slow': 3}"
import asyncio
import random
from dataclasses import dataclass, field


class Unavailable(Exception):
    """May be gone at the next attempt."""


@dataclass(frozen=True)
class Backoff:
    attempts: int = 4
    base: float = 0.04
    limit: float = 0.3
    chance: random.Random = field(default_factory=lambda: random.Random(314))

    def delay(self, attempt):
        whole = min(self.limit, self.base * 2 ** attempt)
        return whole * self.chance.uniform(0.5, 1.0)


delays = []
calls = {}


async def retry(operation, backoff, *, retried=(Unavailable,), deadline=None):
    async with asyncio.timeout(deadline):
        for attempt in range(backoff.attempts):
            try:
                return await operation()
            except retried as error:
                if attempt == backoff.attempts - 1:
                    raise
                delay = backoff.delay(attempt)
                delays.append(delay)
                print(f'  {error}; again in {delay * 1000:.0f} ms')
                await asyncio.sleep(delay)


def service(name, failures, error, seconds=0.01):
    """A call that fails so many times."""
    async def call():
        calls[name] = calls.get(name, 0) + 1
        await asyncio.sleep(seconds)
        if calls[name] <= failures:
            raise error
        return f'{name} answered at attempt {calls[name]}'
    return call


async def main():
    backoff = Backoff()
    cases = [
        ('flaky', service('flaky', 2, Unavailable('503')), None),
        ('broken', service('broken', 1, ValueError('400')), None),
        ('down', service('down', 9, Unavailable('502')), None),
        ('slow', service('slow', 9, Unavailable('504'), seconds=0.1), 0.35),
    ]
    for name, operation, deadline in cases:
        print(name)
        try:
            print(f'  {await retry(operation, backoff, deadline=deadline)}')
        except (Unavailable, ValueError, TimeoutError) as error:
            print(f'  gave up: {error!r}')


if __name__ == '__main__':
    asyncio.run(main())
