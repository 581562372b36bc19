import asyncio

async def main():
    t = asyncio.create_task(asyncio.sleep(1))
    for what in (t.result, t.exception):
        try: what()
        except asyncio.InvalidStateError as e: print(e)
    t.cancel('m')
    try: t.result()
    except asyncio.InvalidStateError as e: print(e)
    await asyncio.wait([t])
    for what in (t.result, t.exception):
        try: what()
        except asyncio.CancelledError as e: print(repr(e))
    for what in (lambda: t.set_result(1), lambda: t.set_exception(ValueError())):
        try: what()
        except RuntimeError as e: print(e)

asyncio.run(main())
