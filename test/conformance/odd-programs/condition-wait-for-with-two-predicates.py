import asyncio

async def main():
    c = asyncio.Condition(); state = {'n': 0}
    async def w(k):
        async with c:
            print(k, await c.wait_for(lambda: state['n'] >= k and state['n']))
            state['n'] -= 1; c.notify_all()
    ts = [asyncio.create_task(w(k)) for k in (3, 1, 2)]
    for i in range(3):
        await asyncio.sleep(1)
        async with c: state['n'] += 2; c.notify(1)
    await asyncio.wait(ts, timeout=5); print([t.done() for t in ts])

asyncio.run(main())
