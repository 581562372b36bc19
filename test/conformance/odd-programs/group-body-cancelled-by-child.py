import asyncio

async def main():
    me = asyncio.current_task()
    try:
        async with asyncio.TaskGroup() as g:
            async def killer(): await asyncio.sleep(1); print(me.cancel('by child')); await asyncio.sleep(1); print('killer ends')
            g.create_task(killer()); await asyncio.sleep(5)
    except asyncio.CancelledError as e: print(e.args, me.cancelling(), me.uncancel())
    await asyncio.sleep(0); print('on')

asyncio.run(main())
