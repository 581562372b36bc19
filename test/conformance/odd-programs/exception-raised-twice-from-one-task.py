import asyncio

async def main():
    async def bad(): raise ValueError('once')
    t = asyncio.create_task(bad()); seen = []
    for _ in range(3):
        try: await t
        except ValueError as e: seen.append(e)
    print(seen[0] is seen[1] is seen[2])
    c = asyncio.create_task(asyncio.sleep(9)); c.cancel('m'); got = []
    for _ in range(3):
        try: await c
        except asyncio.CancelledError as e: got.append(e)
    print([e.args for e in got], got[0] is got[1], got[1] is got[2])

asyncio.run(main())
