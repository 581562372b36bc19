import asyncio

async def quitter(): await asyncio.sleep(1); raise SystemExit(3)
async def other():
    try: await asyncio.sleep(5)
    except asyncio.CancelledError: print('other cancelled'); raise
async def main():
    o = asyncio.create_task(other())
    t = asyncio.create_task(quitter())
    try: await t
    except BaseException as e: print('main', repr(e)); raise

asyncio.run(main())
