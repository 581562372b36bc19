import asyncio

async def main():
    q = asyncio.Queue(1)
    async def p(i, t):
        try: await asyncio.wait_for(q.put(i), t); print('put', i)
        except TimeoutError: print('gave up', i)
    ts = [asyncio.create_task(p(i, t)) for i, t in enumerate((1, 2, 1, 3, 2))]
    for _ in range(3): await asyncio.sleep(1); print('got', q.get_nowait() if not q.empty() else None)
    await asyncio.gather(*ts); print(q.qsize())

asyncio.run(main())
