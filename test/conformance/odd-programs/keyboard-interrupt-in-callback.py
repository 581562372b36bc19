import asyncio

async def main():
    def stop(): raise KeyboardInterrupt('now')
    asyncio.get_running_loop().call_later(1, stop)
    try: await asyncio.sleep(5)
    except BaseException as e: print(repr(e)); raise
    finally: print('finally')

asyncio.run(main())
