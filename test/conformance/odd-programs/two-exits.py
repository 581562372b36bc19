import asyncio

async def main():
    async def quitter(n): await asyncio.sleep(1); print('quit', n); raise SystemExit(n)
    try:
        async with asyncio.TaskGroup() as g: g.create_task(quitter(4)); g.create_task(quitter(5))
    finally: print('out')

asyncio.run(main())
