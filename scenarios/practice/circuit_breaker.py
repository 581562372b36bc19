"""A circuit breaker: after a few failures in a row calls are refused at once for a while.

Then one call is let through to try: if it works, the circuit closes again; if not, it stays open
for another while. A service in trouble gets time to recover, and its callers an answer.
"""
# sim:
#   name: circuit-breaker
#   expect:
#     always:
#       - breaker.failures <= breaker.threshold
#       - trials <= 1
#     eventually: [breaker.state is State.OPEN, breaker.state is State.HALF_OPEN]
#     finally:
#       - breaker.state is State.CLOSED
#       - calls == 6 and refused == 7
import asyncio
import enum


class State(enum.Enum):
    CLOSED = 'closed'
    OPEN = 'open'
    HALF_OPEN = 'half open'


class CircuitOpen(Exception):
    pass


class CircuitBreaker:
    def __init__(self, threshold, recovery):
        self.threshold = threshold
        self.recovery = recovery
        self.state = State.CLOSED
        self.failures = 0
        self._opened_at = 0.0

    async def call(self, operation):
        self._admit()
        try:
            result = await operation()
        except Exception:
            self._failed()
            raise
        self.failures = 0
        self._become(State.CLOSED)
        return result

    def _admit(self):
        now = asyncio.get_running_loop().time()
        if self.state is State.CLOSED:
            return
        if self.state is State.HALF_OPEN or now - self._opened_at < self.recovery:
            raise CircuitOpen(f'the circuit is {self.state.value}')
        self._become(State.HALF_OPEN)

    def _failed(self):
        self.failures = min(self.failures + 1, self.threshold)
        if self.state is State.HALF_OPEN or self.failures == self.threshold:
            self._opened_at = asyncio.get_running_loop().time()
            self._become(State.OPEN)

    def _become(self, state):
        if state is not self.state:
            print(f'  {self.state.name} -> {state.name}')
            self.state = state


breaker = CircuitBreaker(threshold=3, recovery=0.21)
healthy_from = 0.0
calls = refused = trials = 0


async def service():
    global calls, trials
    calls += 1
    trials += breaker.state is State.HALF_OPEN
    try:
        await asyncio.sleep(0.02)
        if asyncio.get_running_loop().time() < healthy_from:
            raise ConnectionError('service is down')
        return 'fine'
    finally:
        trials = 0


async def client(number):
    global refused
    try:
        answer = await breaker.call(service)
    except CircuitOpen as error:
        refused += 1
        answer = f'refused, {error}'
    except ConnectionError as error:
        answer = f'failed, {error}'
    print(f'call {number}: {answer}')


async def main():
    global healthy_from
    healthy_from = asyncio.get_running_loop().time() + 0.55
    for number in range(1, 11):
        await client(number)
        await asyncio.sleep(0.06)
    await asyncio.gather(client(11), client(12))  # one of them may try
    await client(13)


if __name__ == '__main__':
    asyncio.run(main())
