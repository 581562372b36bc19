import asyncio

async def main():
    a, b = asyncio.Event(), asyncio.Event()
    async def ping():
        for i in range(3):
            await a.wait(); a.clear(); print('ping', i); b.set()
    async def pong():
        for i in range(3):
            a.set(); await b.wait(); b.clear(); print('pong', i)
    await asyncio.gather(ping(), pong())

asyncio.run(main())
