"""Two mirrors are asked for a price, and the first answer is taken out of the set of those done.

Fails by sets: when both are done at the same moment, the set holds the older price, too, and pop
takes any.
"""
# sim:
#   name: first-of-done
#   expect:
#     finally: ["result == (7, 19.90)"]
import asyncio


async def near():
    await asyncio.sleep(0.2)
    return 7, 19.90


async def far():
    await asyncio.sleep(0.2)
    return 6, 24.90  # of yesterday


async def ask(*mirrors):
    tasks = [asyncio.create_task(mirror()) for mirror in mirrors]
    done, late = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in late:
        task.cancel()
    return done.pop().result()


async def main():
    day, price = await ask(near, far)
    print(f'{price:.2f} on day {day}')
    return day, price


if __name__ == '__main__':
    asyncio.run(main())
