import asyncio

async def main():
    async def tree(n):
        if n == 0: await asyncio.sleep(0); return 1
        async with asyncio.TaskGroup() as g: a, b = g.create_task(tree(n - 1)), g.create_task(tree(n - 1))
        return a.result() + b.result()
    print(await tree(4), len(asyncio.all_tasks()))
    async def fib(n): return n if n < 2 else sum(await asyncio.gather(fib(n - 1), fib(n - 2)))
    print(await fib(6))

asyncio.run(main())
