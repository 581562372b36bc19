# Features: repr of coroutines, tasks, futures, functions, classes and locks; type().
import asyncio


class Thing:
    async def method(self):
        return self


async def coro(n=0):
    await asyncio.sleep(n)


async def failing():
    raise KeyError('missing')


async def main():
    unstarted = coro()
    print(type(unstarted), unstarted)
    await unstarted
    task = asyncio.create_task(coro(1))
    print(task)
    await asyncio.sleep(0)
    print(task)
    named = asyncio.create_task(failing(), name='unlucky')
    print(named)
    done, _ = await asyncio.wait([task, named])
    for each in sorted(done, key=lambda each: each.get_name()):
        print(each)
    task = asyncio.create_task(coro(9))
    task.cancel()
    await asyncio.wait({task})
    print(task)
    print(asyncio.gather(coro(), coro()))
    print(type(task), type(asyncio.get_running_loop().create_future()), asyncio.Task)
    print(Thing, Thing(), Thing().method, coro, main)
    print(asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(3), asyncio.Queue(2), sep='\n')
    print(asyncio.iscoroutinefunction(coro), asyncio.iscoroutine(unstarted), callable(coro))
    print(asyncio.sleep, asyncio.CancelledError(), asyncio.TimeoutError is TimeoutError)


asyncio.run(main())
