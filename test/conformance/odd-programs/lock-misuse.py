import asyncio

async def main():
    for o in (asyncio.Lock(), asyncio.Condition()):
        try: o.release()
        except RuntimeError as e: print(e)
    c = asyncio.Condition()
    for what in (c.notify, c.notify_all):
        try: what()
        except RuntimeError as e: print(e)
    try: await c.wait()
    except RuntimeError as e: print(e)
    try: asyncio.Semaphore(-1)
    except ValueError as e: print(e)
    q = asyncio.Queue(1)
    for what in (q.get_nowait, q.task_done, lambda: (q.put_nowait(1), q.put_nowait(2))):
        try: what()
        except (asyncio.QueueEmpty, asyncio.QueueFull, ValueError) as e: print(repr(e))

asyncio.run(main())
