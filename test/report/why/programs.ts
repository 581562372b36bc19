// Small programs with one thing wrong in each, for the specs of questions about runs.

/** A program with `main` and what it calls. */
function program(body: string): string {
  return `import asyncio\nimport time\n${body}\nasyncio.run(main())\n`;
}

/** Two tasks take two locks in opposite order, from 1 s on. */
export const CROSSED_LOCKS = program(`
left = asyncio.Lock()
right = asyncio.Lock()
async def take(first, second):
    async with first:
        await asyncio.sleep(1)
        async with second:
            pass
async def main():
    await asyncio.gather(take(left, right), take(right, left))
`);

/** An event is set and cleared at 1 s; a task waits for it from 2 s on. */
export const PULSE = program(`
bell = asyncio.Event()
async def ring():
    await asyncio.sleep(1)
    bell.set()
    bell.clear()
async def listen():
    await asyncio.sleep(2)
    await bell.wait()
async def main():
    await asyncio.gather(ring(), listen())
`);

/** A task ends at 1 s with a lock that main wants at 2 s. */
export const KEPT_LOCK = program(`
lock = asyncio.Lock()
async def keep():
    await lock.acquire()
    await asyncio.sleep(1)
async def main():
    task = asyncio.create_task(keep())
    await asyncio.sleep(2)
    async with lock:
        pass
`);

/** A task is cancelled at 1 s, catches that in line 7 and returns at 4 s. */
export const STUBBORN = program(`
async def stubborn():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print("no")
    await asyncio.sleep(3)
async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(1)
    task.cancel()
    await task
`);

/** A task is cancelled at 1 s, cleans up until 1.5 s, and ends cancelled. */
export const ORDERLY = program(`
async def orderly():
    try:
        await asyncio.sleep(9)
    finally:
        await asyncio.sleep(0.5)
async def main():
    task = asyncio.create_task(orderly())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        pass
`);

/** Three tasks hold one lock for a second each. */
export const CONTENDED = program(`
lock = asyncio.Lock()
async def work():
    async with lock:
        await asyncio.sleep(1)
async def main():
    await asyncio.gather(work(), work(), work())
`);

/** main holds the loop from 1 s to 3 s; a task is to wake at 2 s. */
export const BLOCKED = program(`
async def tick():
    await asyncio.sleep(2)
async def main():
    task = asyncio.create_task(tick())
    await asyncio.sleep(1)
    time.sleep(2)
    await task
    await asyncio.sleep(1)
`);

/** main ends at 1 s while a task still sleeps. */
export const LEFT_BEHIND = program(`
async def forever():
    await asyncio.sleep(100)
async def main():
    task = asyncio.create_task(forever())
    await asyncio.sleep(1)
`);

/** A task fails at 1 s; main awaits it. */
export const FAILING = program(`
async def fail():
    await asyncio.sleep(1)
    raise ValueError("no")
async def main():
    await asyncio.create_task(fail())
`);

/** A call of half a second in a thread. */
export const THREADED = program(`
def slow():
    time.sleep(0.5)
async def main():
    await asyncio.to_thread(slow)
    await asyncio.sleep(0.5)
`);
