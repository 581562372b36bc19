import asyncio

async def main():
    async with asyncio.timeout(5):
        try:
            async with asyncio.TaskGroup() as g:
                async def late():
                    try: await asyncio.sleep(9)
                    finally:
                        try: g.create_task(asyncio.sleep(0))
                        except RuntimeError as e: print(e.args[0].split('>')[-1])
                async def bad(): 1 / 0
                g.create_task(late()); g.create_task(bad())
        except* ZeroDivisionError as eg: print(eg.exceptions)

asyncio.run(main())
