import asyncio

async def main():
    loop = asyncio.get_running_loop(); fs = [loop.create_future() for _ in range(4)]
    def link(a, b): a.add_done_callback(lambda f: b.set_result(f.result() + 1) if not f.cancelled() else b.cancel('chain'))
    for a, b in zip(fs, fs[1:]): link(a, b)
    loop.call_later(1, fs[0].set_result, 0); print(await fs[-1])
    gs = [loop.create_future() for _ in range(3)]
    for a, b in zip(gs, gs[1:]): link(a, b)
    gs[0].cancel()
    try: await gs[-1]
    except asyncio.CancelledError as e: print(e.args)

asyncio.run(main())
