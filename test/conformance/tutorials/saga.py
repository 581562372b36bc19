import asyncio
from typing import Awaitable, Callable, NamedTuple


class Step(NamedTuple):
    name: str
    action: Callable[[], Awaitable[None]]
    compensate: Callable[[], Awaitable[None]]


class SagaFailed(Exception):
    pass


async def run_saga(steps):
    done = []
    for step in steps:
        try:
            await step.action()
            done.append(step)
            print("✓", step.name)
        except Exception as exc:
            print("✗", step.name, "-", exc)
            for prev in reversed(done):
                await prev.compensate()
                print("↩", prev.name)
            raise SagaFailed(step.name) from exc


def make(name, fail=False):
    async def act():
        await asyncio.sleep(0.1)
        if fail:
            raise RuntimeError(f"{name} exploded")

    async def undo():
        await asyncio.sleep(0.05)
    return Step(name, act, undo)


async def main():
    await run_saga([make("reserve"), make("charge")])
    try:
        await run_saga([make("reserve"), make("charge"), make("ship", fail=True)])
    except SagaFailed as e:
        print("saga failed at", e, "because", repr(e.__cause__))

asyncio.run(main())
