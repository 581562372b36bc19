"""asyncio in one file: overlap, a concurrency limit, time-outs, isolated errors and cancellation.

Run it on CPython 3.11 or later, in real time:   python3 scenarios/asyncio_demo.py
Run it on the simulator, in no time:             npx sim run scenarios/asyncio_demo.py
Both print the same lines in the same order.
"""

import asyncio
import time

UNIT = 0.2  # seconds; every duration below is a multiple of it


def stamp(start):
    """Units since `start`, rounded to the nearest whole one."""
    return round((time.perf_counter() - start) / UNIT)


async def worker(i, start):
    print(f"  worker {i} starts at {stamp(start)}")
    await asyncio.sleep((3 - i) * UNIT)
    print(f"  worker {i} ends at {stamp(start)}")
    return i * i


async def overlap():
    """Three workers overlap: together they take as long as the longest, and the results keep their order."""
    start = time.perf_counter()
    results = await asyncio.gather(*(worker(i, start) for i in range(3)))
    print(f"  results {results} after {stamp(start)} units, not {1 + 2 + 3}")


async def limited(i, slots, state):
    async with slots:
        state["running"] += 1
        state["peak"] = max(state["peak"], state["running"])
        await asyncio.sleep(UNIT)
        state["running"] -= 1


async def limit():
    """Ten workers, at most three at a time: four batches."""
    start = time.perf_counter()
    slots = asyncio.Semaphore(3)
    state = {"running": 0, "peak": 0}
    await asyncio.gather(*(limited(i, slots, state) for i in range(10)))
    print(f"  peak {state['peak']}, {stamp(start)} units")


async def request(i):
    """Some are quick, some are too slow, one fails."""
    if i == 2:
        await asyncio.sleep(UNIT)
        raise ValueError(f"request {i} is refused")
    await asyncio.sleep((1 if i % 3 else 9) * UNIT)
    return f"answer {i}"


async def timeouts():
    """A time-out for each, and no failure stops the others."""
    calls = [asyncio.wait_for(request(i), timeout=4 * UNIT) for i in range(5)]
    results = await asyncio.gather(*calls, return_exceptions=True)
    counts = {"ok": 0, "timeout": 0, "error": 0}
    for result in results:
        if isinstance(result, asyncio.TimeoutError):
            counts["timeout"] += 1
        elif isinstance(result, Exception):
            counts["error"] += 1
            print(f"  {type(result).__name__}: {result}")
        else:
            counts["ok"] += 1
    print(f"  {counts}")


async def server(log):
    try:
        while True:
            log.append("tick")
            await asyncio.sleep(UNIT)
    except asyncio.CancelledError:
        print(f"  cancelled after {len(log)} ticks, cleaning up")
        raise
    finally:
        print("  clean-up is done")


async def cancellation():
    """A task that runs for ever is cancelled, cleans up and stays cancelled."""
    log = []
    task = asyncio.create_task(server(log), name="server")
    await asyncio.sleep(2.5 * UNIT)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print(f"  {task.get_name()} cancelled: {task.cancelled()}")


async def main():
    for part in (overlap, limit, timeouts, cancellation):
        print(f"{part.__name__}: {part.__doc__}")
        await part()
    print("done")


if __name__ == "__main__":
    asyncio.run(main())
